package huizhan.disc;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.DiscWriter.Closing;
import huizhan.kernel.Sha256;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ferry's disc: images in a bag, each held to what the list says of it (docs/disc-format.md, section 10). */
class FerryDiscTest {
    private static final Instant MADE = Instant.parse("2015-05-20T01:00:00Z");
    private static final PrivateKeys SERVER = PrivateKeys.create("荟展公开网服务器", MADE);
    private static final PrivateKeys STRANGER = PrivateKeys.create("别的服务器", MADE);
    @TempDir
    Path folder;

    private static FerryList list(Path image, Sha256 identity) throws IOException {
        var lying = new FerryList.Image("O-53-0001-A.iso", 1, 1, 1, Files.size(image), identity);
        return new FerryList("call", new UUID(7, 7), 1, MADE, 1, 1, List.of(new FerryList.Nomination("53", "O-53-0001-A", new UUID(7, 8), 1, Sha256.of(new byte[1]), List.of(lying))));
    }

    private Path ferry(String name, FerryList list, Path image) throws IOException {
        var target = folder.resolve(name);
        var plan = FerryDisc.plan(list, Map.of("O-53-0001-A.iso", () -> FileChannel.open(image)), Plan.Later.nothing(), List.of());
        assertThat(DiscWriter.write(plan, new Closing(Optional.empty(), Optional.of(SERVER)), target, Capacity.CD, Discs.CLOCK)).isInstanceOf(DiscWriter.Image.class);
        return target;
    }

    private static List<String> codes(Path disc, PublicKeys... signers) throws IOException {
        return Discs.codes(DiscVerifier.verify(disc, new Against(Optional.empty(), Optional.empty(), List.of(signers))).defects());
    }

    private Path signed() throws IOException {
        var image = folder.resolve("image.iso");
        assertThat(DiscWriter.write(Discs.aPlan(), new Closing(Optional.empty(), Optional.of(SERVER)), image, Capacity.CD, Discs.CLOCK)).isInstanceOf(DiscWriter.Image.class);
        return image;
    }

    private static Sha256 identity(Path image) throws IOException {
        try (var disc = OpenDisc.open(image, Against.content())) {
            return disc.identity().orElseThrow();
        }
    }

    @Test void a_ferry_is_right_outside_and_inside_and_tells_whose_it_is() throws IOException {
        var image = signed();
        var ferry = ferry("ferry.iso", list(image, identity(image)), image);
        assertThat(codes(ferry, SERVER.card())).isEmpty();
        assertThat(codes(ferry, STRANGER.card())).containsOnly("signature.unknown");
        try (var disc = OpenDisc.open(ferry, Against.content())) {
            assertThat(disc.ferry().orElseThrow().number()).isEqualTo(1);
            assertThat(disc.carried()).singleElement().satisfies(each -> assertThat(each.nomination().receipt()).isEqualTo("O-53-0001-A"));
            assertThat(disc.signature(List.of(STRANGER.card(), SERVER.card()))).isEqualTo(new SignatureFound(SignatureFound.State.RIGHT, SERVER.card().id(), "荟展公开网服务器"));
            assertThat(disc.signature(List.of()).state()).isEqualTo(SignatureFound.State.UNKNOWN);
        }
        try (var unsigned = OpenDisc.open(Discs.anImage(folder), Against.content())) {
            assertThat(unsigned.signature(List.of(SERVER.card()))).isEqualTo(SignatureFound.NONE);
        }
    }

    @Test void an_image_that_is_not_what_the_list_says_is_named() throws IOException {
        var image = signed();
        assertThat(codes(ferry("other.iso", list(image, Sha256.of(new byte[2])), image), SERVER.card())).containsExactly("ferry.image");
        var noise = Files.write(folder.resolve("noise"), Discs.noise(100_000, 3));
        assertThat(codes(ferry("noise.iso", list(noise, Sha256.of(new byte[2])), noise), SERVER.card())).containsExactly("ferry.image");
        var plan = Discs.aPlan(List.of(Discs.text("data/ferry.json", "{}")));
        Discs.write(plan, folder.resolve("none.iso"));
        assertThat(codes(folder.resolve("none.iso"))).contains("ferry.list");
    }

    @Test void a_ferry_in_a_ferry_is_none() throws IOException {
        var image = signed();
        var inner = ferry("inner.iso", list(image, identity(image)), image);
        assertThat(codes(ferry("outer.iso", list(inner, identity(inner)), inner), SERVER.card())).containsExactly("ferry.list");
    }
}

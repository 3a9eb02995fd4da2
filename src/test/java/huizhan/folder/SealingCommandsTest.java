package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.DiscUnsealCommand;
import huizhan.disc.DiscVerifyCommand;
import huizhan.keys.KeysCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** From a pair of keys to a sealed disc and back, as a person types it (C2). */
class SealingCommandsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2015-07-10T01:00:00Z"), ZoneOffset.UTC);
    private static final String CALL = Path.of("calls/2015-cooperation").toString();

    @TempDir
    Path folder;
    private String word;
    private String out = "";
    private String err = "";

    private int run(Object verb, Object... words) {
        var told = new StringWriter();
        var wrong = new StringWriter();
        int code = new CommandLine(verb).setOut(new PrintWriter(told)).setErr(new PrintWriter(wrong))
            .execute(java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
        out = told.toString();
        err = wrong.toString();
        return code;
    }

    private int keys(Object... words) {
        return run(new KeysCommand(CLOCK), words);
    }

    @BeforeEach void two_holders() throws Exception {
        word = Files.writeString(folder.resolve("word"), "绿水青山 words 2015\n").toString();
        for (var name : List.of("organizer", "department")) {
            assertThat(keys("new", "--holder", name, "--out", folder.resolve(name + ".key"), "--passphrase-file", word)).isZero();
        }
    }

    @Test void a_key_file_is_its_owners_alone_and_never_overwritten() throws Exception {
        var file = folder.resolve("organizer.key");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        var before = Files.readString(file);
        assertThat(keys("new", "--holder", "x", "--out", file, "--passphrase-file", word, "--lang", "en")).isEqualTo(2);
        assertThat(err).contains("never overwritten");
        assertThat(file).hasContent(before);
        assertThat(keys("show", file, "--lang", "en")).isZero();
        assertThat(out).contains("holder       organizer", "2015-07-10T01:00:00Z", "fingerprint  ");
        assertThat(keys("export", file, "--out", folder.resolve("again.card"))).isZero();
        assertThat(folder.resolve("again.card")).hasSameTextualContentAs(folder.resolve("organizer.key.card"));
        assertThat(keys("show", folder.resolve("word"))).isEqualTo(2);
    }

    @Test void a_passphrase_goes_into_two_halves_and_comes_back_out_of_both() throws Exception {
        var key = folder.resolve("organizer.key");
        assertThat(keys("halves", key, "--out", folder.resolve("halves"), "--passphrase-file", word)).isZero();
        assertThat(out).contains("分别打印");
        var one = only(folder.resolve("halves"), "[0-9a-f]{16}-1\\.half");
        var two = only(folder.resolve("halves"), "[0-9a-f]{16}-2\\.half");
        assertThat(Files.getPosixFilePermissions(one)).hasSize(2);
        assertThat(Files.readString(one) + Files.readString(two)).contains("organizer").doesNotContain("words");
        assertThat(keys("join", one, two, "--key", key)).isZero();
        assertThat(out.strip()).isEqualTo("绿水青山 words 2015");
        assertThat(keys("join", two, one, "--key", key, "--lang", "en")).isEqualTo(2);
        assertThat(err).contains("half 1 is wrong");
        assertThat(keys("halves", key, "--out", folder.resolve("halves"), "--passphrase-file", word, "--lang", "en")).isEqualTo(2);
        assertThat(err).contains("was not overwritten");
        Files.writeString(folder.resolve("other"), "another passphrase");
        assertThat(keys("halves", key, "--out", folder.resolve("others"), "--passphrase-file", folder.resolve("other"))).isEqualTo(2);
        assertThat(folder.resolve("others")).doesNotExist();
    }

    @Test void a_folder_is_sealed_checked_and_opened_again() throws Exception {
        var material = Files.createDirectory(folder.resolve("material"));
        Samples.file(material, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        var discs = folder.resolve("discs");
        assertThat(run(new DiscWriteCommand(CLOCK), "--folder", material, "--call", CALL, "--out", discs, "--draft", "--seal", folder.resolve("organizer.key.card"),
            "--sign", folder.resolve("department.key"), "--passphrase-file", word, "--department", "32")).isZero();
        assertThat(out).contains("封给“organizer”");
        var disc = only(discs, "huizhan-sealed-[0-9a-f]{8}\\.iso");
        assertThat(only(discs, "huizhan-sealed-[0-9a-f]{8}-label\\.pdf")).isNotEmptyFile();
        assertThat(run(new DiscVerifyCommand(), disc, "--key", folder.resolve("organizer.key"), "--passphrase-file", word, "--signer", folder.resolve("department.key.card"), "--set", "--json")).isZero();
        var said = JsonMapper.builder().build().readTree(out);
        assertThat(said.get("discs").get(0).get("sealed").toString()).contains("\"opened\":true", "\"department\":\"32\"");
        assertThat(said.get("sets")).isEmpty();
        assertThat(run(new DiscUnsealCommand(), disc, "--key", folder.resolve("department.key"), "--passphrase-file", word, "--out", folder.resolve("open"))).isOne();
        assertThat(out).contains("[sealed.key]");
        assertThat(run(new DiscUnsealCommand(), disc, "--key", folder.resolve("organizer.key"), "--passphrase-file", word, "--out", folder.resolve("open"))).isZero();
        var open = only(folder.resolve("open"), "huizhan-sealed-[0-9a-f]{8}\\.open\\.iso");
        assertThat(run(new DiscVerifyCommand(), open, "--signer", folder.resolve("department.key.card"))).isZero();
        assertThat(run(new DiscUnsealCommand(), open, "--key", folder.resolve("organizer.key"), "--passphrase-file", word, "--out", folder.resolve("open"))).isEqualTo(2);
    }

    @Test void a_disc_too_small_for_the_filling_and_a_file_that_is_no_card_are_wrong_usage() throws Exception {
        var material = Files.createDirectory(folder.resolve("material"));
        Samples.file(material, "nomination.json", Samples.json(true, "a.jpg", "b.jpg"));
        assertThat(run(new DiscWriteCommand(CLOCK), "--folder", material, "--call", CALL, "--out", folder.resolve("d"), "--seal", folder.resolve("organizer.key.card"), "--capacity", "2000000")).isEqualTo(2);
        assertThat(run(new DiscWriteCommand(CLOCK), "--folder", material, "--call", CALL, "--out", folder.resolve("d"), "--seal", word)).isEqualTo(2);
        assertThat(folder.resolve("d")).doesNotExist();
    }

    private static Path only(Path where, String name) throws Exception {
        try (var files = Files.list(where)) {
            return files.filter(each -> each.getFileName().toString().matches(name)).collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), found -> {
                assertThat(found).hasSize(1);
                return found.get(0);
            }));
        }
    }
}

package huizhan;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.ferry.Deliveries;
import huizhan.ferry.Imports;
import huizhan.ferry.Objection;
import huizhan.kernel.Actor;
import huizhan.keys.PrivateKeys;
import huizhan.media.Examiner;
import huizhan.opening.OpenCall;
import huizhan.organization.cards.KeyCards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes discs in as {@code disc import} does. */
public final class TestImports {
    private TestImports() {}

    /** @return the codes of what kept them, or some of them, out */
    public static List<String> take(Server.Running server, Actor me, List<PrivateKeys> key, List<Path> discs) throws IOException {
        var cards = server.get(KeyCards.class);
        try (var deliveries = Deliveries.open(discs.stream().map(Deliveries.Input::of).toList(), new Against(Optional.of(Profile.HUIZHAN), key.stream().findFirst(), List.of()),
            new Deliveries.Known(cards.known(), cards.openServers()), server.get(OpenCall.class).call(), server.get(Examiner.class))) {
            var outcome = server.get(Imports.class).take(me, deliveries, Optional.empty(), step -> {});
            return Stream.concat(outcome.objections().stream(), outcome.left().stream()).map(Objection::code).toList();
        }
    }
}

package huizhan.ferry;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.keys.PrivateKeys;
import huizhan.media.Examiner;
import huizhan.opening.OpenCall;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes discs in for tests of what comes after. */
public final class Taken {
    private static final Actor CLERK = new Actor(new UUID(0, 7), "收件员", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());

    private Taken() {}

    public static void in(TestServer server, List<Path> discs) throws IOException {
        in(server, discs, Optional.empty());
    }

    public static void in(TestServer server, List<Path> discs, PrivateKeys key) throws IOException {
        in(server, discs, Optional.of(key));
    }

    private static void in(TestServer server, List<Path> discs, Optional<PrivateKeys> key) throws IOException {
        try (var deliveries = Deliveries.open(discs.stream().map(Deliveries.Input::of).toList(), new Against(Optional.of(Profile.HUIZHAN), key, List.of()), Deliveries.Known.NOBODY,
                server.get(OpenCall.class).call(), server.get(Examiner.class))) {
            var outcome = server.get(Imports.class).take(CLERK, deliveries, Optional.empty(), step -> {});
            if (!outcome.objections().isEmpty()) throw new AssertionError(outcome.objections().toString());
        }
    }
}

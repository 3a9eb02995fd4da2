package huizhan.outcome;

import huizhan.keys.PrivateKeys;
import huizhan.opening.OpenCall;
import huizhan.organization.TestServer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A code as the restricted server prints it, for tests of what is done with it. */
public final class Codes {
    private static final Instant MADE = Instant.parse("2015-07-09T02:00:00Z");

    private Codes() {}

    /** Sheet 1, whole in one code: this one is selected. */
    public static String of(TestServer server, PrivateKeys organizer, UUID achievement) {
        return new SheetCode.Part(server.get(OpenCall.class).call().id(), 1, 1, 1, MADE, Map.of(achievement, Verdict.SELECTED)).signed(organizer).text();
    }
}

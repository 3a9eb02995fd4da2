package huizhan.desk;

import huizhan.ServeOptions;
import huizhan.kernel.StartWord;
import huizhan.kernel.Zone;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A desk that stands in the call, and its one person's browser. */
public final class TestDesk implements AutoCloseable {
    public final TestServer server;
    public final TestBrowser browser;

    private TestDesk(TestServer server) {
        this.server = server;
        this.browser = server.browser();
        browser.get(entry());
    }

    /** Without a kit. */
    public static TestDesk bare() {
        return new TestDesk(TestServer.start(desk()));
    }

    /** As {@code serve --zone desk --demo-clock} starts it. */
    public static UnaryOperator<ServeOptions> desk() {
        return plain -> new ServeOptions(0, plain.host(), plain.data(), Zone.DESK, plain.config(), plain.now(), plain.tlsCert(), plain.tlsKey(), false, plain.more())
            .at(TestServer.IN_THE_CALL);
    }

    /** A unit's own desk, set up with the kit that its department made. */
    public static TestDesk ofUnit(byte[] kit) {
        var desk = bare();
        desk.take(kit);
        desk.browser.post("/desk/place", Map.of("name", "示例甲"));
        desk.browser.get("/achievements");
        return desk;
    }

    /** A department's. */
    public static TestDesk ofDepartment(byte[] kit) {
        var desk = bare();
        desk.take(kit);
        desk.browser.post("/desk/place", Map.of("name", "示例乙", "kind", "department"));
        desk.browser.get("/nomination");
        return desk;
    }

    /** An address with a new ticket, as READY prints it. */
    public String entry() {
        return server.running().context().getBeansOfType(StartWord.class).values().stream().flatMap(word -> word.entry().stream()).findFirst().orElseThrow();
    }

    public TestBrowser.Answer take(byte[] kit) {
        browser.get("/desk");
        var answer = browser.upload("/desk/kit", "huizhan-kit-53.zip", kit);
        browser.get("/desk");
        return answer;
    }

    @Override public void close() {
        server.close();
    }
}

package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.organization.SetUp;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first day of a server in the restricted zone: its set-up, one-time codes, and an achievement that may not be shown in public. */
final class WayIn {

    private WayIn() {}

    /** Before anybody has an account. */
    static List<Visit> firstRun(TestServer server) {
        return List.of(Visit.ofNobody("set-up", server, "/set-up"), Visit.ofNobody("set-up-wrong", server, "/set-up").then(page -> {
            Visits.submit(page, "main form");
            page.locator(".summary").waitFor();
        }));
    }

    /** The one time that the three links are shown. */
    static Visit setUp(TestServer server) {
        var line = server.get(SetUp.class).lines(server.address()).get(0);
        var code = line.substring(line.lastIndexOf(' ') + 1);
        return Visit.ofNobody("set-up-done", server, "/set-up").then(page -> {
            page.locator("[name=code]").fill(code);
            List.of("system", "security", "audits").forEach(who -> page.locator("[name=" + who + "]").fill("管理员 " + who));
            Visits.submit(page, "main form");
            page.locator(".link-to-copy").first().waitFor();
        });
    }

    /** One-time codes: set up on the way in, asked for later. */
    static List<Visit> codes(TestServer server) {
        var people = server.people();
        var enrolled = people.organizer();
        OneTime.enrol(server, enrolled);
        return List.of(
            enrolment(server, people.organizer(), "enrolment", page -> {}),
            enrolment(server, people.organizer(), "enrolment-wrong", page -> {
                page.locator("[name=code]").fill("000000");
                Visits.submit(page, "main form");
                page.locator(".summary").waitFor();
            }),
            Visit.ofNobody("recovery-codes", server, "/sign-in").then(page -> {
                enrol(page, people.organizer());
                page.locator(".actions a").waitFor();
            }),
            Visit.ofNobody("restricted-organizer-keys-none", server, "/sign-in").then(page -> {
                enrol(page, people.organizer());
                page.navigate("/keys");
            }),
            code(server, enrolled, "code", page -> {}),
            code(server, enrolled, "code-wrong", page -> {
                page.locator("[name=code]").fill("000000");
                Visits.submit(page, "main form");
                page.locator(".summary").waitFor();
            }));
    }

    private static void enrol(Page page, huizhan.organization.TestPeople.Person who) {
        Chrome.enter(page, who);
        page.navigate("/sign-in/enrolment");
        page.locator("[name=code]").fill(OneTime.code(page.locator("code.digest").innerText()));
        Visits.submit(page, "main form");
        page.locator(".codes").waitFor();
    }

    private static Visit enrolment(TestServer server, huizhan.organization.TestPeople.Person who, String name, java.util.function.Consumer<Page> then) {
        return Visit.ofNobody(name, server, "/sign-in").then(page -> {
            Chrome.enter(page, who);
            page.navigate("/sign-in/enrolment");
            then.accept(page);
        });
    }

    private static Visit code(TestServer server, huizhan.organization.TestPeople.Person who, String name, java.util.function.Consumer<Page> then) {
        return Visit.ofNobody(name, server, "/sign-in").then(page -> {
            Chrome.enter(page, who);
            page.navigate("/sign-in/code");
            then.accept(page);
        });
    }

    /** What is not for the public, in the zone that may hold it. */
    static List<Visit> nonPublic(TestServer server, Path workshop) throws IOException {
        var people = server.people();
        var drafter = people.of(people.department("44"), Role.DRAFTER);
        var unit = people.of(drafter, people.unit(drafter, "示例院"));
        var id = new Submissions(server, workshop).begun(unit, Disclosure.NON_PUBLIC);
        return List.of(Visit.of("restricted-keys-none", server, drafter, "/keys"), Visit.of("restricted-call", server, unit, "/call"), Visit.of("restricted-new", server, unit, "/achievements/new"),
            Visit.of("restricted-achievements", server, unit, "/achievements"),
            Visit.of("restricted-achievement", server, unit, "/achievements/" + id));
    }
}

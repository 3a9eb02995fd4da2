package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.ferry.Freight;
import huizhan.ferry.HandMadeFolder;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.material.Achievement;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Discs on the restricted server: waiting, found right, found wrong, taken in with a gap left, and the list that they make. */
final class FerryVisits {
    private static final String HOME = "/discs";
    private final List<Visit> all = new ArrayList<>();
    private final TestServer server;
    private final Person organizer;
    private final String department;

    private FerryVisits(TestServer server) {
        this.server = server;
        this.organizer = server.people().organizer();
        this.department = server.people().department("53").name().zh();
    }

    /** A server of its own, which whoever asks closes. */
    static TestServer inner() {
        return TestServer.start(plain -> plain.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.RESTRICTED));
    }

    static List<Visit> of(TestServer server, Path workshop) {
        var visits = new FerryVisits(server);
        try {
            visits.make(workshop.resolve("freight"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visits.all;
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, server, who, path));
    }

    private void make(Path folder) throws IOException {
        add("organizer-discs-none", organizer, HOME);
        var water = Freight.achievement(1, "跨境水资源联合观测", Disclosure.PUBLIC);
        var metal = Freight.achievement(2, "特种材料联合试制", Disclosure.NON_PUBLIC);
        var list = Freight.discs(Freight.list(department, 1, water, Achievement.stub(metal.id().orElseThrow(), 2)), folder.resolve("list")).get(0);
        var stranger = Freight.discs(Freight.list("没有登记过的推荐单位", 1, water), folder.resolve("stranger")).get(0);
        var keys = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));
        var sealed = Freight.sealed(Freight.part(metal), keys.card(), "53", folder.resolve("sealed")).get(0);
        all.add(Visit.of("organizer-discs-refused", server, organizer, HOME).then(page -> checked(page, stranger, sealed)));
        all.add(Visit.of("organizer-discs-unchosen", server, organizer, HOME).then(page -> {
            sent(page, list);
            unticked(page);
            page.locator("#inspect .actions .button").click();
            page.locator(".notice.bad").waitFor();
        }));
        all.add(Visit.of("organizer-discs-right", server, organizer, HOME).then(page -> {
            unticked(page);
            checked(page, list);
        }));
        all.add(Visit.of("organizer-discs-taken", server, organizer, HOME).then(page -> {
            unticked(page);
            checked(page, list);
            page.locator("#inspection form .button").click();
            page.locator("#inspection .notice.good").waitFor();
        }));
        for (var role : List.of(Role.ORGANIZER, Role.CLERK, Role.CONFIDENTIALITY)) {
            var who = role == Role.ORGANIZER ? organizer : server.people().granted(role.name(), role);
            var word = role.name().toLowerCase(java.util.Locale.ROOT);
            add(word + "-discs", who, HOME);
            all.add(Visit.of(word + "-discs-looked", server, who, HOME).then(page -> {
                unticked(page);
                checked(page, stranger);
            }));
            add(word + "-discs-department", who, HOME + "/departments/" + server.people().department("53").id());
        }
    }

    /** On the open server: none yet, one without files, one sorted and read, and what a form refuses. */
    static List<Visit> handMade(TestServer server, Path workshop) {
        var visits = new FerryVisits(server);
        try {
            visits.sorted(HandMadeFolder.in(workshop.resolve("hand-made")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visits.all;
    }

    private void sorted(Path folder) throws IOException {
        var place = HOME + "/hand-made";
        var browser = server.browserOf(organizer);
        browser.get(place);
        var empty = browser.post(place, Map.of("department", "52", "day", "2015-07-09")).location();
        var full = browser.post(place, Map.of("department", "53", "day", "2015-07-08")).location();
        HandMadeFolder.send(browser, full, folder);
        all.add(Visit.of("organizer-hand-made-wrong", server, organizer, place).then(page -> {
            page.locator("#f-day").fill("2015-08-30");
            page.locator("#f-department").selectOption("53");
            page.locator("#s-begin .button").click();
            page.locator(".notice.bad").waitFor();
        }));
        add("organizer-sorting-empty", organizer, empty);
        for (var role : List.of(Role.ORGANIZER, Role.CLERK, Role.CONFIDENTIALITY)) {
            var who = role == Role.ORGANIZER ? organizer : server.people().granted(role.name(), role);
            add(role.name().toLowerCase(java.util.Locale.ROOT) + "-hand-made", who, place);
            add(role.name().toLowerCase(java.util.Locale.ROOT) + "-sorting", who, full);
        }
    }

    private static void unticked(Page page) {
        page.locator("#s-waiting [type=checkbox]").all().forEach(box -> box.uncheck());
    }

    private static void sent(Page page, Path... discs) {
        int before = page.locator("#s-waiting .row").count();
        page.locator("#s-send input[type=file]").setInputFiles(discs);
        page.locator("#s-waiting .row").nth(before + discs.length - 1).waitFor();
    }

    private static void checked(Page page, Path... discs) {
        sent(page, discs);
        page.locator("#inspect .actions .button").click();
        page.locator("#inspection .card, #inspection .notice.bad, #inspection .notice.good").first().waitFor();
    }
}

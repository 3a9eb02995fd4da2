package huizhan.journey;

import huizhan.ferry.Freight;
import huizhan.ferry.HandMadeFolder;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.nomination.Filing;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Discs: waiting, found right, found wrong, taken in, the list that they make; and one made by hand, being sorted. */
final class FerryVisits {
    private static final String HOME = "/discs";
    private static final Pattern WAITING = Pattern.compile("name=\"disc\" value=\"([0-9a-f-]{36})\"");
    private final List<Visit> all = new ArrayList<>();
    private final TestServer server;
    private final Person organizer;

    private FerryVisits(TestServer server) {
        this.server = server;
        this.organizer = server.people().organizer();
    }

    static List<Visit> of(TestServer server, Path workshop) {
        var visits = new FerryVisits(server);
        try {
            visits.discs(workshop.resolve("freight"));
            visits.sorting(HandMadeFolder.publicIn(workshop.resolve("hand-made")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visits.all;
    }

    /** A server of its own, which whoever asks closes. */
    static TestServer inner() {
        return TestServer.start(plain -> plain.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(Zone.RESTRICTED));
    }

    /** On the restricted server the form asks for a key, too. */
    static List<Visit> restricted(TestServer server) {
        var visits = new FerryVisits(server);
        visits.add("restricted-discs-none", visits.organizer, HOME);
        var browser = server.browserOf(visits.organizer);
        browser.get(HOME);
        browser.post(HOME + "/signer", Map.of("card", PrivateKeys.create("荟展公开网服务器", Instant.parse("2015-05-20T01:00:00Z")).card().card(), "seen", "0"));
        visits.add("restricted-discs-signer", visits.organizer, HOME);
        return visits.all;
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, server, who, path));
    }

    private void discs(Path folder) throws IOException {
        var department = server.people().department("54");
        var water = Freight.achievement(1, "跨境水资源联合观测", Disclosure.PUBLIC);
        var second = Freight.achievement(2, "高原气象联合观测", Disclosure.PUBLIC);
        var list = Freight.discs(Freight.list(department.name().zh(), 1, water, second), folder.resolve("list")).get(0);
        var next = Freight.discs(Freight.list(department.name().zh(), 1, second.ranked(1)), folder.resolve("next")).get(0);
        var stranger = Freight.discs(Freight.list("没有登记过的推荐单位", 1, water), folder.resolve("stranger")).get(0);
        var browser = server.browserOf(organizer);
        var right = looked(browser, list);
        add("organizer-discs-right", organizer, right);
        var taken = looked(browser, list);
        browser.post(taken + "/import", Map.of());
        settled(browser, taken);
        add("organizer-discs-taken", organizer, taken);
        var second2 = looked(browser, next);
        browser.post(second2 + "/import", Map.of());
        settled(browser, second2);
        add("organizer-discs-gap", organizer, second2);
        for (var role : List.of(Role.ORGANIZER, Role.CLERK, Role.CONFIDENTIALITY)) {
            var who = role == Role.ORGANIZER ? organizer : server.people().granted(role.name(), role);
            var word = role.name().toLowerCase(Locale.ROOT);
            add(word + "-discs", who, HOME);
            add(word + "-discs-refused", who, looked(server.browserOf(who), stranger));
            add(word + "-discs-department", who, HOME + "/departments/" + department.id());
        }
        // what was taken in here holds as a sign-off does, and waits for a ferry
        browser.get("/ferries");
        browser.post("/ferries", Map.of("capacity", "dvd"));
        Filing.settled(server, "ferry.crossing");
        add("organizer-ferries", organizer, "/ferries");
        all.add(Visit.of("organizer-discs-unchosen", server, organizer, HOME).then(page -> {
            page.locator("#s-waiting [type=checkbox]").all().forEach(box -> box.uncheck());
            page.locator("#inspect .actions .button").click();
            page.locator(".notice.bad").waitFor();
        }));
    }

    /** The page of a check that has come to its end. */
    private static String looked(TestBrowser browser, Path disc) throws IOException {
        browser.get(HOME);
        HandMadeFolder.send(browser, "discs:waiting", disc);
        var waiting = WAITING.matcher(browser.get(HOME).body()).results().map(found -> found.group(1)).toList();
        var place = browser.post(HOME + "/inspections", Map.of("disc", waiting.get(waiting.size() - 1))).location();
        settled(browser, place);
        return place;
    }

    private static void settled(TestBrowser browser, String place) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (browser.get(place).body().contains("hx-trigger=\"every 1s\"")) {
            if (System.nanoTime() > end) throw new AssertionError("the check doesn't come to its end");
        }
    }

    private void sorting(Path folder) throws IOException {
        var place = HOME + "/hand-made";
        var browser = server.browserOf(organizer);
        browser.get(place);
        var empty = browser.post(place, Map.of("department", "52", "day", "2015-07-09")).location();
        var full = browser.post(place, Map.of("department", "53", "day", "2015-07-08")).location();
        browser.get(full);
        HandMadeFolder.sendAll(browser, full, folder);
        all.add(Visit.of("organizer-hand-made-wrong", server, organizer, place).then(page -> {
            page.locator("#f-day").fill("2015-08-30");
            page.locator("#f-department").selectOption("53");
            page.locator("#s-begin .button").click();
            page.locator(".notice.bad").waitFor();
        }));
        add("organizer-sorting-empty", organizer, empty);
        var image = browser.post(place, Map.of("department", "52", "day", "2015-07-10")).location();
        browser.get(image);
        HandMadeFolder.send(browser, "discs:hand-made:" + image.substring(image.lastIndexOf('/') + 1) + ":image", Files.write(folder.resolve("别的.iso"), new byte[50_000]));
        Filing.settled(server, "hand-made-unpack");
        add("organizer-sorting-image", organizer, image);
        for (var role : List.of(Role.ORGANIZER, Role.CLERK, Role.CONFIDENTIALITY)) {
            var who = role == Role.ORGANIZER ? organizer : server.people().granted(role.name(), role);
            add(role.name().toLowerCase(Locale.ROOT) + "-hand-made", who, place);
            add(role.name().toLowerCase(Locale.ROOT) + "-sorting", who, full);
        }
    }
}

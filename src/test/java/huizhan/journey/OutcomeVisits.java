package huizhan.journey;

import huizhan.ferry.Freight;
import huizhan.ferry.Taken;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.keys.PrivateKeys;
import huizhan.outcome.Codes;
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
import java.util.Map;

/** Results: nothing yet, some decided, a sheet that waits and the same for whoever may sign it; and scanning on the open server. */
final class OutcomeVisits {
    private static final String HOME = "/results";
    private final List<Visit> all = new ArrayList<>();
    private final TestServer server;
    private final Person organizer;

    private OutcomeVisits(TestServer server) {
        this.server = server;
        organizer = server.people().organizer();
    }

    /** On the restricted server. */
    static List<Visit> decided(TestServer inner, Path workshop) {
        var visits = new OutcomeVisits(inner);
        visits.add("restricted-results-none", visits.organizer, HOME);
        var name = inner.people().department("54").name().zh();
        try {
            Taken.in(inner, Freight.discs(Freight.list(name, 1, Freight.achievement(1, "跨境水资源联合观测", Disclosure.PUBLIC), Freight.achievement(2, "高原气象联合观测", Disclosure.PUBLIC),
                Freight.achievement(3, "青稞育种联合研究", Disclosure.PUBLIC)), Files.createDirectories(workshop.resolve("results"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        visits.sheet();
        return visits.all;
    }

    private void sheet() {
        var browser = server.browserOf(organizer);
        say(browser, 0, "selected");
        say(browser, 1, "returned");
        browser.get(HOME);
        browser.post(HOME + "/sheets", Map.of());
        say(browser, 2, "reserve");
        var officer = server.people().granted("保密审核（示例）", Role.CONFIDENTIALITY);
        add("restricted-results", organizer, HOME);
        add("confidentiality-results", officer, HOME);
        add("restricted-results-sheet", organizer, HOME + "/sheets/1");
        add("confidentiality-results-sheet", officer, HOME + "/sheets/1");
    }

    private static void say(TestBrowser browser, int line, String verdict) {
        browser.get(HOME);
        var found = java.util.regex.Pattern.compile("name=\"seen\" value=\"(([0-9a-f-]{36}):[0-9]+)\"").matcher(browser.get(HOME).body()).results().toList().get(line);
        browser.post(HOME + "/verdicts", Map.of("seen", found.group(1), "line", found.group(2), "verdict", verdict));
    }

    /** On the open server: codes are scanned and released, and departments see what became of theirs. */
    static List<Visit> scanned(Company company) {
        var server = company.server;
        var visits = new OutcomeVisits(server);
        visits.add("organizer-results-codes-none", visits.organizer, HOME + "/codes");
        var keys = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));
        var browser = server.browserOf(visits.organizer);
        browser.post("/keys", Map.of("card", keys.card().card(), "seen", browser.get("/keys").find("name=\"seen\" value=\"([0-9]+)\"")));
        browser.get(HOME + "/codes");
        browser.post(HOME + "/codes", Map.of("code", Codes.of(server, keys, company.frozen)));
        browser.post(HOME + "/codes/1/release", Map.of());
        visits.add("organizer-results-codes", visits.organizer, HOME + "/codes");
        visits.add("clerk-results-codes", server.people().granted("收件员（示例）", Role.CLERK), HOME + "/codes");
        visits.all.add(Visit.of("organizer-results-codes-wrong", server, visits.organizer, HOME + "/codes").then(page -> {
            page.locator("#f-code").fill(keys.card().fingerprint().hex());
            page.locator("#f-code").press("Enter");
            page.locator(".scan-line").first().waitFor();
        }));
        visits.add("drafter-results", company.signed.drafter(), "/nomination/results");
        visits.add("approver-results", company.signed.approver(), "/nomination/results");
        return visits.all;
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, server, who, path));
    }
}

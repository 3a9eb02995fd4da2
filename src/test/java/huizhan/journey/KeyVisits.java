package huizhan.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.organization.TestPeople.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Key cards: none yet, one in force with others before it, one withdrawn, and what was refused. */
final class KeyVisits {
    private static final String HOME = "/keys";
    private static final Instant MADE = Instant.parse("2015-05-20T01:00:00Z");
    private final List<Visit> all = new ArrayList<>();
    private final Company company;

    private KeyVisits(Company company) {
        this.company = company;
    }

    static List<Visit> of(Company company) {
        var visits = new KeyVisits(company);
        visits.given();
        visits.read();
        visits.refused();
        return visits.all;
    }

    private void given() {
        put(company.organizer, "组织单位（示例）", 0);
        put(company.organizer, "组织单位（示例）", 1);
        put(company.signed.drafter(), "示例省科学技术厅", 0);
        put(company.signed.drafter(), "示例省科学技术厅国际合作与基础研究处（机要室保管）", 1);
        var browser = company.server.browserOf(company.over.drafter());
        var last = put(company.over.drafter(), "示例市科学技术局", 0);
        browser.get(HOME);
        browser.post(HOME + "/" + last.card().fingerprint().hex() + "/withdrawal", Map.of());
    }

    private PrivateKeys put(Person who, String holder, int seen) {
        var keys = PrivateKeys.create(holder, MADE);
        var browser = company.server.browserOf(who);
        browser.get(HOME);
        browser.post(HOME, Map.of("card", keys.card().card(), "seen", String.valueOf(seen)));
        return keys;
    }

    private void add(String name, Person who) {
        all.add(Visit.of(name, company.server, who, HOME));
    }

    private void read() {
        add("organizer-keys", company.organizer);
        add("drafter-keys", company.signed.drafter());
        add("approver-keys", company.signed.approver());
        add("drafter-keys-none", company.fresh.drafter());
        add("drafter-keys-withdrawn", company.over.drafter());
        add("unit-keys", company.signed.unit());
        add("unit-keys-none", company.fresh.unit());
        add("unit-keys-withdrawn", company.over.unit());
        all.add(Visit.of("organizer-keys-withdrawing", company.server, company.organizer, HOME).then(page -> page.locator("#own details summary").click()));
    }

    private void refused() {
        var altered = PrivateKeys.create("示例市科学技术局", MADE).card().card().replace("示例市", "冒名市");
        all.add(Visit.of("drafter-keys-altered", company.server, company.over.drafter(), HOME).then(page -> {
            page.locator("#f-card").fill(altered);
            send(page);
        }));
        var secret = new FilePayload("示例密钥", "application/octet-stream", locked().getBytes(StandardCharsets.UTF_8));
        all.add(Visit.of("organizer-keys-private", company.server, company.organizer, HOME).then(page -> {
            page.locator("#f-file").setInputFiles(secret);
            send(page);
        }));
    }

    private static void send(Page page) {
        Visits.submit(page, "#put form");
        page.locator(".notice.bad").waitFor();
    }

    private static String locked() {
        try {
            return PrivateKeys.create("组织单位（示例）", MADE).locked("twelve letters and more".toCharArray());
        } catch (KeyFault e) {
            throw new AssertionError(e);
        }
    }
}

package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turning an achievement non-public: without a card to seal to, before and after its discs are made, and where it can't be; and the way back, as each of the two sees it. */
final class TurningVisits {
    private final List<Visit> all = new ArrayList<>();
    private final Company company;

    private TurningVisits(Company company) {
        this.company = company;
    }

    static List<Visit> of(Company company) {
        var visits = new TurningVisits(company);
        visits.add("unit-disclosure-no-card", company.over.unit(), company.whole);
        visits.add("unit-disclosure-handed", company.over.unit(), company.handed);
        visits.add("drafter-disclosure", company.over.drafter(), company.handed);
        visits.add("approver-disclosure-signed", company.signed.approver(), company.frozen);
        visits.made();
        visits.back();
        return visits.all;
    }

    private Visit visit(String name, Person who, UUID id) {
        return Visit.of(name, company.server, who, "/achievements/" + id + "/disclosure");
    }

    private void add(String name, Person who, UUID id) {
        all.add(visit(name, who, id));
    }

    private void made() {
        all.add(visit("drafter-disclosure-made", company.over.drafter(), company.handed).then(TurningVisits::make));
        all.add(visit("drafter-disclosure-unsaved", company.over.drafter(), company.handed).then(page -> {
            make(page);
            Visits.submit(page, "#s-turn form");
            page.locator(".notice.bad").waitFor();
        }));
    }

    private void back() {
        var drafter = company.over.drafter();
        var stub = stub(drafter);
        all.add(Visit.of("drafter-stub", company.server, drafter, stub));
        all.add(Visit.of("drafter-stub-no-reason", company.server, drafter, stub).then(page -> {
            Visits.submit(page, "#s-ask form");
            page.locator(".notice.bad").waitFor();
        }));
        var asked = stub(company.waiting.drafter());
        ask(company.waiting.drafter(), asked);
        all.add(Visit.of("drafter-stub-asked", company.server, company.waiting.drafter(), asked));
        all.add(Visit.of("approver-stub-asked", company.server, company.waiting.approver(), asked));
        all.add(Visit.of("approver-stub-told", company.server, company.waiting.approver(), "/nomination"));
        var alone = company.people.of(company.people.department("B01"), Role.DRAFTER);
        ask(alone, stub(alone));
        all.add(Visit.of("organizer-reopenings", company.server, company.organizer, "/reopenings"));
    }

    private String stub(Person drafter) {
        var browser = company.server.browserOf(drafter);
        browser.get("/nomination");
        browser.post("/nomination/stubs", Map.of());
        return browser.get("/nomination").find("href=\"(/nomination/stubs/[0-9a-f-]{36})\"");
    }

    private void ask(Person drafter, String stub) {
        var browser = company.server.browserOf(drafter);
        browser.get(stub);
        browser.post(stub + "/request", Map.of("reason", "主管司局 2015 年 7 月 3 日批准公开，批复文号 示例〔2015〕7 号，原件在办公室。"));
    }

    private static void make(Page page) {
        Visits.submit(page, "#s-discs form");
        page.locator("#s-turn").waitFor();
    }
}

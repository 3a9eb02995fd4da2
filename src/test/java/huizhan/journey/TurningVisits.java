package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.organization.TestPeople.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turning an achievement non-public: without a card to seal to, before and after its discs are made, and where it can't be. */
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

    private static void make(Page page) {
        Visits.submit(page, "#s-discs form");
        page.locator("#s-turn").waitFor();
    }
}

package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.organization.TestPeople.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The pages on which the organizer runs the call, and those on which it is asked. */
final class OpeningVisits {
    private final List<Visit> all = new ArrayList<>();
    private final Company company;

    private OpeningVisits(Company company) {
        this.company = company;
    }

    static List<Visit> of(Company company) {
        var visits = new OpeningVisits(company);
        visits.organizer();
        visits.department();
        visits.unit();
        return visits.all;
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, company.server, who, path));
    }

    private void add(String name, Person who, String path, Consumer<Page> then) {
        all.add(Visit.of(name, company.server, who, path).then(then));
    }

    /** Sends the form as it stands, and waits for the word that it won't do. */
    private void wrong(String name, Person who, String path, String form) {
        add(name, who, path, page -> {
            Visits.submit(page, form);
            page.locator(".notice.bad").waitFor();
        });
    }

    private void organizer() {
        var who = company.organizer;
        add("organizer-opening", who, "/opening");
        add("organizer-permits", who, "/permits");
        wrong("organizer-permits-wrong", who, "/permits", "#grant form");
        add("organizer-exceptions", who, "/exceptions");
        wrong("organizer-exceptions-wrong", who, "/exceptions", "#waiting form");
        add("organizer-questions", who, "/questions");
        wrong("organizer-questions-wrong", who, "/questions", "#waiting form");
        add("organizer-announcements", who, "/announcements");
        wrong("organizer-announcements-wrong", who, "/announcements", "#new form");
        add("organizer-outages", who, "/outages");
        wrong("organizer-outages-wrong", who, "/outages", "#note form");
        add("organizer-outage", who, company.outage);
        wrong("organizer-outage-wrong", who, company.outage, "main > form");
        wrong("organizer-outage-closing-wrong", who, company.outage, "#closing form");
        add("organizer-home-news", who, "/progress");
    }

    private void department() {
        add("drafter-extension", company.over.drafter(), "/extension");
        add("approver-extension", company.signed.approver(), "/extension");
        add("drafter-extension-refused", company.fresh.drafter(), "/extension");
        wrong("drafter-extension-wrong", company.fresh.drafter(), "/extension", "main form");
        var limit = "/nomination/exceptions?rule=A3.limit&item=";
        add("drafter-nomination-exception", company.over.drafter(), limit);
        add("approver-nomination-exception", company.over.approver(), limit);
        add("drafter-questions", company.over.drafter(), "/questions");
        add("approver-questions-none", company.signed.approver(), "/questions?q=nothing-like-this");
        add("drafter-exception", company.over.drafter(), company.few);
        add("approver-exception", company.over.approver(), company.few);
    }

    private void unit() {
        add("unit-questions", company.over.unit(), "/questions");
        wrong("unit-questions-wrong", company.over.unit(), "/questions", "#new form");
        wrong("unit-exception-wrong", company.over.unit(), company.small, "main form");
    }
}

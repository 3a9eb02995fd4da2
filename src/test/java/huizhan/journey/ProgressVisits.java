package huizhan.journey;

import java.util.ArrayList;
import java.util.List;

/** The organizer's matrix, reminders, calls and letters, in every state worth looking at. */
final class ProgressVisits {
    private ProgressVisits() {}

    static List<Visit> of(Company company) {
        var all = new ArrayList<Visit>();
        add(all, company, "outbox", "/outbox");
        add(all, company, "outbox-none", "/outbox?kind=answer");
        add(all, company, "letter", "/outbox/" + company.letter);
        add(all, company, "progress", "/progress");
        add(all, company, "progress-half", "/progress?state=half");
        add(all, company, "progress-none", "/progress?q=nothing-like-this");
        add(all, company, "figures", "/progress/figures");
        add(all, company, "progress-signed", "/progress/" + company.signed.drafter().actor().owner());
        add(all, company, "progress-over", "/progress/" + company.over.drafter().actor().owner());
        add(all, company, "progress-nobody", "/progress/" + company.people.department("45").id());
        add(all, company, "calls", "/progress/calls");
        add(all, company, "calls-none", "/progress/calls?state=signed&silent=true&q=nothing-like-this");
        add(all, company, "reminder", "/progress/reminder?state=not-started");
        add(all, company, "reminder-done", "/progress/reminder?state=signed");
        all.add(Visit.of("organizer-reminder-wrong", company.server, company.organizer, "/progress/reminder?d=37").then(page -> {
            page.locator("#f-body").fill("{领导}，您好");
            page.locator("[formaction]").click();
            page.locator(".notice.bad").waitFor();
        }));
        return all;
    }

    private static void add(List<Visit> all, Company company, String name, String path) {
        all.add(Visit.of("organizer-" + name, company.server, company.organizer, path));
    }
}

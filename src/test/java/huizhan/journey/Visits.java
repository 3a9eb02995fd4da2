package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.kernel.Role;
import huizhan.organization.Accounts;
import huizhan.organization.Invitations;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every page in every state worth looking at, person by person. */
final class Visits {
    private final List<Visit> all = new ArrayList<>();
    private final Company company;
    private final TestServer server;

    private Visits(Company company) {
        this.company = company;
        this.server = company.server;
    }

    static List<Visit> of(Company company) {
        var visits = new Visits(company);
        visits.nobody();
        visits.unit();
        visits.department();
        visits.organizer();
        visits.all.addAll(ProgressVisits.of(company));
        visits.all.addAll(FolderVisits.of(company));
        visits.all.addAll(MiddleVisits.of(company));
        visits.all.addAll(StampedVisits.of(company));
        visits.all.addAll(KeyVisits.of(company));
        visits.all.addAll(TurningVisits.of(company));
        visits.all.addAll(ReceptionVisits.of(company));
        visits.administrators();
        visits.all.addAll(OpeningVisits.of(company));
        return visits.all;
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, server, who, path));
    }

    private void add(String name, Person who, String path, Consumer<Page> then) {
        all.add(Visit.of(name, server, who, path).then(then));
    }

    private void nobody() {
        all.add(Visit.ofNobody("sign-in", server, "/sign-in"));
        all.add(Visit.ofNobody("sign-in-wrong", server, "/sign-in").then(page -> {
            page.locator("[name=username]").fill("nobody-here");
            page.locator("[name=password]").fill("not the right words");
            submit(page, "main form");
            page.locator(".summary").waitFor();
        }));
        var account = server.get(Accounts.class);
        var link = account.create(company.people.administrator(Role.SYSADMIN).actor(), "待加入的人", "", "", Optional.empty());
        all.add(Visit.ofNobody("invitation", server, link.path()));
        all.add(Visit.ofNobody("invitation-wrong", server, link.path()).then(page -> {
            submit(page, "main form");
            page.locator(".summary").waitFor();
        }));
        var reset = server.get(Invitations.class).renew(company.over.drafter().actor(), company.over.unit().actor().account()).orElseThrow();
        all.add(Visit.ofNobody("invitation-password", server, reset.path()));
        all.add(Visit.ofNobody("invitation-gone", server, "/invitation/" + "a".repeat(43)));
        all.add(Visit.ofNobody("not-there-nobody", server, "/no-such-page"));
    }

    private void everyone(String role, Person who) {
        add(role + "-call", who, "/call");
        if (who.actor().isAny(Role.UNIT, Role.DRAFTER, Role.APPROVER, Role.ORGANIZER)) {
            add(role + "-paper-check", who, "/paper-check");
        }
        add(role + "-account", who, "/account");
        add(role + "-factor", who, "/account/factor");
    }

    private void unit() {
        var fresh = company.fresh.unit();
        everyone("unit", fresh);
        add("unit-account-wrong", fresh, "/account", page -> {
            submit(page, "#password form");
            page.locator(".error").first().waitFor();
        });
        add("unit-achievements-none", fresh, "/achievements");
        add("unit-new", fresh, "/achievements/new");
        add("unit-new-unasked", fresh, "/achievements/new", page -> submit(page, "main form"));
        add("unit-new-non-public", fresh, "/achievements/new", page -> {
            page.locator("[value=non-public]").check();
            submit(page, "main form");
            page.locator(".notice:not(.news)").first().waitFor();
        });
        add("unit-not-there", fresh, "/achievements/" + new UUID(0, 7));
        add("unit-not-permitted", fresh, "/nomination");
        var unit = company.over.unit();
        add("unit-achievements", unit, "/achievements");
        Map.of("empty", company.empty, "wrong", company.wrong, "whole", company.whole, "returned", company.returned, "handed", company.handed)
            .forEach((state, id) -> add("unit-achievement-" + state, unit, "/achievements/" + id));
        add("unit-handover-whole", unit, "/achievements/" + company.whole + "/handover");
        add("unit-handover-wrong", unit, "/achievements/" + company.wrong + "/handover");
        papers("unit", unit, company.whole);
        add("unit-paper-check-wrong", unit, "/paper-check", page -> {
            page.locator("#f-code").fill("http://example.org/not-ours");
            submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        add("organizer-paper-check-unknown", company.organizer, "/paper-check", page -> {
            page.locator("#f-code").fill(new huizhan.documents.PaperCode("board-form", new UUID(0, 7), huizhan.kernel.Sha256.of("x")).toString());
            submit(page, "main form");
            page.locator("main .notice:not(.news)").first().waitFor();
        });
        add("unit-history", unit, "/achievements/" + company.returned + "/history");
        add("unit-history-field", unit, "/achievements/" + company.returned + "/history/board.text");
        add("unit-changes", unit, "/achievements/" + company.returned + "/changes");
        add("unit-changes-never", unit, "/achievements/" + company.empty + "/changes");
        forms("unit", unit, company.returned);
        var signed = company.signed.unit();
        add("unit-achievements-signed", signed, "/achievements");
        add("unit-achievement-frozen", signed, "/achievements/" + company.frozen);
    }

    private void forms(String role, Person who, UUID id) {
        add(role + "-forms", who, "/achievements/" + id + "/forms");
        add(role + "-forms-read", who, "/achievements/" + id + "/forms", Visits::bring);
        add(role + "-forms-taken-back", who, "/achievements/" + id + "/forms", page -> {
            bring(page);
            page.locator("main form:has([name=field]) button").first().click();
            page.locator("[name=undo]").click();
            page.locator("main .notice:not(.news)").first().waitFor();
        });
    }

    private static void bring(Page page) {
        page.locator("#f-file").setInputFiles(Path.of("src/test/resources/office/board-form-python.docx"));
        page.locator("main form[enctype] button").click();
        page.locator("main h2").first().waitFor();
    }

    private void papers(String role, Person who, UUID id) {
        for (var paper : List.of("board-form", "statement")) {
            add(role + "-paper-" + paper, who, "/achievements/" + id + "/papers/" + paper);
        }
    }

    private void department() {
        department("drafter", company.over.drafter());
        department("approver", company.signed.approver());
        var fresh = company.fresh.drafter();
        add("drafter-achievements-none", fresh, "/achievements");
        add("drafter-nomination-empty", fresh, "/nomination");
        add("drafter-summary-read", fresh, "/nomination/summary", page -> {
            page.locator("#f-file").setInputFiles(Path.of("src/test/resources/office/summary-libreoffice.xlsx"));
            page.locator("main form[enctype] button").click();
            page.locator("main h2").first().waitFor();
        });
        add("drafter-nomination-history-empty", fresh, "/nomination/history");
        add("drafter-sign-off-empty", fresh, "/nomination/sign-off");
        add("drafter-sign-off-waiting", company.waiting.drafter(), "/nomination/sign-off");
        add("approver-sign-off-waiting", company.waiting.approver(), "/nomination/sign-off");
        add("approver-sign-off-over", company.over.approver(), "/nomination/sign-off");
        var signed = company.signed.drafter();
        add("drafter-receipt-withdrawn", signed, company.withdrawn);
        add("drafter-achievement-frozen", signed, "/achievements/" + company.frozen);
        papers("drafter", signed, company.frozen);
        add("drafter-forms-frozen", signed, "/achievements/" + company.frozen + "/forms");
        add("approver-forms-frozen", company.signed.approver(), "/achievements/" + company.frozen + "/forms");
        add("drafter-receipt", signed, company.receipt);
        add("approver-receipt", company.signed.approver(), company.receipt);
        add("approver-achievement-frozen", company.signed.approver(), "/achievements/" + company.frozen);
        papers("approver", company.signed.approver(), company.frozen);
        add("approver-handover-frozen", company.signed.approver(), "/achievements/" + company.frozen + "/handover");
        var over = company.over.drafter();
        add("drafter-achievement-handed", over, "/achievements/" + company.handed);
        add("drafter-history", over, "/achievements/" + company.reworked + "/history");
        add("drafter-changes", over, "/achievements/" + company.reworked + "/changes");
        add("approver-history", company.over.approver(), "/achievements/" + company.reworked + "/history");
        add("approver-changes", company.over.approver(), "/achievements/" + company.reworked + "/changes");
        add("drafter-history-field", signed, "/achievements/" + company.frozen + "/history/board.departmentOpinion");
        add("approver-history-field", company.signed.approver(), "/achievements/" + company.frozen + "/history/board.departmentOpinion");
        add("drafter-return", over, "/achievements/" + company.handed + "/handover/return");
        add("drafter-return-wrong", over, "/achievements/" + company.handed + "/handover/return", page -> {
            submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        add("approver-return", company.over.approver(), "/achievements/" + company.handed + "/handover/return");
        add("drafter-handover", over, "/achievements/" + company.handed + "/handover");
        add("drafter-forwarding-empty", fresh, "/forwarding");
        add("drafter-forwarding-wrong", over, "/forwarding", page -> {
            page.locator("#f-until").fill("2015-08-01");
            page.locator("main form").first().evaluate("form => { form.noValidate = true; }");
            submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        add("approver-forwarding", company.over.approver(), "/forwarding");
        add("drafter-people-wrong", over, "/people", page -> {
            submit(page, "#invite form");
            page.locator(".summary").waitFor();
        });
    }

    private void department(String role, Person who) {
        everyone(role, who);
        add(role + "-achievements", who, "/achievements");
        add(role + "-new", who, "/achievements/new");
        add(role + "-people", who, "/people");
        add(role + "-nomination", who, "/nomination");
        add(role + "-nomination-history", who, "/nomination/history", page -> page.locator("main details summary").first().click());
        add(role + "-nomination-field", who, "/nomination/history/contact");
        add(role + "-letter", who, "/nomination/letter");
        add(role + "-summary", who, "/nomination/summary");
        add(role + "-letter-history", who, "/nomination/letter/history/number");
        add(role + "-sign-off", who, "/nomination/sign-off");
    }

    private void organizer() {
        var who = company.organizer;
        everyone("organizer", who);
        add("organizer-achievements", who, "/nominations/achievements");
        add("organizer-achievements-narrowed", who, "/nominations/achievements?disclosure=non-public&sort=name");
        add("organizer-achievements-unfound", who, "/nominations/achievements?q=nobody");
        add("organizer-receipt", who, company.receipt);
        duplicates(who);
        add("organizer-export", who, "/export");
        add("organizer-export-none", who, "/export?kind=activity");
        add("organizer-departments", who, "/departments");
        add("organizer-departments-none", who, "/departments?q=nothing-like-this");
        add("organizer-departments-wrong", who, "/departments", page -> {
            submit(page, "#add form");
            page.locator(".summary").waitFor();
        });
        add("organizer-department", who, "/departments/" + company.over.drafter().actor().owner());
        add("organizer-department-nobody", who, "/departments/" + company.people.department("45").id());
    }

    private void duplicates(Person who) {
        add("organizer-duplicates", who, "/duplicates");
        add("organizer-duplicates-none", who, "/duplicates?show=dismissed");
        var pair = Stream.of(company.frozen, company.second).map(UUID::toString).sorted().collect(Collectors.joining("/", "/duplicates/", ""));
        add("organizer-duplicate", who, pair);
        add("organizer-duplicate-wrong", who, pair, page -> {
            submit(page, "#decision form");
            page.locator(".notice.bad").waitFor();
        });
    }

    private void administrators() {
        var system = company.people.administrator(Role.SYSADMIN);
        everyone("sysadmin", system);
        add("sysadmin-accounts", system, "/accounts");
        add("sysadmin-accounts-none", system, "/accounts?q=nothing-like-this");
        add("sysadmin-accounts-wrong", system, "/accounts", page -> {
            submit(page, "#new form");
            page.locator(".summary").waitFor();
        });
        var security = company.people.administrator(Role.SECADMIN);
        everyone("secadmin", security);
        add("secadmin-grants", security, "/grants", page -> page.locator("main .who details summary").first().click());
        add("secadmin-grants-none", security, "/grants?q=nothing-like-this");
        var audits = company.people.administrator(Role.AUDITADMIN);
        everyone("auditadmin", audits);
        add("auditadmin-audit", audits, "/audit");
        add("auditadmin-audit-none", audits, "/audit?what=nothing-like-this");
        add("auditadmin-audit-verified", audits, "/audit", page -> {
            submit(page, "#chain form");
            page.locator("#chain .notice").waitFor();
        });
    }

    /** The form's own button, as a person presses it. */
    static void submit(Page page, String form) {
        page.locator(form).first().locator("button.button").first().click();
    }
}

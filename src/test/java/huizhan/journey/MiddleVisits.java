package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.organization.TestPeople.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The level between department and unit, as its own people see it, and as those above and below do. */
final class MiddleVisits {
    private final List<Visit> all = new ArrayList<>();
    private final Company company;
    private final Between between;

    private MiddleVisits(Company company) {
        this.company = company;
        this.between = company.between;
    }

    static List<Visit> of(Company company) {
        var visits = new MiddleVisits(company);
        visits.body(visits.between.clerk);
        visits.looker(visits.between.looker);
        visits.department();
        visits.unit(visits.between.unit);
        return visits.all;
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, company.server, who, path));
    }

    private void add(String name, Person who, String path, Consumer<Page> then) {
        all.add(Visit.of(name, company.server, who, path).then(then));
    }

    private void body(Person clerk) {
        for (var page : List.of("call", "account", "account/factor", "achievements", "forwarding", "people")) {
            add("middle-" + page.replace('/', '-'), clerk, "/" + page);
        }
        var waiting = "/achievements/" + between.waiting;
        add("middle-achievement-waiting", clerk, waiting);
        add("middle-achievement-passed", clerk, "/achievements/" + between.passed);
        add("middle-history", clerk, "/achievements/" + between.again + "/history");
        add("middle-changes", clerk, "/achievements/" + between.again + "/changes");
        add("middle-paper-board-form", clerk, waiting + "/papers/board-form");
        add("middle-return", clerk, waiting + "/handover/return");
        add("middle-return-wrong", clerk, waiting + "/handover/return", page -> {
            Visits.submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        add("middle-return-closed", clerk, "/achievements/" + between.passed + "/handover/return");
        add("middle-passage-closed", clerk, "/achievements/" + between.passed + "/handover/passage");
        add("middle-passage", clerk, waiting + "/handover/passage");
        add("middle-passage-wrong", clerk, waiting + "/handover/passage", page -> {
            page.locator("#f-opinion").fill("机密★5年");
            Visits.submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        add("middle-passage-gone", clerk, waiting + "/handover/passage", page -> faster(page, "#f-opinion", waiting));
        add("middle-forwarding-wrong", clerk, "/forwarding", page -> {
            page.locator("#f-until").fill("2015-07-18");
            page.locator("main form").first().evaluate("form => { form.noValidate = true; }");
            Visits.submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        add("middle-people-wrong", clerk, "/people", page -> {
            Visits.submit(page, "#invite form");
            page.locator(".summary").waitFor();
        });
        add("middle-not-permitted", clerk, "/nomination");
    }

    /** What is typed goes to one that is passed on already, as if a colleague had been faster. */
    private void faster(Page page, String field, String waiting) {
        page.locator(field).fill("已与单位核对数据，同意报送。");
        page.locator("main form").evaluate("(form, way) => { form.action = form.action.replace(way[0], way[1]); }", List.of(waiting, "/achievements/" + between.passed));
        Visits.submit(page, "main form");
        page.locator("#f-typed").waitFor();
    }

    private void looker(Person looker) {
        add("middle-achievements-none", looker, "/achievements");
        add("middle-forwarding-none", looker, "/forwarding");
        add("middle-people-look", looker, "/people");
    }

    private void department() {
        var drafter = between.drafter;
        add("drafter-between", drafter, "/achievements");
        add("drafter-between-takeover", drafter, "/achievements/" + between.waiting + "/handover/takeover");
        add("drafter-between-takeover-wrong", drafter, "/achievements/" + between.waiting + "/handover/takeover", page -> {
            page.locator("#f-word").fill("机密★5年");
            Visits.submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        });
        var waiting = "/achievements/" + between.waiting;
        add("drafter-between-takeover-gone", drafter, waiting + "/handover/takeover", page -> faster(page, "#f-word", waiting));
        add("drafter-between-people-long", drafter, "/people?through=none", page -> {
            for (var fold : page.locator("#bodies details summary, #units details summary").all()) fold.click();
        });
        add("approver-between-takeover", between.approver, "/achievements/" + between.stuck + "/handover/takeover");
        add("drafter-between-passed", drafter, "/achievements/" + between.passed);
        add("drafter-between-nomination", drafter, "/nomination");
        add("drafter-between-people", drafter, "/people", page -> page.locator("#bodies details summary").first().click());
        add("drafter-between-people-wrong", drafter, "/people", page -> {
            page.locator("#bodies details summary").first().click();
            page.locator("#bodies details input[name=bodyName]").first().fill("机密★5年");
            Visits.submit(page, "#bodies details form");
            page.locator(".summary").waitFor();
        });
        add("drafter-between-people-filtered", drafter, "/people?through=" + between.body);
        add("drafter-between-forwarding", drafter, "/forwarding", page -> page.locator("#bodies details summary").first().click());
        add("organizer-progress-between", company.organizer, "/progress/" + drafter.actor().owner());
    }

    private void unit(Person unit) {
        add("unit-between-call", unit, "/call");
        add("unit-between-achievements", unit, "/achievements");
        add("unit-between-sent", unit, "/achievements/" + between.waiting);
        add("unit-between-passed", unit, "/achievements/" + between.passed);
        add("unit-between-returned", unit, "/achievements/" + between.returned);
        add("unit-between-handover", unit, "/achievements/" + between.returned + "/handover");
    }
}

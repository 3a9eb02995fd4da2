package huizhan.journey;

import huizhan.kernel.Role;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reception: the matrix, a department with everything that can be found, one that is not signed off, and what the others see of it. */
final class ReceptionVisits {
    private static final String HOME = "/reception";
    private final List<Visit> all = new ArrayList<>();
    private final Company company;
    private final Person clerk;
    private final String signed;
    private final String waiting;
    private String receipt = "";
    private String back = "";

    private ReceptionVisits(Company company) {
        this.company = company;
        clerk = company.people.granted("收件员", Role.CLERK);
        signed = HOME + "/" + company.signed.drafter().actor().owner();
        waiting = HOME + "/" + company.waiting.drafter().actor().owner();
    }

    static List<Visit> of(Company company) {
        var visits = new ReceptionVisits(company);
        visits.record(company.server.browserOf(visits.clerk));
        visits.clerk();
        visits.others();
        return visits.all;
    }

    private void record(TestBrowser browser) {
        browser.get(signed);
        browser.post(signed + "/parcels", Map.of("channel", "courier", "number", "SF0000000000001", "dispatched", "2015-07-08", "arrived", "2015-07-09", "time", "16:40",
            "remark", "外箱一角受潮，内件完好"));
        browser.post(signed + "/parcels", Map.of("channel", "hand", "arrived", "2015-07-10"));
        say(browser, "open.letter.-", Map.of("state", "excepted", "note", "推荐函由办公厅单独发文"));
        say(browser, "open.summary.-", Map.of("state", "here"));
        say(browser, "open.board-form." + company.frozen, Map.of("state", "differs", "note", "公章盖在空白处，没有压在单位名称上"));
        say(browser, "open.opinions." + company.frozen, Map.of("state", "missing"));
        say(browser, "open.disc.1", Map.of("state", "unreadable", "shelf", "A-03", "note", "只读得出目录"));
        receipt = id(browser.post(signed + "/receipts", Map.of("part", "open")).location());
        browser.post(signed + "/returns", Map.of("part", "open", "item", "open.board-form." + company.frozen, "due", "2015-07-18", "reason", "请重新打印附件2并盖章，公章压在单位名称上。"));
        back = browser.get(signed).find("/returns/([0-9a-f-]{36})");
        browser.post(waiting + "/parcels", Map.of("channel", "post", "arrived", "2015-07-10"));
        browser.get(waiting);
        browser.post(waiting + "/items/open.statement.-", Map.of("state", "here", "seen", "0", "note", "共 1 份"));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private void say(TestBrowser browser, String item, Map<String, String> what) {
        browser.get(signed);
        var form = new java.util.HashMap<>(what);
        form.put("seen", "0");
        browser.post(signed + "/items/" + item, form);
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, company.server, who, path));
    }

    private void everyone(String role, Person who) {
        add(role + "-call", who, "/call");
        add(role + "-account", who, "/account");
        add(role + "-factor", who, "/account/factor");
        add(role + "-reception", who, HOME);
        add(role + "-reception-department", who, signed);
        add(role + "-reception-scan", who, HOME + "/scan");
    }

    private void sheets(String role, Person who, String home) {
        add(role + "-reception-receipt", who, home + "/receipts/" + receipt);
        add(role + "-reception-return", who, home + "/returns/" + back);
    }

    private void clerk() {
        everyone("clerk", clerk);
        sheets("clerk", clerk, signed);
        all.add(Visit.of("clerk-reception-return-wrong", company.server, clerk, signed).then(page -> {
            page.locator("#return-open > summary").click();
            Visits.submit(page, "#return-open form");
            page.locator(".notice.bad").first().waitFor();
        }));
        add("clerk-reception-none", clerk, HOME + "?q=nothing-like-this");
        add("clerk-reception-early", clerk, waiting);
        add("clerk-reception-nothing", clerk, HOME + "/" + company.people.department("45").id());
        all.add(Visit.of("clerk-reception-wrong", company.server, clerk, signed).then(page -> {
            page.locator("#h-open\\.papers details summary").nth(1).click();
            Visits.submit(page, "#h-open\\.papers details form >> nth=1");
            page.locator(".notice.bad").first().waitFor();
        }));
        all.add(Visit.of("clerk-reception-scanned", company.server, clerk, HOME + "/scan").then(page -> {
            var code = new huizhan.documents.PaperCode("board-form", company.second, huizhan.kernel.Sha256.of("x")).toString();
            for (var each : List.of("https://example.org/", code)) {
                int before = page.locator(".scan-line").count();
                page.locator("#f-code").fill(each);
                page.keyboard().press("Enter");
                page.locator(".scan-line").nth(before).waitFor();
            }
        }));
        all.add(Visit.of("clerk-reception-parcel-wrong", company.server, clerk, waiting).then(page -> {
            page.locator("#parcels > details > summary").click();
            Visits.submit(page, "#new-parcel");
            page.locator(".notice.bad").first().waitFor();
        }));
    }

    private void others() {
        everyone("officer", company.people.granted("保密员", Role.CONFIDENTIALITY));
        sheets("organizer", company.organizer, signed);
        for (var who : List.of(company.signed.drafter(), company.signed.approver())) {
            var role = who.actor().is(Role.DRAFTER) ? "drafter" : "approver";
            add(role + "-own-reception", who, "/nomination/reception");
            sheets(role + "-own", who, "/nomination/reception");
        }
        add("drafter-own-reception-none", company.fresh.drafter(), "/nomination/reception");
        add("organizer-reception", company.organizer, HOME);
        add("organizer-reception-scan", company.organizer, HOME + "/scan");
        add("organizer-reception-late", company.organizer, HOME + "?late=&sort=code");
        add("organizer-reception-department", company.organizer, signed);
    }

    /** In the zone that may hold everything, before any sign-off: a parcel of the prescribed channel. */
    static List<Visit> restricted(TestServer server) {
        var people = server.people();
        var officer = people.granted("保密员", Role.CONFIDENTIALITY);
        var place = HOME + "/" + people.department("44").id();
        var browser = server.browserOf(officer);
        browser.get(place);
        browser.post(place + "/parcels", Map.of("channel", "prescribed", "number", "00001", "arrived", "2015-07-10"));
        browser.get(place);
        browser.post(place + "/items/prescribed.summary.-", Map.of("state", "differs", "note", "缺第二页", "seen", "0"));
        var receipt = browser.post(place + "/receipts", Map.of("part", "prescribed")).location();
        browser.post(place + "/returns", Map.of("part", "prescribed", "item", "prescribed.summary.-", "due", "2015-07-18", "reason", "请重寄整表。"));
        var back = browser.get(place).find("(/reception/[0-9a-f-]{36}/returns/[0-9a-f-]{36})");
        return List.of(Visit.of("restricted-officer-reception", server, officer, place), Visit.of("restricted-officer-receipt", server, officer, receipt),
            Visit.of("restricted-officer-return", server, officer, back),
            Visit.of("restricted-clerk-reception", server, people.granted("收件员", Role.CLERK), place));
    }
}

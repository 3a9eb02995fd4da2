package huizhan.journey;

import com.microsoft.playwright.options.FilePayload;
import huizhan.nomination.Filing;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.stamped.Scans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stamped papers: of a list that is being drafted, of one that is signed off in every state, and what the organizer sees. */
final class StampedVisits {
    private static final String HOME = "/nomination/stamped";
    private final List<Visit> all = new ArrayList<>();
    private final Company company;

    private StampedVisits(Company company) {
        this.company = company;
    }

    static List<Visit> of(Company company) {
        var visits = new StampedVisits(company);
        record(company);
        visits.department();
        visits.organizer();
        return visits.all;
    }

    /** What the signed department has said of its papers. */
    static void record(Company company) {
        var visits = new StampedVisits(company);
        visits.record(company.server.browserOf(company.signed.drafter()));
    }

    private void record(TestBrowser browser) {
        var summary = Scans.bytes(company.server, browser, company.receipt + "/summary.pdf");
        send(browser, "summary:-", "成果推荐汇总表（盖章）.pdf", summary);
        send(browser, "board-form:" + company.frozen, "扫描0012.pdf", summary);
        send(browser, "board-form:" + company.second, "IMG_20150710_0931.jpg", Scans.blank("jpg"));
        say(browser, "summary/-/original", "here", "", "2015-07-10", 0);
        say(browser, "summary/-/original", "sent", "邮政特快 0000000000000", "2015-07-10", 1);
        say(browser, "letter/-/scan", "excepted", "推荐函由办公厅统一编号，随后单独发文。", "", 0);
        say(browser, "letter/-/original", "excepted", "推荐函由办公厅统一编号，随后单独发文。", "2015-07-16", 0);
        say(browser, "board-form/" + company.frozen + "/original", "here", "", "2015-07-10", 0);
        Filing.settled(company.server, "stamped-code");
    }

    private void send(TestBrowser browser, String slot, String name, byte[] bytes) {
        browser.get(HOME);
        Scans.send(company.server, browser, "nomination:stamped:" + slot, name, bytes);
    }

    private static void say(TestBrowser browser, String place, String state, String note, String day, int seen) {
        browser.get(HOME);
        browser.post(HOME + "/" + place, Map.of("state", state, "note", note, "day", day, "seen", String.valueOf(seen)));
    }

    private void add(String name, Person who, String path) {
        all.add(Visit.of(name, company.server, who, path));
    }

    private void department() {
        add("drafter-stamped", company.signed.drafter(), HOME);
        add("approver-stamped", company.signed.approver(), HOME);
        add("drafter-nomination-signed", company.signed.drafter(), "/nomination");
        add("drafter-stamped-none", company.fresh.drafter(), HOME);
        all.add(Visit.of("drafter-stamped-open", company.server, company.signed.drafter(), HOME).then(page -> {
            page.locator("#p-summary details summary").nth(0).click();
            page.locator("#p-summary details summary").nth(1).click();
            page.locator("#p-summary details summary").nth(2).click();
        }));
        var scan = new FilePayload("推荐汇总表.png", "image/png", Scans.blank("png"));
        all.add(Visit.of("drafter-stamped-sent", company.server, company.over.drafter(), HOME).then(page -> {
            page.locator("#p-summary details summary").first().click();
            page.locator("#p-summary input[type=file]").setInputFiles(scan);
            page.locator("#p-summary .stamped-sides .stamped-file").waitFor();
            page.locator("#code-summary:not([hx-get])").waitFor();
        }));
        all.add(Visit.of("approver-stamped-wrong", company.server, company.over.approver(), HOME).then(page -> {
            page.locator("#p-letter .stamped-sides section:nth-child(2) summary").click();
            page.locator("#p-letter .stamped-sides section:nth-child(2) [value=excepted]").check();
            Visits.submit(page, "#f-original-letter");
            page.locator(".notice.bad").waitFor();
        }));
    }

    private void organizer() {
        add("organizer-stamped", company.organizer, "/nominations/stamped");
        add("organizer-stamped-department", company.organizer, "/nominations/stamped/" + company.signed.drafter().actor().owner());
    }
}

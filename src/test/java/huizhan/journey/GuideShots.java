package huizhan.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import huizhan.achievement.Achievements;
import huizhan.achievement.Intake;
import huizhan.kernel.Role;
import huizhan.organization.Invitations;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the guide shows: the company's pages in the states of which the guide speaks, reader by reader. */
final class GuideShots {
    private static final int TALL = 1500;
    private static final String BOARD_TEXT = "[name='board.text']";
    private static final String ROW = "tr:has(" + BOARD_TEXT + ")";
    private static final String TOO_LONG = "2011—2015年，中外双方在跨境河流沿线建成水质联合监测站%d座，统一了采样、化验和数据交换的方法，数据每小时更新，两国沿岸五县共用一套预警标准。"
        + "五年来发布预警37次，沿岸没有发生饮水安全事件；联合培养监测人员126人，发表合作论文18篇，形成双方共同采用的技术规程4项。"
        + "监测网络写入两国环境合作计划，为流域国家之间的对话提供了共同的数据，也带动沿岸生态农业和清洁航运投资3.6亿元，惠及约42万人，已有三个邻国的流域机构前来考察，商定推广。";
    /** A field's word that it is saved has the time. */
    private static final Locator.FilterOptions SAVED = new Locator.FilterOptions().setHasText(":");
    private final List<Shot> all = new ArrayList<>();
    private final Company company;
    private final Path workshop;
    private final Person unit;
    private final Person drafter;
    private final Person colleague;
    private final String link;
    private int stations = 20;

    private GuideShots(Company company, Path workshop) {
        this.company = company;
        this.workshop = workshop;
        unit = company.over.unit();
        drafter = company.over.drafter();
        var place = unit.actor().unit();
        colleague = company.people.of(drafter, company.server.get(Units.class).find(drafter.actor().owner(), place.orElseThrow()).orElseThrow());
        link = ((Invitations.Invited.Sent) company.server.get(Invitations.class).invite(drafter.actor(), new Invitations.Person("示例丁",
            "lab@haiyang.example.cn", "000-00000003", drafter.actor().department(), place, Set.of(Role.UNIT)))).link().path();
        company.server.get(Achievements.class).giveBack(drafter.actor(), company.reworked, "请补一张现场照片，并核对受益港口的数目。", List.of("pictures", "board.text"), "2015-07-14");
    }

    static List<Shot> of(Company company, Path workshop) {
        var shots = new GuideShots(company, workshop);
        shots.unit();
        shots.unitHandsOver();
        shots.department();
        shots.departmentSigns();
        shots.between();
        shots.stamped();
        shots.organizer();
        shots.organizerAnswers();
        return shots.all;
    }

    private static String achievement(UUID id) {
        return "/achievements/" + id;
    }

    private void unit() {
        all.add(Shot.ofNobody("unit-join", link, "main"));
        all.add(Shot.of("unit-call", unit, "/call", ""));
        all.add(Shot.of("unit-begin", unit, "/achievements/new", "main").then(page -> page.locator("[value=public]").check()));
        all.add(Shot.of("unit-form", unit, achievement(company.wrong), ""));
        all.add(Shot.of("unit-saved", unit, achievement(company.wrong), ROW).then(this::lengthen));
        all.add(Shot.of("unit-pictures", unit, achievement(company.wrong), "#s-pictures").then(this::tooSmall));
        all.add(Shot.of("unit-word", unit, achievement(company.empty) + "/forms", ".page-head, main section h2, main form .rows > li:nth-child(-n+5)").then(GuideShots::bring));
        all.add(Shot.of("unit-folder", unit, achievement(company.empty) + "/folder", ".page-head, [data-folder-plan]").then(this::folder).atMost(TALL));
        all.add(Shot.of("unit-offline", unit, achievement(company.whole), ROW).then(this::cutOff).after(GuideShots::backOnLine));
        all.add(Shot.of("unit-conflict", unit, achievement(company.whole), ROW).then(this::conflict).after(GuideShots::takeTheirs));
        all.add(Shot.of("unit-history", unit, achievement(company.returned) + "/history/board.text", "main"));
    }

    private void lengthen(Page page) {
        page.locator(BOARD_TEXT).fill(TOO_LONG.formatted(++stations));
        page.locator(ROW + " .saved").filter(SAVED).first().waitFor();
    }

    private void tooSmall(Page page) {
        page.locator("#s-pictures input[type=file]").setInputFiles(workshop.resolve("small.jpg"));
        page.locator("#s-pictures [data-upload-said] button").first().waitFor();
    }

    private static void bring(Page page) {
        page.locator("#f-file").setInputFiles(Path.of("src/test/resources/office/board-form-python.docx"));
        page.locator("main form[enctype] button").click();
        page.locator("main h2").first().waitFor();
    }

    private void folder(Page page) {
        page.locator("[data-folder-input]").setInputFiles(FolderVisits.folder(workshop, List.of("展板信息登记表.docx", "图片/全景.jpg", "图片/签约现场.png", "IMG_20150612_093015.jpg", "视频/联合实验.mp4",
            "附件/保密审核意见.pdf", "非公开/装置.jpg", "Thumbs.db")));
        page.locator("[data-folder-list] .row").first().waitFor();
    }

    /** The line is down; what is typed waits in the browser. */
    private void cutOff(Page page) {
        page.context().setOffline(true);
        page.locator(BOARD_TEXT).fill("采集水样860件，建成监测站%d座，连续数据已满24个月。".formatted(++stations));
        page.locator(ROW + " .saved .link-button").first().waitFor();
    }

    private static void backOnLine(Page page) {
        page.context().setOffline(false);
        page.locator(ROW + " .saved").filter(SAVED).first().waitFor();
    }

    private void conflict(Page page) {
        cutOff(page);
        company.server.get(Intake.class).write(colleague.actor(), company.whole, "board.text",
            "采集水样860件，建成监测站%d座，沿岸五县用上同一套预警标准。".formatted(stations - 1));
        page.context().setOffline(false);
        page.locator(ROW + " .conflict button").first().waitFor();
    }

    private static void takeTheirs(Page page) {
        page.locator(ROW + " .conflict button").last().click();
        page.locator(ROW + " .conflict").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private void unitHandsOver() {
        all.add(Shot.of("unit-handover", unit, achievement(company.wrong) + "/handover", ".page-head, main > .notice, main > section:nth-of-type(-n+2)").atMost(TALL));
        all.add(Shot.of("unit-list", unit, "/achievements", ".page-head, main > .rows > li:nth-child(-n+7)").atMost(TALL));
        all.add(Shot.of("unit-returned", unit, achievement(company.returned), ".page-head, .correction"));
        all.add(Shot.of("unit-changes", unit, achievement(company.returned) + "/changes", "main"));
        all.add(Shot.of("unit-papers", unit, achievement(company.whole), "#s-papers"));
        all.add(Shot.of("unit-exception", unit, company.small, "main").then(page -> page.locator("[name=reason]").fill("合作始于1986年，只存有这张底片的扫描件。")));
        all.add(Shot.of("unit-questions", unit, "/questions", ".page-head, #published, #new, #own article:first-of-type").atMost(TALL));
    }

    private void department() {
        all.add(Shot.of("department-people", drafter, "/people", "#units").then(GuideShots::hideLinks).atMost(TALL));
        all.add(Shot.of("department-forwarding", drafter, "/forwarding", "main").atMost(TALL));
        all.add(Shot.of("department-candidates", drafter, "/achievements", ".page-head, main > .rows > li:nth-child(-n+6)"));
        all.add(Shot.of("department-return", drafter, achievement(company.handed) + "/handover/return", ".page-head, main form > .field, main fieldset:first-of-type").then(page -> {
            page.locator("#f-reason").fill("这项成果是标准互认机制，成果类别请改选基地、平台和网络。");
            page.locator("#f-until").fill("2015-07-15");
            page.locator("[name=place][value=kind]").check();
        }));
        all.add(Shot.of("department-list", drafter, "/nomination", ""));
        all.add(Shot.of("department-letter", drafter, "/nomination/letter", ""));
        all.add(Shot.of("department-summary", drafter, "/nomination/summary", ".page-head, main section h2, main form > .rows:first-of-type, main form > .rows:last-of-type > li:first-child").atMost(TALL).then(page -> {
            page.locator("#f-file").setInputFiles(Path.of("src/test/resources/office/summary-libreoffice.xlsx"));
            page.locator("main form[enctype] button").click();
            page.locator("main h2").first().waitFor();
        }));
        all.add(Shot.of("department-extension", company.signed.drafter(), "/extension", "main").then(page -> {
            page.locator("[name=wanted]").fill("2015-07-24");
            page.locator("[name=reason]").fill("7月20日起全省抢修线路，还差两项成果的盖章件。");
        }));
    }

    private void departmentSigns() {
        var waiting = company.waiting;
        all.add(Shot.of("department-approval", waiting.approver(), "/nomination/sign-off", "#s-approval"));
        all.add(Shot.of("department-sign", waiting.approver(), "/nomination/sign-off", "form[action='/nomination/signature']")
            .then(page -> page.locator("[name=declared]").all().forEach(Locator::check)));
        var signed = company.signed.drafter();
        all.add(Shot.of("department-receipt", signed, company.receipt, ".receipt-head, .receipt > .facts:first-of-type, .receipt-qr"));
        all.add(Shot.of("department-disc", signed, company.receipt, ".card:has([href$='/parcel.pdf']), #s-disc")
            .then(page -> page.locator("#s-disc li").first().waitFor()));
        all.add(Shot.of("department-paper", signed, "/paper-check", ".page-head, main > section > :not(ul), main > section li:nth-child(-n+4)").then(page -> checkReceipt(page, company.receipt)));
    }

    /** The level between, as its own people see it and as the department does. */
    private void between() {
        var between = company.between;
        all.add(Shot.of("middle-forwarding", between.clerk, "/forwarding", "main").atMost(TALL));
        all.add(Shot.of("middle-list", between.clerk, "/achievements", "main").atMost(TALL));
        all.add(Shot.of("middle-passage", between.clerk, achievement(between.waiting) + "/handover/passage", "main")
            .then(page -> page.locator("#f-opinion").fill("监测数据和培训人数已经核实，同意报送。")));
        all.add(Shot.of("department-bodies", between.drafter, "/people", "#bodies > .card-head, #bodies > .hint, #b-" + between.body).atMost(TALL).then(page -> {
            hideLinks(page);
            page.locator("#b-" + between.body + " > details summary").click();
        }));
        all.add(Shot.of("department-between", between.drafter, "/achievements", "#between > h2, #between > .hint, #between > section:first-of-type"));
    }

    private void stamped() {
        StampedVisits.record(company);
        var drafter = company.signed.drafter();
        all.add(Shot.of("department-stamped", drafter, "/nomination/stamped", ".page-head, #lacking, #p-summary, #p-letter").atMost(TALL));
        all.add(Shot.of("department-stamped-original", drafter, "/nomination/stamped", "#p-" + company.second + " .stamped-sides section:nth-child(2)").atMost(TALL).then(page -> {
            var original = page.locator("#p-" + company.second + " .stamped-sides section:nth-child(2)");
            original.locator("summary").click();
            original.locator("[value=excepted]").check();
            original.locator("[name=day]").fill("2015-07-16");
            original.locator("textarea").fill("单位公章正在换发，盖好后补寄。");
        }));
        all.add(Shot.of("organizer-stamped", company.organizer, "/nominations/stamped", "main"));
    }

    private static void checkReceipt(Page page, String receipt) {
        page.locator("#f-file").evaluate("""
            async (field, address) => {
              const files = new DataTransfer();
              files.items.add(new File([await (await fetch(address)).blob()], 'receipt.pdf', { type: 'application/pdf' }));
              field.files = files.files;
            }""", receipt + "/receipt.pdf");
        page.locator("main form button").first().click();
        page.locator("main .notice.good").waitFor();
    }

    /** A link lets in whoever has it, and an address of the machine says nothing to anybody. */
    private static void hideLinks(Page page) {
        page.locator(".link-to-copy input").evaluateAll("all => all.forEach(each => { each.value = 'https://huizhan.example.cn/invitation/…'; })");
    }

    private void organizer() {
        var me = company.organizer;
        all.add(Shot.of("organizer-people", me, "/departments/" + company.people.department("37").id(), "#people").then(GuideShots::hideLinks).atMost(TALL));
        all.add(Shot.of("organizer-progress", me, "/progress?group=province&q=3", "main").atMost(TALL));
        all.add(Shot.of("organizer-reminder", me, "/progress/reminder?d=37&d=33&d=11", ".page-head, main > .card:nth-of-type(-n+2)").atMost(TALL));
        all.add(Shot.of("organizer-calls", me, "/progress/calls?state=half", "main"));
        all.add(Shot.of("organizer-outbox", me, "/outbox", "main"));
        all.add(Shot.of("organizer-achievements", me, "/nominations/achievements", "main"));
        var pair = Stream.of(company.frozen, company.second).map(UUID::toString).sorted().collect(Collectors.joining("/", "/duplicates/", ""));
        all.add(Shot.of("organizer-duplicate", me, pair, ".page-head, main > .card:first-of-type, .twins:first-of-type").atMost(TALL));
        all.add(Shot.of("organizer-export", me, "/export", "main").atMost(TALL));
    }

    private void organizerAnswers() {
        var me = company.organizer;
        all.add(Shot.of("organizer-duties", me, "/opening", "main"));
        all.add(Shot.of("organizer-question", me, "/questions", "#waiting"));
        all.add(Shot.of("organizer-announcement", me, "/announcements", "#new").then(page -> {
            page.locator("#f-title").fill("收件地址变动");
            page.locator("[name=text]").fill("7月16日起，光盘和纸质件请寄三里河路54号404室。");
        }));
        all.add(Shot.of("organizer-permit", me, "/permits", "#waiting"));
        all.add(Shot.of("organizer-exception", me, "/exceptions", "#waiting"));
        all.add(Shot.of("organizer-outage", me, company.outage, "main"));
    }
}

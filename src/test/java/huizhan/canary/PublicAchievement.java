package huizhan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.achievement.FormsWithPictures;
import huizhan.material.Examples;
import huizhan.material.Noise;
import huizhan.organization.TestBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An achievement that is filled in as public, through every door that takes something of one, until it is signed off and made into a disc. */
final class PublicAchievement {
    private static final List<String> CHOSEN = List.of("kind", "directions", "exhibitForms", "board.countries", "board.fields", "board.natures", "board.contact.email",
        "board.contact.telephone", "board.contact.mobile");
    private static final Pattern DECLARED = Pattern.compile("name=\"declared\" value=\"([^\"]+)\"");
    private final TestBrowser unit;
    private final TestBrowser drafter;
    private final TestBrowser approver;
    private final Words words;
    final String place;
    private String receipt = "";

    PublicAchievement(Map<String, TestBrowser> browsers, Words words) {
        this.unit = browsers.get("UNIT");
        this.drafter = browsers.get("DRAFTER");
        this.approver = browsers.get("APPROVER");
        this.words = words;
        unit.get("/achievements/new");
        place = unit.post("/achievements", Map.of("disclosure", "public")).location();
    }

    private String id() {
        return place.substring(place.length() - 36);
    }

    /** Fills it in, hands it over, has it picked and signed off, makes the disc, and takes all that back until the unit has it again. */
    void throughTheYear() throws IOException {
        fields();
        for (int i = 1; i <= 2; i++) upload("picture", "照片" + words.of("file name of a picture") + ".jpg", noise(i, words.of("picture")), 201);
        captions();
        handOver();
        field(drafter, "board.departmentOpinion", "同意推荐 " + words.of("department's opinion"), 0);
        drafter.get("/nomination");
        assertThat(drafter.post("/nomination/lines", Map.of("achievement", id())).status()).isEqualTo(302);
        look(drafter, "/nomination", place + "/papers/board-form.docx", place + "/papers/board-form.pdf", place + "/papers/statement.pdf", "/nomination/papers/summary.pdf", place + "/history");
        signOff();
        approver.get("/nomination/sign-off");
        assertThat(approver.post("/nomination/withdrawal", Map.of("reason", "漏了一项成果")).status()).isEqualTo(302);
        drafter.get(place);
        assertThat(drafter.post(place + "/handover/return", Map.of("reason", "请改 " + words.of("reason of a return"), "place", "board.text")).status()).isEqualTo(302);
        afterTheReturn();
    }

    private void fields() {
        var old = Examples.values();
        old.all().forEach((field, values) -> {
            if (field.equals("board.departmentOpinion")) return;
            var text = CHOSEN.contains(field) ? String.join("\n", values) : values.get(0) + words.of("field " + field);
            field(unit, field, text, field.equals("undertaker") || field.equals("board.unit") ? 1 : 0);
        });
        assertThat(unit.post(place + "/section", Map.of("board.wishes", "其他 " + words.of("a section without script"), "version:board.wishes", "0")).status()).isEqualTo(302);
    }

    private void field(TestBrowser browser, String field, String value, int version) {
        browser.get(place);
        var answer = browser.post(place + "/fields", Map.of("field", field, "value", value, "version", String.valueOf(version)), "Accept", "application/json");
        assertThat(answer.status()).as(field + " " + answer.body()).isEqualTo(200);
    }

    private void captions() {
        var page = unit.get(place).body();
        Pattern.compile("name=\"(file\\.[0-9a-f-]{36}[^\"]*)\"").matcher(page).results().map(found -> found.group(1)).distinct().toList()
            .forEach(field -> field(unit, field, "说明" + words.of("caption"), 0));
    }

    private void upload(String slot, String name, byte[] bytes, int status) {
        unit.get(place);
        var answer = Knocking.begin(unit, "achievement:" + id() + ":" + slot, name, bytes, bytes.length);
        assertThat(answer.status()).as(slot + " " + answer.body()).isEqualTo(status);
    }

    private void handOver() {
        unit.get(place + "/handover");
        var answer = unit.post(place + "/handover", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }

    private void signOff() {
        var page = approver.get("/nomination/sign-off");
        var declared = DECLARED.matcher(page.body()).results().map(found -> found.group(1)).collect(Collectors.joining(","));
        var answer = approver.post("/nomination/signature", Map.of("seen", page.find("name=\"seen\" value=\"([0-9a-f]{64})\""), "declared", declared));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        receipt = answer.location();
        look(approver, receipt, receipt + "/board-form.pdf", receipt + "/1/board-form.docx");
        approver.get(receipt);
        assertThat(approver.post(receipt + "/disc", Map.of()).status()).isEqualTo(302);
        ServerProcess.until("the disc", () -> approver.get(receipt + "/disc").body().contains("/discs/1"), 60_000_000_000L);
    }

    private void afterTheReturn() throws IOException {
        unit.get(place);
        assertThat(unit.post(place + "/objects", Map.of()).status()).isEqualTo(302);
        var object = unit.get(place).find("object\\.([0-9a-f-]{36})\\.name");
        for (var part : List.of("name", "size", "note")) field(unit, "object." + object + "." + part, "模型 " + words.of("an object's " + part), 0);
        upload("photo:" + object, "模型" + words.of("file name of an object's photo") + ".jpg", noise(3, words.of("an object's photo")), 201);
        upload("figure", "图" + words.of("file name of a figure") + ".jpg", noise(4, words.of("a figure")), 201);
        upload("attachment:other", "附件" + words.of("file name of a sheet") + ".docx", Knocking.document(words.of("a sheet")), 201);
        var half = ("ftyp" + words.of("half a film")).getBytes(StandardCharsets.UTF_8);
        unit.get(place);
        assertThat(Knocking.begin(unit, "achievement:" + id() + ":video", "影片" + words.of("file name of half a film") + ".mp4", half, 1_000_000).status()).isEqualTo(201);
        var form = FormsWithPictures.board(noise(5, words.of("a picture in a Word form")));
        unit.get(place + "/forms");
        assertThat(unit.upload(place + "/forms", "登记表.docx", form).status()).isEqualTo(200);
        unit.post(place + "/presence", Map.of("at", "board.text"));
        look(unit, place, place + "/history", place + "/history/board.text", place + "/changes", place + "/findings", place + "/statement", place + "/forms", place + "/papers/statement.docx");
    }

    private static void look(TestBrowser browser, String... paths) {
        for (var path : paths) browser.get(path);
    }

    /** Sealed, saved, and sent away by its unit. */
    void turn() {
        unit.get(place + "/disclosure");
        assertThat(unit.post(place + "/disclosure/discs", Map.of()).status()).isEqualTo(302);
        assertThat(unit.get(place + "/disclosure/discs/1").status()).isEqualTo(200);
        unit.get(place + "/disclosure");
        var answer = unit.post(place + "/disclosure", Map.of("saved", "yes"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }

    /** Where it stood and could be seen. */
    List<String> traces() {
        return List.of(place, place + "/history", place + "/forms", receipt, receipt + "/1/board-form.docx", receipt + "/summary.pdf", receipt + "/disc", "/nomination", "/nomination/history", "/nomination/sign-off",
            "/achievements", "/nomination/papers/summary.docx", "/nomination/stamped");
    }


    /** A picture that compresses badly, more than 5,242,880 bytes, with a word behind its end. */
    private static byte[] noise(int seed, String word) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(Noise.jpg(seed));
        out.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}

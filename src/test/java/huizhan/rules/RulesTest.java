package huizhan.rules;

import static huizhan.material.Examples.CALL;
import static huizhan.material.Examples.aListOf;
import static huizhan.material.Examples.anAchievement;
import static huizhan.material.Examples.broken;
import static huizhan.material.Examples.characters;
import static huizhan.material.Examples.depth;
import static huizhan.material.Examples.disclosed;
import static huizhan.material.Examples.film;
import static huizhan.material.Examples.forms;
import static huizhan.material.Examples.having;
import static huizhan.material.Examples.headless;
import static huizhan.material.Examples.lacking;
import static huizhan.material.Examples.nomination;
import static huizhan.material.Examples.overview;
import static huizhan.material.Examples.part;
import static huizhan.material.Examples.picture;
import static huizhan.material.Examples.pictures;
import static huizhan.material.Examples.reading;
import static huizhan.material.Examples.with;
import static huizhan.material.Examples.withAttachment;
import static huizhan.material.Examples.withObjects;
import static huizhan.material.Examples.withPictures;
import static huizhan.material.Examples.withProse;
import static huizhan.material.Examples.withVideo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huizhan.kernel.Text;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Examples;
import huizhan.material.ExhibitObject;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import huizhan.material.FormReading;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import huizhan.material.OverviewVideo;
import huizhan.material.Picture;
import huizhan.material.PictureFacts;
import huizhan.material.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule alone for its own defect, and nothing on the other side of its boundary. */
class RulesTest {
    private static final String P1 = "01/pictures/1.jpg";
    private static final String P2 = "01/pictures/2.jpg";
    private static final String FILM = "01/video/film.mp4";

    private record Example(String rule, Severity severity, String name, Material bad, Material good) {}

    private final List<Example> examples = new ArrayList<>();

    private void error(String rule, String name, Material bad, Material good) {
        examples.add(new Example(rule, Severity.ERROR, name, bad, good));
    }

    private void warning(String rule, String name, Material bad, Material good) {
        examples.add(new Example(rule, Severity.WARNING, name, bad, good));
    }

    private static Material whole(Achievement achievement) {
        return nomination(achievement);
    }

    private static Achievement value(String field, String... values) {
        return with(all -> all.with(field, values));
    }

    private static Achievement without(String field) {
        return with(all -> all.without(field));
    }

    private static Achievement activity(String missing) {
        return with(all -> {
            var values = all.without("statement.problem").without("statement.breakthrough").without("statement.effect").with("kind", "activity");
            for (var section : CALL.kind("activity").orElseThrow().sections()) {
                values = values.with("statement." + section.code(), section.code().equals(missing) ? "" : "写明");
            }
            return values;
        });
    }

    private static ExhibitObject model(String name, double cm, String size, double kg, String... photos) {
        return new ExhibitObject(name, "model", cm, cm, cm, size, kg, "", List.of(photos));
    }

    private static Achievement modelled(ExhibitObject object) {
        return withObjects(value("exhibitForms", "model"), object);
    }

    private static final String PHOTO = "01/objects/1.jpg";

    private static Achievement filmed() {
        return withVideo(value("exhibitForms", "video"), FILM);
    }

    private static Material filmed(FileFacts facts) {
        return having(whole(filmed()), facts);
    }

    private static FileFacts reel(String container, boolean examinable, Optional<String> sound, Optional<FilmFacts.Fault> fault) {
        return new FileFacts(FILM, 1_000_000, Optional.empty(), Optional.empty(), Optional.of(new FilmFacts(container, examinable,
                Optional.of(Duration.ofMinutes(1)), 1920, 1080, "avc1", sound, fault, Optional.empty())));
    }

    private static Material depthOf(PictureFacts.Depth deep) {
        return having(whole(anAchievement()), picture(P1, 6_000_000, 6000, 4000, deep));
    }

    private static FormReading form(String field, String... said) {
        return new FormReading("01/board-form.docx", "01", new Values(Map.of(field, List.of(said))), List.of(), List.of());
    }

    private static Material ranked(int... ranks) {
        var list = new ArrayList<Achievement>();
        for (int rank : ranks) {
            list.add(Examples.achievement(list.size() + 1, Examples.values()).ranked(rank));
        }
        return aListOf(ranks.length).with(list);
    }

    private List<Example> all() {
        var good = whole(anAchievement());
        error("A1.kind", "no kind", whole(without("kind")), good);
        error("A1.kind", "an unknown kind", whole(value("kind", "party")), whole(activity("")));
        warning("A1.kind", "no kind, Word forms only", forms(without("kind")), forms(anAchievement()));
        error("A1.sections", "no statement", whole(withProse(anAchievement(), "")), good);
        error("A1.sections", "an activity without its place", whole(activity("place")), whole(activity("")));
        warning("A1.sections", "a project without its effect", whole(value("statement.effect", " ")), good);
        warning("A1.sections", "prose without sections", whole(withProse(anAchievement(), "一段文字。")), good);
        warning("A2.direction", "no direction", whole(without("directions")), good);
        error("A2.direction", "an unknown direction", whole(value("directions", "north")), whole(value("directions", "network", "regional")));
        error("A3.limit", "eleven", aListOf(11), aListOf(10));
        error("A3.order", "1 1 3", ranked(1, 1, 3), ranked(3, 1, 2));
        error("A3.order", "a part with rank 11", part(anAchievement().ranked(11)), part(anAchievement().ranked(10)));
        error("A4.disclosure", "not marked", whole(disclosed(anAchievement(), "")), good);
        error("A4.mark", "机密★10年", whole(value("board.wishes", "机密★10年")), whole(value("board.wishes", "本项目不涉及国家秘密和商业秘密")));
        error("A4.mark", "秘 密 alone on a line", whole(value("board.wishes", "封面\n  秘 密\n正文")), whole(value("board.wishes", "揭开生命的秘密")));
        error("A4.mark", "密级：机密", whole(value("board.wishes", "密级：机密")), whole(value("board.wishes", "密级：□绝密 □机密 □秘密")));
        warning("A4.mark", "内部资料", whole(value("board.wishes", "内部资料，注意保存")), whole(value("board.wishes", "不含内部资料")));
        warning("A4.opinion", "不宜公开", whole(value("board.confidentialityOpinion", "经审核不宜公开")), good);
        error("A5.length", "1001 字", whole(value("statement.effect", characters(1001 - 12))), whole(value("statement.effect", characters(1000 - 12))));
        error("A6.count", "one picture", whole(withPictures(new Picture(P1, "", "说明"))), good);
        error("A6.count", "five pictures", whole(withPictures(pictures(5).toArray(Picture[]::new))), whole(withPictures(pictures(4).toArray(Picture[]::new))));
        error("A6.size", "4,999,999 bytes", having(good, picture(P1, 4_999_999)), having(good, picture(P1, 5_242_880)));
        warning("A6.size-note", "5,242,879 bytes", having(good, picture(P1, 5_242_879)), having(good, picture(P1, 5_242_880)));
        warning("A6.size-note", "5,000,000 bytes", having(good, picture(P1, 5_000_000)), good);
        error("A6.image", "a renamed PDF", having(good, broken(P1, PictureFacts.Fault.NOT_A_PICTURE)), good);
        error("A6.image", "found when decoding", depthOf(new PictureFacts.Depth(Optional.of(PictureFacts.Fault.TRUNCATED), false, 0, "")), good);
        warning("A6.extension", "a JPEG called .png", whole(withPictures(new Picture("01/pictures/1.png", "", "说明"), new Picture(P2, "", "说明"))),
                whole(withPictures(new Picture("01/pictures/1.JPEG", "", "说明"), new Picture(P2, "", "说明"))));
        warning("A6.pixels", "3543 pixels on 90 cm", having(good, picture(P1, 6_000_000, 3543, 2362, depth(P1))),
                having(good, picture(P1, 6_000_000, 3544, 2362, depth(P1))));
        warning("A6.upscaled", "enlarged", depthOf(new PictureFacts.Depth(Optional.empty(), true, 0, depth(P1).fingerprint())), good);
        warning("A6.padded", "more than a quarter", depthOf(new PictureFacts.Depth(Optional.empty(), false, 1_500_001, depth(P1).fingerprint())),
                depthOf(new PictureFacts.Depth(Optional.empty(), false, 1_500_000, depth(P1).fingerprint())));
        warning("A6.duplicate", "the same picture", depthOf(depth(P2)), good);
        error("A6.caption", "no caption", whole(withPictures(new Picture(P1, "", " "), new Picture(P2, "", "说明"))), good);
        error("A7.required", "a cell empty", whole(without("board.unit")), good);
        error("A7.required", "neither telephone nor mobile", whole(with(all -> all.without("board.contact.telephone").without("board.contact.mobile"))), good);
        warning("A7.required", "no mobile", whole(without("board.contact.mobile")), good);
        warning("A7.required", "no e-mail", whole(without("board.contact.email")), good);
        error("A7.required", "no opinion", whole(without("board.confidentialityOpinion")),
                whole(withAttachment(without("board.confidentialityOpinion"), "confidentiality")));
        warning("A7.required", "no department's opinion in a unit's part", part(without("board.departmentOpinion")), part(anAchievement()));
        error("A7.field", "an eighth field", whole(value("board.fields", "history")), whole(value("board.fields", "other")));
        warning("A7.field", "two fields", whole(value("board.fields", "life", "energy")), good);
        error("A7.country", "none", whole(without("board.countries")), whole(value("board.countries", "other:非洲多国")));
        error("A7.country", "no code", whole(value("board.countries", "XX")), whole(value("board.countries", "FR", "EU")));
        error("A7.nature", "其他 without its text", whole(value("board.natures", "other")),
                whole(with(all -> all.with("board.natures", "other").with("board.otherNature", "多边"))));
        error("A8.length", "201 字", whole(value("board.text", characters(201))), whole(value("board.text", characters(200))));
        error("A9.object", "a box and no object", whole(value("exhibitForms", "object")), good);
        error("A9.object", "no weight", whole(modelled(model("模型", 30, "", 0, PHOTO))), whole(modelled(model("模型", 30, "", 0.1, PHOTO))));
        error("A9.object", "no size", whole(modelled(model("模型", 0, "", 2, PHOTO))), whole(modelled(model("模型", 0, "直径30 cm", 2, PHOTO))));
        error("A9.photo", "no photo", whole(modelled(model("模型", 30, "", 2))), whole(modelled(model("模型", 30, "", 2, PHOTO))));
        warning("A9.box", "a model without its box", whole(withObjects(anAchievement(), model("模型", 30, "", 2, PHOTO))), good);
        error("A10.video", "no index", filmed(reel("mp4", true, Optional.of("mp4a"), Optional.of(FilmFacts.Fault.NO_INDEX))), whole(filmed()));
        warning("A10.video", "WMV", filmed(reel("wmv", false, Optional.empty(), Optional.empty())), whole(filmed()));
        error("A10.duration", "600.501 s", filmed(film(FILM, Duration.ofMillis(600_501), 1920, 1080)), filmed(film(FILM, Duration.ofMillis(600_500), 1920, 1080)));
        warning("A10.definition", "1279×719", filmed(film(FILM, Duration.ofMinutes(1), 1279, 719)), filmed(film(FILM, Duration.ofMinutes(1), 1280, 719)));
        warning("A10.definition", "719×1279 turned", filmed(film(FILM, Duration.ofMinutes(1), 719, 1279)), filmed(film(FILM, Duration.ofMinutes(1), 720, 900)));
        warning("A10.overview", "none", overview(good, Optional.empty()), part(anAchievement()));
        error("A10.missing", "a box and no film", whole(value("exhibitForms", "video")), whole(filmed()));
        warning("A10.box", "a film without its box", whole(withVideo(anAchievement(), FILM)), whole(filmed()));
        warning("A10.sound", "silent", filmed(reel("mp4", true, Optional.empty(), Optional.empty())), whole(filmed()));
        error("A11.required", "no foreign partner", whole(without("foreignPartner")), whole(value("foreignPartner", "无")));
        error("A11.forms", "none", whole(without("exhibitForms")), good);
        error("A11.head", "no telephone", headless(good, "telephone"), part(anAchievement()));
        error("A12.file", "named and not there", lacking(good, P2), good);
        warning("A12.unnamed", "there and not named", having(good, new FileFacts("01/pictures/extra.txt", 3)), good);
        warning("form.read", "a cell not understood", reading(good, new FormReading("01/board-form.docx", "01", Values.NONE, List.of(Text.same("项目领域")), List.of())), good);
        error("form.disagree", "another unit", reading(good, form("board.unit", "别的大学")), reading(good, form("board.unit", "示例大学")));
        warning("form.disagree", "blanks only", reading(good, form("board.text", "样机 投入使用")), good);
        warning("form.glyph", "an unassigned character", whole(value("board.wishes", "字" + Character.toString(0x10FFFD))), whole(value("board.wishes", "𠮷㛃")));
        return examples;
    }

    @TestFactory List<DynamicTest> each_rule_answers_for_its_own_defect_alone() {
        return all().stream().map(example -> DynamicTest.dynamicTest(example.rule + ": " + example.name, () -> {
            assertThat(found(example.bad)).allSatisfy(each -> {
                assertThat(each.rule()).isEqualTo(example.rule);
                assertThat(each.severity()).isEqualTo(example.severity);
                assertThat(each.message(Lang.ZH)).isNotBlank().doesNotContain("{");
                assertThat(each.message(Lang.EN)).isNotBlank().doesNotContain("{");
                assertThat(each.remedy(Lang.ZH)).isNotBlank().doesNotContain("{");
                assertThat(each.remedy(Lang.EN)).isNotBlank().doesNotContain("{");
            }).isNotEmpty();
            assertThat(found(example.good)).isEmpty();
        })).toList();
    }

    @Test void every_rule_but_the_zones_has_an_example() {
        var ids = new ArrayList<>(Rules.ALL.stream().map(Rule::id).toList());
        ids.remove("A4.zone");
        assertThat(all().stream().map(Example::rule).distinct().toList()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test void non_public_content_is_refused_on_the_open_network_alone() {
        var material = nomination(disclosed(anAchievement(), "non-public"));
        assertThat(Rules.findings(material, CALL, Optional.of(Zone.OPEN))).extracting(Finding::rule).containsExactly("A4.zone");
        assertThat(Rules.findings(material, CALL, Optional.of(Zone.RESTRICTED))).isEmpty();
        assertThat(Rules.findings(material, CALL, Optional.empty())).isEmpty();
    }

    @Test void a_stub_is_exempt_from_everything_but_the_order() {
        var stub = Achievement.stub(new UUID(2, 2), 2);
        assertThat(Rules.findings(nomination(anAchievement(), stub), CALL, Optional.of(Zone.OPEN))).isEmpty();
        assertThat(found(nomination(anAchievement(), stub.ranked(3)))).extracting(Finding::rule).containsExactly("A3.order");
    }

    @Test void an_exception_turns_its_error_into_a_warning_and_no_other() {
        var small = having(nomination(anAchievement()), picture(P1, 4_999_999));
        assertThat(found(Examples.excepting(small, new GrantedException("A6.size", P1, "历史照片")))).extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(found(Examples.excepting(small, new GrantedException("A6.size", P2, "历史照片")))).extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(found(Examples.excepting(small, new GrantedException("A6.size", new UUID(1, 1).toString(), "历史照片"))))
                .extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test void an_exception_by_achievement_and_digest_holds_whatever_the_ranking_is_and_for_no_other_file() {
        var digest = Sha256.of("bytes of the photo");
        var small = having(nomination(anAchievement()), new FileFacts(P1, 4_999_999, Optional.of(digest), picture(P1, 4_999_999).picture(), Optional.empty()));
        var finding = found(small).get(0);
        var item = new UUID(1, 1) + "/" + digest.hex();
        assertThat(Rules.item(finding, small)).isEqualTo(item);
        for (var named : List.of(item, digest.hex(), "")) {
            assertThat(found(Examples.excepting(small, new GrantedException("A6.size", named, "历史照片")))).extracting(Finding::severity, each -> each.exception().orElseThrow().reason())
                    .as(named).containsExactly(tuple(Severity.WARNING, "历史照片"));
        }
        for (var other : List.of(new UUID(1, 2) + "/" + digest.hex(), new UUID(1, 1) + "/" + Sha256.of("another").hex(), new UUID(1, 1) + "/")) {
            assertThat(found(Examples.excepting(small, new GrantedException("A6.size", other, "历史照片")))).extracting(Finding::severity).as(other)
                    .containsExactly(Severity.ERROR);
        }
    }

    @Test void what_may_be_asked_for_is_a_rule_and_never_one_of_secrecy() {
        assertThat(Rules.ALL).extracting(Rule::id).containsAll(Rules.ON_REQUEST);
        assertThat(Rules.ON_REQUEST).noneMatch(id -> id.startsWith("A4."));
    }

    @Test void no_exception_lifts_what_stands_against_disclosure_or_secrecy() {
        var marked = nomination(value("board.wishes", "机密★10年"));
        assertThat(found(Examples.excepting(marked, new GrantedException("A4.mark", "", "已脱密"), new GrantedException("A4.mark", "01", "已脱密"))))
                .extracting(Finding::severity).containsExactly(Severity.ERROR);
        var undisclosed = nomination(disclosed(anAchievement(), ""));
        assertThat(found(Examples.excepting(undisclosed, new GrantedException("A4.disclosure", "", "已说明")))).extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test void forms_of_a_unit_lack_the_sheets_of_others_as_warnings_and_beside_a_summary_table_as_errors() {
        var bare = with(all -> all.without("board.confidentialityOpinion").without("board.intellectualProperty").without("board.departmentOpinion"));
        var ofUnit = reading(forms(bare), new FormReading("01/board-form.docx", "01", Values.NONE, List.of(), List.of()));
        assertThat(found(ofUnit)).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.WARNING, Severity.WARNING);
        var ofDepartment = reading(forms(bare), new FormReading("summary.xlsx", "", Values.NONE, List.of(), List.of()));
        assertThat(found(ofDepartment)).extracting(Finding::rule).containsExactly("A7.required", "A7.required", "A7.required");
        assertThat(found(ofDepartment)).extracting(Finding::severity).containsExactly(Severity.ERROR, Severity.ERROR, Severity.ERROR);
    }

    @Test void captions_names_of_files_notes_prose_and_the_head_are_looked_through_too() {
        var strange = Character.toString(0x10FFFD);
        for (var each : Map.of("机密★10年", "A4.mark", "内部资料", "A4.mark", strange, "form.glyph").entrySet()) {
            var text = each.getKey();
            var caption = withPictures(new Picture(P1, "", text), new Picture(P2, "", "说明"));
            var original = withPictures(new Picture(P1, text + ".jpg", "样机"), new Picture(P2, "", "说明"));
            assertThat(found(whole(caption))).extracting(Finding::rule).containsExactly(each.getValue());
            assertThat(found(whole(original))).extracting(Finding::rule).containsExactly(each.getValue());
            assertThat(found(whole(modelled(model("模型", 30, text, 2, PHOTO))))).extracting(Finding::rule).containsExactly(each.getValue());
            assertThat(found(whole(modelled(model(text, 30, "", 2, PHOTO))))).extracting(Finding::rule).containsExactly(each.getValue());
            assertThat(found(whole(withProse(anAchievement(), text)))).extracting(Finding::rule).contains(each.getValue());
            assertThat(found(headed(whole(anAchievement()), text))).extracting(Finding::rule).containsExactly(each.getValue());
        }
    }

    private static Material headed(Material m, String contact) {
        return new Material(m.call(), m.shape(), m.id(), m.revision(), m.exceptions(), m.department().with("contact", contact), m.overview(),
                m.achievements(), m.files(), m.formFiles(), m.readings(), m.unread());
    }

    @Test void findings_come_in_the_order_of_the_material() {
        var second = Examples.achievement(2, Examples.values().without("board.unit"));
        var first = Examples.achievement(1, Examples.values().without("board.text"));
        assertThat(found(headless(nomination(first, second), "contact"))).extracting(each -> each.place().folder()).containsExactly("", "01", "02");
    }

    @Test void both_languages_have_the_same_sentences() throws Exception {
        var keys = new LinkedHashMap<String, java.util.Set<?>>();
        for (var name : List.of("rules", "rules_en")) {
            var properties = new java.util.Properties();
            try (var in = getClass().getResourceAsStream("/messages/" + name + ".properties")) {
                properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
            keys.put(name, properties.keySet());
        }
        assertThat(keys.get("rules")).isEqualTo(keys.get("rules_en"));
    }

    private static List<Finding> found(Material material) {
        return Rules.findings(material, CALL, Optional.empty());
    }
}

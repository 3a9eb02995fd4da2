package huizhan.material;

import static huizhan.material.Examples.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code nomination.json}: what is written is read back, and digests speak of content alone. */
class NominationJsonTest {
    private final Achievement rich = Examples.withObjects(Examples.withVideo(Examples.withAttachment(Examples.anAchievement(), "ip"), "01/video/film.mp4"),
        new ExhibitObject("样机模型", "model", 30, 20.5, 10, "", 2.25, "比例 1:10", java.util.List.of("01/objects/1.jpg")));

    private static Material read(String json) throws NominationReader.Unreadable {
        return NominationReader.read(json.getBytes(StandardCharsets.UTF_8), CALL);
    }

    @Test void what_is_written_is_read_back() throws Exception {
        var material = Examples.nomination(rich, Achievement.stub(new UUID(2, 2), 2));
        var back = read(CanonicalJson.of(NominationWriter.tree(material, CALL))).with(material.files());
        assertThat(back).isEqualTo(material);
        assertThat(Digests.nomination(back, CALL)).isEqualTo(Digests.nomination(material, CALL));
    }

    @Test void a_stub_is_id_rank_and_disclosure_and_nothing_else() {
        assertThat(NominationWriter.achievement(Achievement.stub(new UUID(2, 2), 3), CALL))
            .isEqualTo(Map.of("id", new UUID(2, 2).toString(), "rank", 3, "disclosure", "non-public"));
    }

    @Test void a_key_that_means_nothing_is_named() throws Exception {
        assertThat(read("{\"format\":\"huizhan-nomination/1\",\"call\":\"2015-cooperation\",\"colour\":1,\"achievements\":[{\"rank\":1,\"mood\":\"good\"}]}").unread())
            .containsExactly("colour", "01/mood");
    }

    @Test void another_call_or_broken_json_is_unreadable() {
        assertThatThrownBy(() -> read("{\"format\":\"huizhan-nomination/1\",\"call\":\"other\"}")).isInstanceOf(NominationReader.Unreadable.class);
        assertThatThrownBy(() -> read("{\"format\":")).isInstanceOf(NominationReader.Unreadable.class).hasMessageContaining("line 1");
    }

    private static Material told(String keys) throws NominationReader.Unreadable {
        return read("{\"format\":\"huizhan-nomination/1\",\"call\":\"2015-cooperation\"," + keys + "}");
    }

    @Test void a_rank_or_revision_that_is_no_whole_number_counts_as_absent_and_is_named() throws Exception {
        for (var rank : java.util.List.of("1e99", "1.5", "12345678901234567890", "9".repeat(400), "1e999999", "true", "\"2\"")) {
            var material = told("\"achievements\":[{\"rank\":" + rank + ",\"revision\":" + rank + "}],\"revision\":" + rank);
            assertThat(material.achievements().get(0).rank()).as(rank).isEmpty();
            assertThat(material.achievements().get(0).revision()).isEqualTo(1);
            assertThat(material.unread()).containsExactly("01/rank", "01/revision", "revision");
        }
        var sound = told("\"achievements\":[{\"rank\":2.0,\"revision\":3}],\"revision\":4");
        assertThat(sound.achievements().get(0).rank()).contains(2);
        assertThat(sound.revision()).isEqualTo(4);
        assertThat(sound.unread()).isEmpty();
    }

    @Test void a_size_or_weight_out_of_all_range_is_none_and_named_and_never_spoils_the_digest() throws Exception {
        for (var size : java.util.List.of("1e99", "1e999999", "9".repeat(400), "-1", "9.9e-7", "1000000000.1", "\"long\"", "true", "[]")) {
            var material = told("\"achievements\":[{\"rank\":1,\"name\":\"x\",\"objects\":[{\"lengthCm\":" + size + ",\"weightKg\":" + size + "}]}]");
            assertThat(material.achievements().get(0).objects().get(0).lengthCm()).as(size).isEqualTo(0);
            assertThat(material.unread()).as(size).containsExactly("01/objects.lengthCm", "01/objects.weightKg");
            assertThat(Digests.nomination(material, CALL)).isNotNull();
        }
        for (var size : java.util.List.of("1e-6", "1e9", "12.5")) {
            var material = told("\"achievements\":[{\"rank\":1,\"name\":\"x\",\"objects\":[{\"lengthCm\":" + size + "}]}]");
            assertThat(material.achievements().get(0).objects().get(0).lengthCm()).isEqualTo(Double.parseDouble(size));
            assertThat(material.unread()).isEmpty();
            assertThat(Digests.nomination(material, CALL)).isNotNull();
        }
        assertThat(told("\"achievements\":[{\"objects\":[{\"lengthCm\":0,\"widthCm\":null,\"heightCm\":-0.0,\"weightKg\":\"\"}]}]").unread()).isEmpty();
    }

    @Test void a_key_that_stands_twice_is_unreadable() {
        assertThatThrownBy(() -> told("\"achievements\":[{\"rank\":1,\"rank\":2}]")).isInstanceOf(NominationReader.Unreadable.class)
            .hasMessageContaining("rank");
    }

    @Test void a_stamped_board_form_stays_right_while_rank_and_opinion_change() {
        var before = Examples.nomination(rich);
        var later = new Achievement(rich.id(), 2, "03", java.util.Optional.of(3), rich.disclosure(),
            rich.values().with("board.departmentOpinion", "排第三"), "", "", rich.figures(), rich.attachments(), rich.pictures(), rich.video(), rich.objects());
        assertThat(Digests.boardForm(later, before, CALL)).isEqualTo(Digests.boardForm(rich, before, CALL));
        assertThat(Digests.achievement(later, before, CALL)).isNotEqualTo(Digests.achievement(rich, before, CALL));
    }

    @Test void one_changed_character_or_picture_changes_the_digest() {
        var before = Examples.nomination(rich);
        var spoilt = Examples.achievement(1, Examples.values().with("board.text", "样机投入使用！"));
        assertThat(Digests.boardForm(spoilt, before, CALL)).isNotEqualTo(Digests.boardForm(Examples.anAchievement(), before, CALL));
        var other = Examples.having(before, new FileFacts("01/pictures/1.jpg", 6_000_001));
        assertThat(Digests.boardForm(rich, other, CALL)).isNotEqualTo(Digests.boardForm(rich, before, CALL));
    }
}

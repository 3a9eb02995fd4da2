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

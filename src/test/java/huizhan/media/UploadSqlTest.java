package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Sha256;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import huizhan.material.PictureFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

class UploadSqlTest {
    private static final Instant NOW = Instant.parse("2015-07-10T01:00:00Z");
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BERT = new UUID(0, 2);
    private static final Sha256 CONTENT = Sha256.of("content");

    @EachDatabase void an_upload_is_found_by_its_account_alone(TestDatabase db) {
        var sql = new UploadSql(db.client());
        db.write(() -> sql.insert(upload("a"), NOW));
        assertThat(sql.find(ANNA, "a")).contains(upload("a"));
        assertThat(sql.find(BERT, "a")).isEmpty();
        assertThat(sql.find(ANNA, "b")).isEmpty();
        assertThat(sql.exists("a")).isTrue();
    }

    @EachDatabase void its_way_in_is_noted_step_by_step(TestDatabase db) {
        var sql = new UploadSql(db.client());
        var media = new MediaSql(db.client());
        var file = file();
        db.write(() -> {
            sql.insert(upload("a"), NOW);
            sql.unverifiedFrom(upload("a"), OptionalLong.of(7));
        });
        assertThat(sql.find(ANNA, "a").orElseThrow().unverifiedFrom()).hasValue(7);
        db.write(() -> {
            sql.unverifiedFrom(upload("a"), OptionalLong.empty());
            sql.hashed(upload("a"), CONTENT);
        });
        assertThat(media.needed(CONTENT, "none")).isTrue();
        db.write(() -> {
            media.insert(file, ANNA, NOW);
            sql.stored(upload("a"), file.id(), Optional.of(new Text("满", "full")));
        });
        var stored = sql.find(ANNA, "a").orElseThrow();
        assertThat(stored.file()).contains(file.id());
        assertThat(stored.refusal()).contains(new Text("满", "full"));
        assertThat(stored.unverifiedFrom()).isEmpty();
        assertThatThrownBy(() -> db.write(() -> sql.stored(upload("a"), file.id(), Optional.empty()))).isInstanceOf(StaleData.class);
        assertThat(db.write(() -> sql.delete(ANNA, "a"))).isZero();
    }

    @EachDatabase void what_has_expired_is_listed_by_what_has_to_be_done(TestDatabase db) {
        var sql = new UploadSql(db.client());
        var media = new MediaSql(db.client());
        var file = file();
        db.write(() -> {
            sql.insert(upload("a"), NOW);
            sql.insert(upload("b"), NOW);
            media.insert(file, ANNA, NOW);
            sql.stored(upload("b"), file.id(), Optional.of(new Text("满", "full")));
        });
        var end = NOW.plus(Uploads.LIFE);
        assertThat(sql.expiredUnfinished(end)).isEmpty();
        assertThat(sql.expiredUnfinished(end.plusMillis(1))).containsExactly("a");
        assertThat(sql.refusedFiles(end)).isEmpty();
        assertThat(sql.refusedFiles(end.plusMillis(1))).containsExactly(file.id());
        assertThat(db.write(() -> sql.deleteExpiredBefore(end.plusMillis(1)))).isEqualTo(2);
    }

    @EachDatabase void an_abandoned_upload_needs_no_content_and_a_finished_one_is_left_alone(TestDatabase db) {
        var sql = new UploadSql(db.client());
        var media = new MediaSql(db.client());
        var file = file();
        db.write(() -> {
            sql.insert(upload("a"), NOW);
            sql.insert(upload("b"), NOW);
            sql.hashed(upload("a"), file.sha256());
            media.insert(file, ANNA, NOW);
            sql.stored(upload("b"), file.id(), Optional.empty());
        });
        assertThat(sql.expiredUnfinished(NOW.plus(Uploads.LIFE).plusMillis(1))).containsExactly("a");
        assertThat(sql.unfinished("a")).contains(new UploadSql.Unfinished(Optional.of(file.sha256())));
        assertThat(sql.unfinished("b")).isEmpty();
        db.write(() -> {
            sql.abandoned("a");
            sql.abandoned("b");
        });
        assertThat(sql.unfinished("a")).contains(new UploadSql.Unfinished(Optional.empty()));
        assertThat(media.needed(file.sha256(), "none")).isTrue();
    }

    @EachDatabase void content_that_only_one_upload_still_names_is_needed_by_no_other(TestDatabase db) {
        var sql = new UploadSql(db.client());
        var media = new MediaSql(db.client());
        db.write(() -> {
            sql.insert(upload("a"), NOW);
            sql.hashed(upload("a"), CONTENT);
        });
        assertThat(media.needed(CONTENT, "none")).isTrue();
        assertThat(media.needed(CONTENT, "a")).isFalse();
    }

    @EachDatabase void facts_come_back_as_they_were_written(TestDatabase db) {
        var media = new MediaSql(db.client());
        var file = file();
        db.write(() -> media.insert(file, ANNA, NOW));
        assertThat(media.find(file.id()).orElseThrow()).isEqualTo(new MediaSql.Row(file, ANNA, Optional.empty(), Optional.empty()));
        assertThat(media.unexamined(NOW)).isEmpty();
        assertThat(media.unexamined(NOW.plusMillis(1))).containsExactly(file.id());
        var depth = new PictureFacts.Depth(Optional.of(PictureFacts.Fault.TRUNCATED), true, 12L, "00ff");
        var picture = new PictureFacts("jpeg", 6000, 4000, 6, "ycck", 8, Optional.empty(), Optional.of(depth));
        var film = new FilmFacts("mp4", true, Optional.of(Duration.ofMillis(598_040)), 1920, 1080, "avc1", Optional.of("mp4a"),
            Optional.of(FilmFacts.Fault.NO_INDEX), Optional.of(new FilmFacts.Depth(true, Optional.empty())));
        var facts = new FileFacts("照片.jpg", 5, Optional.of(CONTENT), Optional.of(picture), Optional.of(film));
        db.write(() -> media.examined(file.id(), facts, NOW));
        assertThat(media.find(List.of(file.id(), ANNA))).singleElement().satisfies(row -> {
            assertThat(row.file().facts()).isEqualTo(facts);
            assertThat(row.deepAt()).contains(NOW);
        });
        assertThat(media.find(List.of())).isEmpty();
        db.write(() -> media.unexaminable(file.id(), "OutOfMemoryError", NOW));
        assertThat(media.find(file.id()).orElseThrow().deepFault()).contains("OutOfMemoryError");
    }

    @EachDatabase void a_copy_is_known_until_its_content_goes(TestDatabase db) {
        var media = new MediaSql(db.client());
        db.write(() -> {
            media.insertDerivative(CONTENT, Derivative.THUMB, 5, NOW);
            media.insertDerivative(CONTENT, Derivative.THUMB, 6, NOW);
        });
        assertThat(media.hasDerivative(CONTENT, Derivative.THUMB)).isTrue();
        assertThat(media.hasDerivative(CONTENT, Derivative.PREVIEW)).isFalse();
        db.write(() -> media.deleteDerivatives(CONTENT));
        assertThat(media.hasDerivative(CONTENT, Derivative.THUMB)).isFalse();
        var file = file();
        db.write(() -> media.insert(file, ANNA, NOW));
        assertThat(media.needed(CONTENT, "none")).isTrue();
        db.write(() -> {
            media.forgetUpload(file.id());
            media.delete(file.id());
        });
        assertThat(media.needed(CONTENT, "none")).isFalse();
    }

    private static Upload upload(String id) {
        return new Upload(id, ANNA, "box:1", "照片.jpg", "filename eA==", 5, NOW.plus(Uploads.LIFE), OptionalLong.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static StoredFile file() {
        return new StoredFile(UUID.randomUUID(), CONTENT, 5, "照片.jpg", new FileFacts("照片.jpg", 5));
    }
}

package huizhan.opening.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.opening.word.Question.Answer;
import huizhan.opening.word.Question.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questions and announcements on both engines; another department's, another unit's and another call's is the bait. */
class WordSqlTest {
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID UNIT = new UUID(2, 1);
    private static final UUID ME = new UUID(3, 1);
    private static final UUID OTHER = new UUID(3, 2);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    private static Question question(long id, UUID department, Optional<UUID> unit, UUID by) {
        return new Question(new UUID(4, id), Optional.of(department), unit, "what", "照片可以是扫描件吗？", AT.plusMillis(id), by, List.of());
    }

    private static Answer answer(long number, Kind kind, String text) {
        return new Answer(number, kind, "照片可以用扫描件吗？", text, AT.plusSeconds(number));
    }

    @EachDatabase void a_question_keeps_everything_that_was_said_and_only_the_newest_counts(TestDatabase db) {
        var sql = new QuestionSql(db.client());
        var mine = question(1, DEPARTMENT, Optional.of(UNIT), ME);
        var departments = question(2, DEPARTMENT, Optional.empty(), OTHER);
        db.write(() -> {
            sql.insert(mine, "call");
            sql.insert(departments, "call");
            sql.insert(question(3, new UUID(1, 2), Optional.of(new UUID(2, 2)), OTHER), "call");
            sql.insert(question(4, DEPARTMENT, Optional.of(UNIT), ME), "another");
        });
        assertThat(sql.of(DEPARTMENT, UNIT.toString(), "call")).containsExactly(mine);
        assertThat(sql.of(DEPARTMENT, "", "call")).containsExactly(departments);
        assertThat(sql.waiting("call")).isEqualTo(3);
        assertThat(sql.published("call", "%", 9)).isEmpty();
        var first = answer(1, Kind.PRIVATE, "可以");
        var second = answer(2, Kind.PUBLIC, "可以，但要 5 MB 以上");
        db.write(() -> {
            sql.insert(mine.id(), first, ME);
            sql.insert(mine.id(), second, ME);
        });
        assertThat(sql.of(DEPARTMENT, UNIT.toString(), "call")).containsExactly(mine.with(List.of(first, second)));
        var published = new QuestionSql.Published(mine.id(), "what", second.wording(), second.text(), second.at(), true);
        assertThat(sql.published("call", "%5 mb%", 9)).containsExactly(published);
        assertThat(sql.published("call", "%扫描件%", 9)).containsExactly(published);
        assertThat(sql.published("call", "%!%%", 9)).as("a percent sign is itself").isEmpty();
        assertThat(sql.waiting("call")).isEqualTo(2);
        assertThatThrownBy(() -> db.write(() -> sql.insert(mine.id(), second, ME))).isInstanceOf(StaleData.class);
        db.write(() -> sql.insert(mine.id(), new Answer(3, Kind.WITHDRAWN, "", "", AT), ME));
        assertThat(sql.published("call", "%", 9)).isEmpty();
    }

    @EachDatabase void an_answer_is_unread_until_its_asker_has_read_that_very_version(TestDatabase db) {
        var sql = new QuestionSql(db.client());
        var mine = question(1, DEPARTMENT, Optional.of(UNIT), ME);
        db.write(() -> {
            sql.insert(mine, "call");
            sql.insert(question(2, DEPARTMENT, Optional.of(UNIT), OTHER), "call");
        });
        assertThat(sql.unread(ME, "call")).isZero();
        db.write(() -> sql.insert(mine.id(), answer(1, Kind.PRIVATE, "可以"), OTHER));
        assertThat(sql.unread(ME, "call")).isEqualTo(1);
        assertThat(sql.unread(OTHER, "call")).isZero();
        assertThat(sql.unread(ME, "another")).isZero();
        db.write(() -> {
            sql.read(mine.id(), ME, 1, AT);
            sql.read(mine.id(), ME, 1, AT.plusSeconds(9));
        });
        assertThat(sql.unread(ME, "call")).isZero();
        db.write(() -> sql.insert(mine.id(), answer(2, Kind.PUBLIC, "更正"), OTHER));
        assertThat(sql.unread(ME, "call")).isEqualTo(1);
    }

    @EachDatabase void an_announcement_is_shown_from_its_first_day_to_its_last_to_whoever_has_not_read_it(TestDatabase db) {
        var sql = new AnnouncementSql(db.client());
        var said = new Announcement(new UUID(5, 1), new Text("停机安排", ""), new Text("周六检修", ""), LocalDate.of(2015, 7, 11), Optional.of(LocalDate.of(2015, 7, 12)), AT, Optional.empty());
        var open = new Announcement(new UUID(5, 2), new Text("收件地址", "Address"), new Text("见通知", "See the call"), LocalDate.of(2015, 7, 12), Optional.empty(), AT.plusSeconds(1), Optional.empty());
        db.write(() -> {
            sql.insert(said, "call", ME);
            sql.insert(open, "call", ME);
            sql.insert(new Announcement(new UUID(5, 3), said.title(), said.text(), said.from(), said.to(), AT, Optional.empty()), "another", ME);
        });
        assertThat(sql.all("call")).containsExactly(open, said);
        assertThat(sql.unread(ME, "call", LocalDate.of(2015, 7, 10))).isEmpty();
        assertThat(sql.unread(ME, "call", LocalDate.of(2015, 7, 11))).containsExactly(said);
        assertThat(sql.unread(ME, "call", LocalDate.of(2015, 7, 12))).containsExactly(open, said);
        assertThat(sql.unread(ME, "call", LocalDate.of(2015, 7, 13))).containsExactly(open);
        db.write(() -> {
            sql.read(said.id(), ME, AT);
            sql.read(said.id(), ME, AT.plusSeconds(1));
            sql.read(said.id(), OTHER, AT);
        });
        assertThat(sql.unread(ME, "call", LocalDate.of(2015, 7, 12))).containsExactly(open);
        assertThat(sql.readers("call")).containsExactly(new AnnouncementSql.Readers(said.id(), 2));
        db.write(() -> sql.withdraw(open.id(), AT.plusSeconds(2), ME));
        assertThat(sql.unread(ME, "call", LocalDate.of(2015, 7, 13))).isEmpty();
        assertThat(sql.all("call")).extracting(Announcement::withdrawnAt).containsExactly(Optional.of(AT.plusSeconds(2)), Optional.empty());
        assertThatThrownBy(() -> db.write(() -> sql.withdraw(open.id(), AT, ME))).isInstanceOf(StaleData.class);
    }
}

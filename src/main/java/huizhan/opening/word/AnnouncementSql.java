package huizhan.opening.word;

import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Announcements, and who has read which. */
final class AnnouncementSql {
    private final JdbcClient db;

    AnnouncementSql(JdbcClient db) {
        this.db = db;
    }

    /** The newest first, those taken back too. */
    List<Announcement> all(String call) {
        return db.sql("""
                select a.id, a.title_zh, a.text_zh, a.title_en, a.text_en, a.shown_from, a.shown_to, a.published_at, w.withdrawn_at
                  from announcement a left join announcement_withdrawal w on w.announcement_id = a.id
                 where a.call_id = :call
                 order by a.published_at desc, a.id""")
            .param("call", call).query(AnnouncementSql::row).list();
    }

    /** Those that are shown on a day and that a person hasn't read, the newest first. */
    List<Announcement> unread(UUID account, String call, LocalDate day) {
        return db.sql("""
                select a.id, a.title_zh, a.text_zh, a.title_en, a.text_en, a.shown_from, a.shown_to, a.published_at, null as withdrawn_at
                  from announcement a
                 where a.call_id = :call and a.shown_from <= :day and (a.shown_to = '' or a.shown_to >= :day)
                   and not exists (select 1 from announcement_withdrawal w where w.announcement_id = a.id)
                   and not exists (select 1 from announcement_reading r where r.announcement_id = a.id and r.account = :account)
                 order by a.published_at desc, a.id""")
            .param("call", call).param("day", day.toString()).param("account", account.toString()).query(AnnouncementSql::row).list();
    }

    private static Announcement row(ResultSet row, int n) throws SQLException {
        var withdrawn = row.getLong("withdrawn_at");
        var back = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(withdrawn));
        return new Announcement(UUID.fromString(row.getString("id")), new Text(row.getString("title_zh"), row.getString("title_en")),
            new Text(row.getString("text_zh"), row.getString("text_en")), LocalDate.parse(row.getString("shown_from")),
            Optional.of(row.getString("shown_to")).filter(day -> !day.isEmpty()).map(LocalDate::parse), Instant.ofEpochMilli(row.getLong("published_at")), back);
    }

    void insert(Announcement said, String call, UUID by) {
        db.sql("""
                insert into announcement (id, call_id, title_zh, text_zh, title_en, text_en, shown_from, shown_to, published_at, published_by)
                values (:id, :call, :title, :text, :titleEn, :textEn, :from, :to, :at, :by)""")
            .param("id", said.id().toString()).param("call", call).param("title", said.title().zh()).param("text", said.text().zh())
            .param("titleEn", said.title().en()).param("textEn", said.text().en()).param("from", said.from().toString())
            .param("to", said.to().map(LocalDate::toString).orElse("")).param("at", said.at().toEpochMilli()).param("by", by.toString()).update();
    }

    /** Once: of two who take it back, one is told. */
    void withdraw(UUID id, Instant at, UUID by) {
        StaleData.unlessOne("announcement " + id, db.sql("""
                insert into announcement_withdrawal (announcement_id, withdrawn_at, withdrawn_by)
                values (:id, :at, :by)
                on conflict do nothing""")
            .param("id", id.toString()).param("at", at.toEpochMilli()).param("by", by.toString()).update());
    }

    /** A second reading changes nothing. */
    void read(UUID id, UUID account, Instant at) {
        db.sql("""
                insert into announcement_reading (announcement_id, account, read_at)
                values (:id, :account, :at)
                on conflict do nothing""")
            .param("id", id.toString()).param("account", account.toString()).param("at", at.toEpochMilli()).update();
    }

    /** How many have read each. */
    List<Readers> readers(String call) {
        return db.sql("""
                select r.announcement_id, count(*) as readers
                  from announcement_reading r join announcement a on a.id = r.announcement_id
                 where a.call_id = :call
                 group by r.announcement_id""")
            .param("call", call).query((row, n) -> new Readers(UUID.fromString(row.getString("announcement_id")), row.getInt("readers"))).list();
    }

    record Readers(UUID announcement, int count) {}
}

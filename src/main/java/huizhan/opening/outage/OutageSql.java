package huizhan.opening.outage;

import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outages, and the program's own heartbeat. */
final class OutageSql {
    private static final String SERVER = "server";
    private final JdbcClient db;

    OutageSql(JdbcClient db) {
        this.db = db;
    }

    /** The last heartbeat, by the system clock. */
    Optional<Instant> beat() {
        return db.sql("select beat_at from heartbeat where id = :id").param("id", SERVER)
            .query((row, n) -> Instant.ofEpochMilli(row.getLong("beat_at"))).optional();
    }

    /** The first one ever; false where another node was faster. */
    boolean begin(Instant now) {
        return db.sql("insert into heartbeat (id, beat_at) values (:id, :now) on conflict do nothing").param("id", SERVER)
            .param("now", now.toEpochMilli()).update() == 1;
    }

    /** The next one; false where another node was faster. */
    boolean beat(Instant last, Instant now) {
        return db.sql("update heartbeat set beat_at = :now where id = :id and beat_at = :last").param("id", SERVER)
            .param("now", now.toEpochMilli()).param("last", last.toEpochMilli()).update() == 1;
    }

    /** The newest first. */
    List<Outage> all(String call) {
        return db.sql("""
                select o.id, o.began_at, o.ended_at, o.reason, o.noted_at, c.reason as closing, c.closed_at
                  from outage o left join outage_closing c on c.outage_id = o.id
                 where o.call_id = :call
                 order by o.began_at desc, o.id""")
            .param("call", call).query(OutageSql::row).list();
    }

    private static Outage row(ResultSet row, int n) throws SQLException {
        var closed = Instant.ofEpochMilli(row.getLong("closed_at"));
        return new Outage(UUID.fromString(row.getString("id")), Instant.ofEpochMilli(row.getLong("began_at")), Instant.ofEpochMilli(row.getLong("ended_at")),
            row.getString("reason"), Instant.ofEpochMilli(row.getLong("noted_at")),
            Optional.ofNullable(row.getString("closing")).map(reason -> new Outage.Closing(reason, closed)));
    }

    /** Once: of two who close it, one is told. */
    void close(UUID outage, Outage.Closing closing, UUID by) {
        StaleData.unlessOne("outage " + outage, db.sql("""
                insert into outage_closing (outage_id, reason, closed_at, closed_by) values (:outage, :reason, :at, :by)
                on conflict do nothing""")
            .param("outage", outage.toString()).param("reason", closing.reason()).param("at", closing.at().toEpochMilli()).param("by", by.toString()).update());
    }

    void insert(Outage outage, String call, UUID by) {
        db.sql("""
                insert into outage (id, call_id, began_at, ended_at, reason, noted_at, noted_by)
                values (:id, :call, :began, :ended, :reason, :noted, :by)""")
            .param("id", outage.id().toString()).param("call", call).param("began", outage.began().toEpochMilli())
            .param("ended", outage.ended().toEpochMilli()).param("reason", outage.reason()).param("noted", outage.noted().toEpochMilli())
            .param("by", by.toString()).update();
    }
}

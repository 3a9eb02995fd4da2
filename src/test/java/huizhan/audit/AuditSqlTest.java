package huizhan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.Engine;
import huizhan.database.TestDatabase;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AuditSqlTest {
    private static final Instant NOW = Instant.parse("2015-07-10T01:00:00Z");
    private static final Actor PERSON = new Actor(UUID.randomUUID(), "林晓芸", Set.of(), Optional.empty(), Optional.empty());

    /** The trail over one test database, with a sealer that seals when it is told to. */
    private static final class Trail {
        final TestDatabase db;
        final AuditSql sql;
        final Sealer sealer;
        final Audit audit;

        Trail(TestDatabase db) {
            var clock = Clock.fixed(NOW, ZoneOffset.UTC);
            var manager = new JdbcTransactionManager(db.database().dataSource());
            this.db = db;
            this.sql = new AuditSql(db.client());
            this.sealer = new Sealer(sql, new Clocks(clock, clock, false), manager);
            this.audit = new Audit(sql, new Clocks(clock, clock, false), sealer, manager);
        }

        Trail with(int entries) {
            for (var i = 1; i <= entries; i++) {
                var n = i;
                db.write(() -> audit.record(PERSON, "field.saved", "achievement:" + n, Map.of("field", "name", "length", n)));
            }
            sealer.sealAll();
            return this;
        }

        /** What someone with the file and a tool could do: the guards taken away first. */
        void tamper(String statement) {
            db.write(() -> {
                if (db.engine() == Engine.SQLITE) {
                    db.client().sql("drop trigger audit_entry_stays").update();
                    db.client().sql("drop trigger audit_entry_is_sealed_once").update();
                } else {
                    db.client().sql("alter table audit_entry disable trigger all").update();
                }
                db.client().sql(statement).update();
            });
        }

        String broken() {
            return db.read(() -> Verification.of(sql, Optional.empty())).broken().map(text -> text.en()).orElse("");
        }
    }

    @EachDatabase void an_untouched_chain_holds(TestDatabase db) {
        var trail = new Trail(db).with(7);
        var verdict = db.read(() -> Verification.of(trail.sql, Optional.of(trail.audit.head())));
        assertThat(verdict).isEqualTo(new Verification.Verdict(7, 0, trail.audit.head(), Optional.empty()));
    }

    @EachDatabase void an_empty_chain_holds(TestDatabase db) {
        assertThat(new Trail(db).broken()).isEmpty();
        assertThat(new Trail(db).audit.head()).isEqualTo(Head.START);
    }

    @EachDatabase void a_batch_after_a_batch_is_one_chain(TestDatabase db) {
        assertThat(new Trail(db).with(3).with(1202).broken()).isEmpty();
        assertThat(new Trail(db).audit.head().seq()).isEqualTo(1205);
    }

    @EachDatabase void each_altered_column_breaks_its_own_link(TestDatabase db) {
        var trail = new Trail(db).with(5);
        for (var change : List.of("at = at + 1", "business_at = business_at - 1", "actor = 'd3b07384-d113-4ec6-9d2a-0c8a2f0f6c11'",
                "department = 'd3b07384-d113-4ec6-9d2a-0c8a2f0f6c11'", "what = 'field.saved2'", "subject = 'x'", "outcome = 'refused'",
                "details = '{}'", "address = '10.0.0.1'")) {
            var one = TestDatabase.sqlite();
            try (one) {
                var other = new Trail(one).with(5);
                other.tamper("update audit_entry set " + change + " where seq = 3");
                assertThat(other.broken()).as(change).startsWith("Entry 3 (").endsWith("was altered.");
            }
        }
        assertThat(trail.broken()).isEmpty();
    }

    @EachDatabase void a_missing_entry_is_named(TestDatabase db) {
        var trail = new Trail(db).with(5);
        trail.tamper("delete from audit_entry where seq = 4");
        assertThat(trail.broken()).isEqualTo("Entry 4 is missing: the next one is entry 5.");
    }

    @EachDatabase void a_cut_tail_is_seen_by_the_head(TestDatabase db) {
        var trail = new Trail(db).with(5);
        trail.tamper("delete from audit_entry where seq = 5");
        assertThat(trail.broken()).isEqualTo("The tail after entry 4 is missing or was replaced: the head stands at entry 5.");
    }

    @EachDatabase void a_tail_cut_together_with_the_head_is_seen_by_the_printed_head(TestDatabase db) {
        var trail = new Trail(db).with(4);
        var short4 = trail.audit.head();
        var printed = trail.with(1).audit.head();
        trail.tamper("delete from audit_entry where seq = 5");
        db.write(() -> { trail.sql.moveHead(printed, short4); });
        assertThat(trail.broken()).isEmpty();
        assertThat(db.read(() -> Verification.of(trail.sql, Optional.of(printed))).broken().orElseThrow().en())
            .isEqualTo("The printed head is entry 5, and only 4 are there.");
    }

    @EachDatabase void the_database_itself_refuses_to_change_or_delete_an_entry(TestDatabase db) {
        new Trail(db).with(2);
        for (var statement : List.of("update audit_entry set what = 'x'", "delete from audit_entry", "update audit_entry set seq = null where seq = 1",
                "update audit_entry set hash = 'x' where seq = 2")) {
            assertThatThrownBy(() -> db.write(() -> db.client().sql(statement).update()))
                .as(statement).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        }
    }

    @EachDatabase void an_entry_that_waits_can_be_sealed_and_nothing_else(TestDatabase db) {
        var trail = new Trail(db);
        db.write(() -> trail.audit.record(PERSON, "a.b", "c", Map.of()));
        assertThatThrownBy(() -> db.write(() -> db.client().sql("update audit_entry set seq = 1, previous = 'x', hash = 'y', what = 'z'").update()))
            .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        assertThat(trail.sealer.sealAll()).isTrue();
    }

    @EachDatabase void an_entry_goes_with_its_change(TestDatabase db) {
        var trail = new Trail(db);
        assertThatThrownBy(() -> db.write(() -> {
            trail.audit.record(PERSON, "a.b", "c", Map.of());
            throw new IllegalArgumentException("no");
        })).hasMessage("no");
        assertThatThrownBy(() -> trail.audit.record(PERSON, "a.b", "c", Map.of())).isInstanceOf(IllegalStateException.class);
        assertThat(trail.sql.countWaiting()).isZero();
    }

    @EachDatabase void a_refusal_stays_even_when_the_transaction_around_it_fails(TestDatabase db) throws InterruptedException {
        var trail = new Trail(db);
        trail.audit.refused(PERSON, "a.b", "alone", Map.of());
        db.write(() -> trail.audit.refused(PERSON, "a.b", "within", Map.of()));
        assertThatThrownBy(() -> db.write(() -> {
            trail.audit.refused(PERSON, "a.b", "rolled back", Map.of());
            throw new IllegalArgumentException("no");
        })).hasMessage("no");
        trail.sealer.start();
        trail.sealer.stop();
        assertThat(trail.sql.sealedAfter(0, 10)).extracting(Entry::subject).containsExactlyInAnyOrder("alone", "within", "rolled back");
        assertThat(trail.sql.sealedAfter(0, 10)).allMatch(Entry::refused);
        assertThat(trail.broken()).isEmpty();
    }

    @EachDatabase void a_second_sealer_waits_for_the_lease(TestDatabase db) {
        var trail = new Trail(db).with(1);
        db.write(() -> trail.audit.record(PERSON, "a.b", "c", Map.of()));
        assertThat(new Trail(db).sealer.sealAll()).isFalse();
        assertThat(trail.sealer.sealAll()).isTrue();
    }

    @EachDatabase void a_personal_value_stands_as_a_digest_that_its_record_s_key_gives_and_nothing_after_erasure(TestDatabase db) {
        var trail = new Trail(db);
        db.write(() -> trail.audit.record(PERSON, "a.b", "account:1", Map.of("email", new Personal("a@example.org"), "n", 1)));
        db.write(() -> trail.audit.record(PERSON, "a.b", "account:1", Map.of("email", new Personal("a@example.org"), "n", 2)));
        db.write(() -> trail.audit.record(PERSON, "a.b", "account:2", Map.of("email", new Personal("a@example.org"), "n", 3)));
        trail.sealer.sealAll();
        var digests = trail.sql.sealedAfter(0, 9).stream().collect(java.util.stream.Collectors.toMap(
            e -> e.details().replaceAll(".*\"n\":(\\d).*", "$1"), e -> e.details().replaceAll(".*(hmac:[0-9a-f]{64}).*", "$1")));
        assertThat(digests.get("1")).matches("hmac:[0-9a-f]{64}").isEqualTo(digests.get("2")).isNotEqualTo(digests.get("3"));
        db.write(() -> { trail.audit.forget("account:1"); trail.audit.forgetName(PERSON.account()); });
        assertThat(trail.sql.key("account:1")).isEmpty();
        assertThat(trail.broken()).isEmpty();
    }

    @EachDatabase void the_list_is_narrowed_by_who_what_subject_outcome_and_day(TestDatabase db) {
        var trail = new Trail(db).with(3);
        db.write(() -> trail.audit.refused(Actor.program(), "sign-in.refused", "account:100%", Map.of()));
        assertThat(found(trail, "晓芸", "", "", "", "", "")).isEqualTo(3);
        assertThat(found(trail, PERSON.account().toString(), "", "", "", "", "")).isEqualTo(3);
        assertThat(found(trail, "", "sign-in", "", "", "", "")).isEqualTo(1);
        assertThat(found(trail, "", "", "achievement:2", "", "", "")).isEqualTo(1);
        assertThat(found(trail, "", "", "%", "", "", "")).isEqualTo(1);
        assertThat(found(trail, "", "", "", "refused", "", "")).isEqualTo(1);
        assertThat(found(trail, "", "", "", "", "2015-07-10", "2015-07-10")).isEqualTo(4);
        assertThat(found(trail, "", "", "", "", "2015-07-11", "")).isZero();
        assertThat(found(trail, "", "", "", "", "", "2015-07-09")).isZero();
        assertThat(found(trail, "", "", "", "", "not a day", "")).isEqualTo(4);
    }

    private static long found(Trail trail, String who, String what, String subject, String outcome, String from, String until) {
        var filter = new AuditFilter(who, what, subject, outcome, from, until);
        assertThat(trail.sql.lines(filter, 0, 50)).hasSize((int) trail.sql.count(filter));
        return trail.sql.count(filter);
    }
}

package huizhan.organization.access;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.organization.access.Throttle.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AccessSqlTest {
    private static final Instant START = Instant.parse("2015-07-10T01:00:00Z");

    /** A clock that stands until it is moved. */
    private static final class Settable extends Clock {
        Instant now = START;

        @Override public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private final Settable clock = new Settable();
    private final Clocks clocks = new Clocks(clock, clock, true);
    private final Secrets secrets = secrets();

    private static Secrets secrets() {
        try {
            return new Secrets(huizhan.database.DataFolder.shared(java.nio.file.Files.createTempDirectory("huizhan-secret")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private UUID account(TestDatabase db, Role... roles) {
        var id = UUID.randomUUID();
        db.write(() -> {
            db.client().sql("insert into account (id, name, created_at, created_by, version) values (:id, 'x', 0, 'x', 1)").param("id", id.toString()).update();
            for (var role : roles) {
                db.client().sql("insert into account_role (account, role, granted_at, granted_by) values (:id, :role, 0, 'x')")
                    .param("id", id.toString()).param("role", role.name()).update();
            }
        });
        return id;
    }

    private Sessions sessions(TestDatabase db) {
        return new Sessions(new SessionSql(db.client()), secrets, new SecondFactor("required", clocks, huizhan.kernel.Zone.OPEN), clocks,
            new JdbcTransactionManager(db.database().dataSource()), huizhan.kernel.Zone.OPEN);
    }

    // --- sessions

    @EachDatabase void a_session_lasts_half_an_hour_without_a_request_and_two_hours_for_a_unit(TestDatabase db) {
        var sessions = sessions(db);
        var drafter = db.write(() -> sessions.open(account(db, Role.DRAFTER), false, "a", "b"));
        var unit = db.write(() -> sessions.open(account(db, Role.UNIT), false, "a", "b"));
        clock.pass(Duration.ofMinutes(29).plusSeconds(59));
        assertThat(sessions.find(drafter)).isPresent();
        clock.pass(Duration.ofMinutes(30));
        assertThat(sessions.find(drafter)).isEmpty();
        assertThat(sessions.find(unit)).isPresent();
        clock.pass(Duration.ofMinutes(119));
        assertThat(sessions.find(unit)).isPresent();
        clock.pass(Duration.ofMinutes(120));
        assertThat(sessions.find(unit)).isEmpty();
    }

    @EachDatabase void a_session_ends_twelve_hours_after_sign_in_however_busy(TestDatabase db) {
        var sessions = sessions(db);
        var token = db.write(() -> sessions.open(account(db, Role.DRAFTER), false, "a", "b"));
        for (var i = 0; i < 12 * 4 - 1; i++) {
            clock.pass(Duration.ofMinutes(15));
            assertThat(sessions.find(token)).isPresent();
        }
        clock.pass(Duration.ofMinutes(15));
        assertThat(sessions.find(token)).isEmpty();
    }

    @EachDatabase void that_a_session_was_seen_is_written_at_most_once_a_minute(TestDatabase db) {
        var sessions = sessions(db);
        var token = db.write(() -> sessions.open(account(db), false, "a", "b"));
        clock.pass(Duration.ofSeconds(59));
        assertThat(sessions.find(token).orElseThrow().seenAt()).isEqualTo(START);
        assertThat(sessions.find(token).orElseThrow().seenAt()).isEqualTo(START);
        clock.pass(Duration.ofSeconds(2));
        sessions.find(token);
        assertThat(sessions.find(token).orElseThrow().seenAt()).isEqualTo(START.plusSeconds(61));
    }

    @EachDatabase void a_person_who_needs_a_second_factor_is_nobody_before_it(TestDatabase db) {
        var sessions = sessions(db);
        var approver = account(db, Role.DRAFTER, Role.APPROVER);
        var half = sessions.find(db.write(() -> sessions.open(approver, false, "a", "b"))).orElseThrow();
        assertThat(half.complete()).isFalse();
        var whole = sessions.find(db.write(() -> sessions.renew(half, "a", "b"))).orElseThrow();
        assertThat(whole.complete()).isTrue();
        assertThat(sessions.find(half.token())).as("the old token").isEmpty();
        assertThat(whole.actor().roles()).isEqualTo(Set.of(Role.DRAFTER, Role.APPROVER));
        var drafter = sessions.find(db.write(() -> sessions.open(account(db, Role.DRAFTER), false, "a", "b"))).orElseThrow();
        assertThat(drafter.complete()).isTrue();
    }

    @EachDatabase void a_switched_off_account_has_no_session_and_the_table_holds_no_token(TestDatabase db) {
        var sessions = sessions(db);
        var account = account(db, Role.DRAFTER);
        var token = db.write(() -> sessions.open(account, false, "a", "b"));
        assertThat(db.client().sql("select token_hash from session").query(String.class).single()).isEqualTo(Secrets.hash(token)).isNotEqualTo(token);
        db.write(() -> { db.client().sql("update account set disabled_at = 1 where id = :id").param("id", account.toString()).update(); });
        assertThat(sessions.find(token)).isEmpty();
    }

    // --- progressive delay

    @EachDatabase void the_sixth_attempt_waits_and_each_further_one_twice_as_long_up_to_the_cap(TestDatabase db) {
        var throttle = new Throttle(new ThrottleSql(db.client()), clocks);
        var count = List.of(new Count("account:x", Duration.ofSeconds(10)));
        for (var i = 0; i < 5; i++) assertThat(enter(db, throttle, count)).isEmpty();
        for (var delay : List.of(1, 2, 4, 8, 10, 10)) {
            assertThat(enter(db, throttle, count)).contains(clock.now.plusSeconds(delay));
            clock.pass(Duration.ofSeconds(delay).minusMillis(1));
            assertThat(enter(db, throttle, count)).contains(clock.now.plusMillis(1));
            clock.pass(Duration.ofMillis(1));
            assertThat(enter(db, throttle, count)).isEmpty();
        }
    }

    @EachDatabase void a_quarter_of_an_hour_of_quiet_forgets_and_a_right_attempt_too(TestDatabase db) {
        var throttle = new Throttle(new ThrottleSql(db.client()), clocks);
        var count = List.of(new Count("account:x", Duration.ofMinutes(5)));
        for (var i = 0; i < 5; i++) enter(db, throttle, count);
        clock.pass(Duration.ofMinutes(15).plusMillis(1));
        for (var i = 0; i < 5; i++) assertThat(enter(db, throttle, count)).isEmpty();
        assertThat(enter(db, throttle, count)).isPresent();
        db.write(() -> throttle.leave(count, List.of()));
        assertThat(enter(db, throttle, count)).isEmpty();
    }

    @EachDatabase void a_right_attempt_takes_only_itself_off_the_count_of_a_shared_address(TestDatabase db) {
        var throttle = new Throttle(new ThrottleSql(db.client()), clocks);
        var address = List.of(new Count("address:x", Duration.ofMinutes(1)));
        for (var i = 0; i < 4; i++) enter(db, throttle, address);
        enter(db, throttle, address);
        db.write(() -> throttle.leave(List.of(), address));
        assertThat(enter(db, throttle, address)).as("four failures stand").isEmpty();
        assertThat(enter(db, throttle, address)).as("five failures stand").isPresent();
    }

    @EachDatabase void counts_that_nothing_was_added_to_for_a_day_are_forgotten(TestDatabase db) {
        var throttle = new Throttle(new ThrottleSql(db.client()), clocks);
        enter(db, throttle, List.of(new Count("account:old", Duration.ofMinutes(1))));
        clock.pass(Duration.ofMillis(1));
        enter(db, throttle, List.of(new Count("account:new", Duration.ofMinutes(1))));
        clock.pass(Duration.ofDays(1));
        db.write(() -> throttle.tidy());
        assertThat(db.client().sql("select name from sign_in_try").query(String.class).list()).containsExactly("account:new");
    }

    private static Optional<Instant> enter(TestDatabase db, Throttle throttle, List<Count> counts) {
        return db.write(() -> throttle.enter(counts));
    }

    // --- small things

    @Test void a_device_s_mark_counts_for_its_account_until_its_end_and_not_when_touched() {
        var devices = new Devices(secrets, clocks);
        var account = UUID.randomUUID();
        var mark = devices.mark(account);
        assertThat(devices.isKnown(account, Optional.of(mark))).isTrue();
        assertThat(devices.isKnown(UUID.randomUUID(), Optional.of(mark))).isFalse();
        assertThat(devices.isKnown(account, Optional.of(mark.replaceFirst("\\.\\d+\\.", ".99999999999.")))).isFalse();
        assertThat(devices.isKnown(account, Optional.of(""))).isFalse();
        assertThat(devices.isKnown(account, Optional.of("a.b.c"))).isFalse();
        clock.pass(Devices.KEPT);
        assertThat(devices.isKnown(account, Optional.of(mark))).isFalse();
    }

    @Test void what_is_sealed_opens_for_its_own_account_only() {
        var sealed = secrets.seal("totp", "one", new byte[] {1, 2, 3});
        assertThat(secrets.open("totp", "one", sealed)).containsExactly(1, 2, 3);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> secrets.open("totp", "other", sealed)).isInstanceOf(IllegalStateException.class);
    }
}

package huizhan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

class DatabaseSqlTest {
    private static final String INSERT = """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('t', :id, null, false, 1)""";

    private static int insert(TestDatabase db, String id) {
        return db.client().sql(INSERT).param("id", id).update();
    }

    private static long rows(TestDatabase db) {
        return db.client().sql("select count(*) from scheduled_tasks").query(Long.class).single();
    }

    @EachDatabase void a_write_outside_a_transaction_is_refused(TestDatabase db) {
        assertThatThrownBy(() -> insert(db, "1")).isInstanceOf(DataAccessException.class);
        assertThat(rows(db)).isZero();
    }

    @EachDatabase void a_write_in_a_read_transaction_is_refused(TestDatabase db) {
        assertThatThrownBy(() -> db.read(() -> insert(db, "1"))).isInstanceOf(DataAccessException.class);
        assertThat(rows(db)).isZero();
    }

    @EachDatabase void a_write_transaction_commits_and_is_seen_by_the_readers(TestDatabase db) {
        assertThat(db.<Integer>write(() -> insert(db, "1"))).isEqualTo(1);
        assertThat(rows(db)).isEqualTo(1);
    }

    @EachDatabase void a_transaction_that_fails_leaves_nothing(TestDatabase db) {
        assertThatThrownBy(() -> db.write(() -> {
            insert(db, "1");
            throw new IllegalArgumentException("no");
        })).hasMessage("no");
        assertThat(rows(db)).isZero();
        assertThat(db.<Integer>write(() -> insert(db, "2"))).isEqualTo(1);
    }

    @EachDatabase void a_read_transaction_sees_one_snapshot_or_the_committed_state_but_never_an_open_write(TestDatabase db) {
        db.write(() -> {
            insert(db, "1");
            var seen = new ArrayList<Long>();
            var reader = new Thread(() -> seen.add(rows(db)));
            reader.start();
            join(reader);
            assertThat(seen).containsExactly(0L);
        });
    }

    @EachDatabase void a_double_key_is_the_same_exception_on_both_engines(TestDatabase db) {
        db.write(() -> { insert(db, "1"); });
        assertThatThrownBy(() -> db.write(() -> { insert(db, "1"); })).isInstanceOf(DuplicateKeyException.class);
    }

    @EachDatabase void two_hundred_writers_all_have_their_turn(TestDatabase db) throws InterruptedException {
        var errors = Collections.synchronizedList(new ArrayList<Throwable>());
        var gate = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(200);
        for (var i = 0; i < 200; i++) {
            var id = "w" + i;
            pool.execute(() -> {
                try {
                    gate.await();
                    db.write(() -> { insert(db, id); });
                } catch (Throwable e) {
                    errors.add(e);
                }
            });
        }
        gate.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).isEmpty();
        assertThat(rows(db)).isEqualTo(200);
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

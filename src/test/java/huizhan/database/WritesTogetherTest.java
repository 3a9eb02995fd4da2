package huizhan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.sqlite.SQLiteDataSource;

/** Writes that wait for one another are done in one transaction, and none of them notices. */
class WritesTogetherTest {
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final AtomicInteger transactions = new AtomicInteger();

    @AfterEach void close() {
        people.shutdownNow();
    }

    private WritesTogether writes(TestDatabase db) {
        db.write(() -> db.client().sql("create table together_line (text varchar(80) not null unique)").update());
        var template = new TransactionTemplate(new JdbcTransactionManager(db.database().dataSource()));
        return new WritesTogether(counted(template), true, Duration.ofSeconds(20));
    }

    private TransactionOperations counted(TransactionOperations template) {
        return new TransactionOperations() {
            @Override public <T> T execute(TransactionCallback<T> action) {
                transactions.incrementAndGet();
                return template.execute(action);
            }
        };
    }

    private static boolean add(TestDatabase db, String text) {
        return db.client().sql("insert into together_line (text) values (:text)").param("text", text).update() == 1;
    }

    private static List<String> lines(TestDatabase db) {
        return db.client().sql("select text from together_line").query(String.class).list();
    }

    /** One holds the writer until all the others wait behind it. */
    private List<Future<Boolean>> behindOne(TestDatabase db, WritesTogether writes, List<Callable<Boolean>> works) throws InterruptedException {
        var held = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var done = new ArrayList<Future<Boolean>>();
        var first = people.submit(() -> writes.write(() -> {
            held.countDown();
            until(go);
            return true;
        }));
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        for (var work : works) {
            done.add(people.submit(work));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (writes.waiting() < done.size()) {
                assertThat(System.nanoTime()).as("they queue").isLessThan(end);
                Thread.yield();
            }
        }
        go.countDown();
        done.add(first);
        return done;
    }

    private static void until(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @EachDatabase void those_who_wait_are_done_in_one_transaction_and_see_their_own_request(TestDatabase db) throws Exception {
        var writes = writes(db);
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 20; i++) {
            var text = "person " + i;
            works.add(() -> {
                var own = new ServletRequestAttributes(new Request(new Connector(), new org.apache.coyote.Request()));
                RequestContextHolder.setRequestAttributes(own);
                boolean added = writes.write(() -> add(db, text) && RequestContextHolder.getRequestAttributes() == own);
                return added && lines(db).contains(text) && RequestContextHolder.getRequestAttributes() == own;
            });
        }
        for (var each : behindOne(db, writes, works)) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(lines(db)).hasSize(20);
        assertThat(transactions).hasValue(2);
    }

    @EachDatabase void who_fails_is_told_so_and_takes_nobody_along(TestDatabase db) throws Exception {
        var writes = writes(db);
        writes.write(() -> add(db, "there"));
        var done = behindOne(db, writes, List.of(() -> writes.write(() -> add(db, "before")), () -> writes.write(() -> add(db, "there")),
            () -> writes.write(() -> add(db, "after"))));
        assertThat(done.get(0).get(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> done.get(1).get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasRootCauseInstanceOf(SQLException.class);
        assertThat(done.get(2).get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines(db)).containsExactlyInAnyOrder("there", "before", "after");
    }

    @EachDatabase void more_than_go_together_follow_one_another(TestDatabase db) throws Exception {
        var writes = writes(db);
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 150; i++) {
            var text = "line " + i;
            works.add(() -> writes.write(() -> add(db, text)));
        }
        for (var each : behindOne(db, writes, works)) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(lines(db)).hasSize(150);
        assertThat(transactions.get()).isBetween(4, 6);
    }

    @Test void where_the_writer_is_not_free_all_are_told_at_once(@TempDir Path folder) throws Exception {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("lines.db"));
        try (var writer = new FairWriter(source, Duration.ofMillis(300))) {
            var client = JdbcClient.create(writer);
            var writes = new WritesTogether(counted(new TransactionTemplate(new JdbcTransactionManager(writer))), true, Duration.ofSeconds(20));
            var done = new ArrayList<Future<Boolean>>();
            try (var held = writer.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                for (int i = 0; i < 12; i++) {
                    done.add(people.submit(() -> writes.write(() -> client.sql("create table if not exists line (text varchar(9))").update() == 0)));
                }
                for (var each : done) {
                    assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SQLTransientConnectionException.class);
                }
            }
            assertThat(transactions.get()).as("one wait for many").isLessThan(12);
            assertThat(writes.write(() -> true)).as("and it goes on").isTrue();
        }
    }

    @EachDatabase void who_waits_too_long_leaves_and_the_others_go_on(TestDatabase db) throws Exception {
        writes(db);
        var writes = new WritesTogether(new TransactionTemplate(new JdbcTransactionManager(db.database().dataSource())), true, Duration.ofMillis(300));
        var held = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = people.submit(() -> writes.write(() -> {
            held.countDown();
            until(go);
            return add(db, "first");
        }));
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> writes.write(() -> add(db, "too long"))).hasRootCauseInstanceOf(SQLTransientConnectionException.class);
        go.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(writes.write(() -> add(db, "next"))).isTrue();
        assertThat(lines(db)).containsExactlyInAnyOrder("first", "next");
    }

    @EachDatabase void where_there_are_many_writers_nobody_waits_for_another(TestDatabase db) throws Exception {
        writes(db);
        var writes = new WritesTogether(counted(new TransactionTemplate(new JdbcTransactionManager(db.database().dataSource()))), false, Duration.ofSeconds(20));
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = people.submit(() -> writes.write(() -> {
            begun.countDown();
            until(go);
            return add(db, "one");
        }));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        var second = people.submit(() -> writes.write(() -> add(db, "two")));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (transactions.get() < 2 && System.nanoTime() < end) Thread.onSpinWait();
        assertThat(transactions).as("each has a transaction of its own").hasValue(2);
        assertThat(writes.waiting()).isZero();
        go.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS) && second.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines(db)).containsExactlyInAnyOrder("one", "two");
    }

    @EachDatabase void who_is_told_to_end_leads_all_the_same_and_hears_of_it_afterwards(TestDatabase db) throws Exception {
        var writes = writes(db);
        var told = people.submit(() -> {
            Thread.currentThread().interrupt();
            return writes.write(() -> add(db, "one")) && Thread.interrupted();
        });
        assertThat(told.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines(db)).containsExactly("one");
    }

    @EachDatabase void it_has_a_transaction_of_its_own(TestDatabase db) {
        var writes = writes(db);
        assertThatThrownBy(() -> db.write(() -> writes.write(() -> add(db, "inside")))).isInstanceOf(IllegalStateException.class);
        assertThat(lines(db)).isEmpty();
        assertThat(writes.write(() -> add(db, "outside"))).isTrue();
    }
}

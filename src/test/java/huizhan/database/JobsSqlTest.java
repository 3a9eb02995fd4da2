package huizhan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobsSqlTest {
    /** What a job of the tests knows. */
    record Errand(String name, int times) {}

    private static final TaskDescriptor<Errand> ERRAND = TaskDescriptor.of("errand", Errand.class);

    private static Jobs jobs(TestDatabase db, Task<?> task) {
        return new Jobs(new JobDataSource(db.database()), () -> List.of(task), new JobSql(JdbcClient.create(db.database().writer())), new Jobs.Place(true, true, 2));
    }

    private static Task<Errand> noting(BlockingQueue<Errand> done) {
        return Tasks.oneTime(ERRAND).execute((instance, context) -> done.add(instance.getData()));
    }

    @EachDatabase void a_job_planned_in_a_transaction_starts_right_after_its_commit(TestDatabase db) throws InterruptedException {
        var done = new LinkedBlockingQueue<Errand>();
        var jobs = jobs(db, noting(done));
        jobs.start();
        db.write(() -> jobs.soon(ERRAND.instance("1").data(new Errand("描图", 3)).build()));
        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo(new Errand("描图", 3));
        jobs.stop();
    }

    @EachDatabase void a_job_of_a_transaction_that_fails_never_was(TestDatabase db) throws InterruptedException {
        var done = new LinkedBlockingQueue<Errand>();
        var jobs = jobs(db, noting(done));
        jobs.start();
        assertThatThrownBy(() -> db.write(() -> {
            jobs.soon(ERRAND.instance("1").data(new Errand("no", 1)).build());
            throw new IllegalArgumentException("no");
        })).hasMessage("no");
        assertThat(jobs.isPlanned(ERRAND.instanceId("1"))).isFalse();
        db.write(() -> jobs.soon(ERRAND.instance("2").data(new Errand("yes", 1)).build()));
        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo(new Errand("yes", 1));
        assertThat(done).isEmpty();
        jobs.stop();
    }

    @EachDatabase void a_job_that_was_cut_off_is_done_again_at_the_next_start(TestDatabase db) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var first = jobs(db, Tasks.oneTime(ERRAND).execute((instance, context) -> {
            begun.countDown();
            awaitQuietly(never);
        }));
        first.start();
        db.write(() -> first.soon(ERRAND.instance("1").data(new Errand("long", 1)).build()));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        var done = new LinkedBlockingQueue<Errand>();
        var second = jobs(db, noting(done));
        second.start();
        assertThat(done.poll(15, TimeUnit.SECONDS)).isEqualTo(new Errand("long", 1));
        second.stop();
        never.countDown();
        first.stop();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @EachDatabase void what_may_not_wait_goes_before_what_was_planned_earlier(TestDatabase db) throws InterruptedException {
        var done = new LinkedBlockingQueue<Errand>();
        var task = noting(done);
        var before = jobs(db, task);
        db.write(() -> {
            for (var name : List.of("1", "2", "3")) before.soon(ERRAND.instance(name).data(new Errand(name, 1)).build());
            before.first(ERRAND.instance("4").data(new Errand("removal", 1)).build());
        });
        var jobs = new Jobs(new JobDataSource(db.database()), () -> List.of(task), new JobSql(JdbcClient.create(db.database().writer())), new Jobs.Place(true, true, 1));
        jobs.start();
        assertThat(done.poll(15, TimeUnit.SECONDS)).isEqualTo(new Errand("removal", 1));
        jobs.stop();
    }

    @EachDatabase void a_job_may_write_in_transactions_of_its_own(TestDatabase db) throws InterruptedException {
        var done = new LinkedBlockingQueue<Errand>();
        var jobs = jobs(db, Tasks.oneTime(ERRAND).execute((instance, context) -> {
            db.write(() -> { db.client().sql("insert into audit_actor (id, name) values ('a', 'b')").update(); });
            done.add(instance.getData());
        }));
        jobs.start();
        db.write(() -> jobs.soon(ERRAND.instance("1").data(new Errand("w", 1)).build()));
        assertThat(done.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(db.client().sql("select name from audit_actor").query(String.class).single()).isEqualTo("b");
        jobs.stop();
    }
}

package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file on its way in, and two requests that both mean to write to it. */
class UploadPartTest {
    private final ExecutorService hashing = Executors.newCachedThreadPool();
    private final TestRow row = new TestRow();
    private Path path;
    private UploadPart part;
    private WornDisk disk;

    @BeforeEach void open(@TempDir Path folder) throws Exception {
        path = Files.write(folder.resolve("part"), new byte[100]);
        part = UploadPart.open(path, row, hashing, file -> disk = new WornDisk(file));
    }

    @AfterEach void close() throws Exception {
        part.close();
        hashing.shutdownNow();
    }

    @Test void a_verified_piece_is_noted_as_such_before_a_newer_request_can_note_its_own() throws Exception {
        var mine = part.claim();
        part.mark(mine, true, () -> { });
        part.append(mine, ByteBuffer.allocateDirect(50), false);
        var newer = new CompletableFuture<Long>();
        part.finish(mine, true, () -> {
            hashing.execute(() -> newer.completeAsync(this::claimed, Runnable::run));
            assertThatThrownBy(() -> newer.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(newer.get(10, TimeUnit.SECONDS)).isGreaterThan(mine);
        assertThat(part.durable()).isEqualTo(150);
        assertThatThrownBy(() -> part.append(mine, ByteBuffer.allocateDirect(50), true)).isInstanceOf(UploadRefused.class);
    }

    private long claimed() {
        try {
            return part.claim();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test void what_was_not_verified_goes_with_the_request_that_brought_it() throws Exception {
        var mine = part.claim();
        part.append(mine, ByteBuffer.allocateDirect(50), false);
        assertThat(part.durable()).isEqualTo(100);
        part.claim();
        assertThat(part.durable()).isEqualTo(100);
        assertThat(Files.size(path)).isEqualTo(100);
    }

    /** The file's channel is closed under the request: the nearest that a test comes to a disk that is gone. */
    @Test void bytes_that_could_not_be_forced_are_never_acknowledged_to_whoever_comes_next() throws Exception {
        var mine = part.claim();
        part.append(mine, ByteBuffer.allocateDirect(50), true);
        part.close();
        part.forceEarly(mine);
        assertThatThrownBy(() -> part.force(mine)).isInstanceOf(IOException.class);
        assertThat(part.durable()).isEqualTo(100);
        assertThatThrownBy(part::claim).isInstanceOf(IOException.class);
        assertThat(part.durable()).isEqualTo(100);
    }

    @Test void a_force_that_succeeds_after_a_failed_one_proves_nothing_of_the_bytes_before() throws Exception {
        var mine = part.claim();
        part.append(mine, ByteBuffer.allocateDirect(50), true);
        disk.forceFails = true;
        part.forceEarly(mine);
        part.append(mine, ByteBuffer.allocateDirect(50), true);
        part.forceEarly(mine);
        assertThatThrownBy(() -> part.force(mine)).isInstanceOf(IOException.class);
        part.claim();
        assertThat(part.durable()).isEqualTo(100);
        assertThat(Files.size(path)).isEqualTo(100);
    }

    @Test void bytes_in_doubt_that_could_not_be_dropped_are_dropped_by_whoever_opens_the_file_again() throws Exception {
        var mine = part.claim();
        part.append(mine, ByteBuffer.allocateDirect(50), true);
        disk.forceFails = true;
        disk.truncateFails = true;
        assertThatThrownBy(() -> part.force(mine)).isInstanceOf(IOException.class);
        assertThat(part.inDoubt()).isTrue();
        assertThat(row.unverifiedFrom()).hasValue(100);
        part.close();
        part = UploadPart.open(path, row, hashing);
        assertThat(part.durable()).isEqualTo(100);
        assertThat(Files.size(path)).isEqualTo(100);
    }

    @Test void what_could_not_be_forced_at_the_first_opening_is_not_told_at_the_next() throws Exception {
        part.close();
        assertThatThrownBy(() -> UploadPart.open(path, row, hashing, file -> {
            disk = new WornDisk(file);
            disk.forceFails = true;
            return disk;
        })).isInstanceOf(IOException.class);
        part = UploadPart.open(path, row, hashing);
        assertThat(part.durable()).isZero();
    }

    @Test void of_two_who_claim_while_the_disk_is_slow_only_the_later_one_may_write() throws Exception {
        var first = part.claim();
        part.append(first, ByteBuffer.allocateDirect(50), true);
        disk.forceWaits = new CountDownLatch(1);
        hashing.execute(() -> early(first));
        disk.forcing.await();
        var one = waiting();
        var other = waiting();
        disk.forceWaits.countDown();
        assertThatThrownBy(one::get).hasRootCauseInstanceOf(UploadRefused.class);
        part.append(other.get(), ByteBuffer.allocateDirect(50), true);
    }

    /** Someone who claims, once he waits for the disk. */
    private CompletableFuture<Long> waiting() {
        var claimed = new CompletableFuture<Long>();
        var thread = new Thread(() -> claimed.completeAsync(this::claimed, Runnable::run));
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return claimed;
    }

    private void early(long mine) {
        try {
            part.forceEarly(mine);
        } catch (UploadRefused e) {
            throw new IllegalStateException(e);
        }
    }

    @Test void a_note_that_failed_and_yet_was_written_is_taken_back_before_more_bytes_count() throws Exception {
        var mine = part.claim();
        assertThatThrownBy(() -> part.mark(mine, true, () -> {
            row.unverifiedFrom(OptionalLong.of(100));
            throw new IllegalStateException("the line to the database broke after the commit");
        })).isInstanceOf(IllegalStateException.class);
        part.mark(mine, false, () -> row.unverifiedFrom(OptionalLong.empty()));
        assertThat(row.unverifiedFrom()).isEmpty();
    }

    @Test void what_was_verified_and_could_not_be_noted_is_not_told() throws Exception {
        var mine = part.claim();
        part.mark(mine, true, () -> { });
        part.append(mine, ByteBuffer.allocateDirect(50), false);
        assertThatThrownBy(() -> part.finish(mine, true, () -> {
            throw new IllegalStateException("the database is away");
        })).isInstanceOf(IOException.class).hasRootCauseMessage("the database is away");
        part.claim();
        assertThat(part.durable()).isEqualTo(100);
        assertThat(Files.size(path)).isEqualTo(100);
    }

    @Test void who_waits_too_long_is_told_that_the_disk_is_busy_and_not_that_somebody_else_uploads() throws Exception {
        var mine = part.claim();
        var release = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        hashing.execute(() -> {
            try {
                part.mark(mine, true, () -> {
                    held.countDown();
                    await(release);
                });
            } catch (UploadRefused e) {
                throw new IllegalStateException(e);
            }
        });
        held.await();
        assertThatThrownBy(part::claim).isInstanceOfSatisfying(UploadRefused.class, no -> assertThat(no.fault()).isEqualTo(UploadFault.BUSY));
        part.forceEarly(mine);
        release.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

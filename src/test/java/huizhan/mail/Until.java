package huizhan.mail;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what a job is about to do; fails when it doesn't come. */
public final class Until {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_ROUND = TimeUnit.MILLISECONDS.toNanos(20);

    private Until() {}

    public static void is(String what, BooleanSupplier true_) {
        var end = System.nanoTime() + PATIENCE;
        while (!true_.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("it never came: " + what);
            LockSupport.parkNanos(LOOK_ROUND);
        }
    }
}

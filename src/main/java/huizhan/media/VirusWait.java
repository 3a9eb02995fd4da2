package huizhan.media;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/** Asks again for uploads that wait for the virus check, whether or not somebody has the page open. */
final class VirusWait implements DisposableBean {
    private static final long EVERY_SECONDS = 5;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "virus-check");
        thread.setDaemon(true);
        return thread;
    });

    VirusWait(UploadArrival arrival, boolean configured) {
        if (configured) worker.scheduleWithFixedDelay(arrival::again, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override public void destroy() {
        worker.shutdownNow();
    }
}

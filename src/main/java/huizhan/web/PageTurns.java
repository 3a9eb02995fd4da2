package huizhan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages are made a few at a time, in the order of asking: more than the processors have use for only make each of them slower (ADR 0028).
 * Files that go in or out, and whatever changes something, never wait here; whoever has waited long goes in all the same.
 */
public final class PageTurns implements HandlerInterceptor {
    private static final String HELD = PageTurns.class.getName();
    private static final Set<Class<?>> PAGES = Set.of(ModelAndView.class, String.class);
    private final int most;
    private final Duration patience;
    private final Semaphore turns;
    private volatile boolean stuck;

    /**
     * @param most     pages made at a time
     * @param patience after which one goes in without a turn
     */
    PageTurns(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.turns = new Semaphore(most, true);
    }

    /** How many turns are taken now. */
    public int taken() {
        return most - turns.availablePermits();
    }

    /** How many wait for one. */
    public int waiting() {
        return turns.getQueueLength();
    }

    /** Takes a turn for good, as a page does that never ends; false where none is free. */
    boolean hold() {
        return turns.tryAcquire();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!page(request, handler) || request.getAttribute(HELD) != null) return true;
        try {
            // where one has waited in vain the next ones don't, until a turn comes back
            if (turns.tryAcquire(stuck ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS)) request.setAttribute(HELD, handler);
            else stuck = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HELD) != handler) return;
        request.removeAttribute(HELD);
        turns.release();
        stuck = false;
    }

    private static boolean page(HttpServletRequest request, Object handler) {
        return request.getMethod().equals("GET") && handler instanceof HandlerMethod method && PAGES.contains(method.getReturnType().getParameterType());
    }
}

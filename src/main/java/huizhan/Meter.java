package huizhan;

import huizhan.kernel.Plain;
import java.io.PrintWriter;
import java.lang.reflect.Method;

/** How far something has come, in bytes: a bar that draws itself anew on a terminal, elsewhere a plain line for each new thing. */
final class Meter {
    private static final int WIDE = 30;
    private final PrintWriter out;
    private final boolean terminal;
    private String shown = "";
    private String last = "";

    Meter(PrintWriter out) {
        this(out, onTerminal());
    }

    Meter(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** From Java 22 on there may be a console without a terminal, and a way to ask. */
    private static boolean onTerminal() {
        var console = System.console();
        if (console == null) return false;
        try {
            Method asked = console.getClass().getMethod("isTerminal");
            return Boolean.TRUE.equals(asked.invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    /** @param what is being done, a few letters without a line's end */
    synchronized void at(long done, long total, String what) {
        var name = Plain.line(what);
        if (!terminal) {
            if (!name.equals(last)) line("huizhan: " + percent(done, total) + "% " + name);
            last = name;
            return;
        }
        int full = total == 0 ? WIDE : (int) (WIDE * done / total);
        var now = "[" + "#".repeat(full) + "-".repeat(WIDE - full) + "] " + percent(done, total) + "% " + mega(done) + "/" + mega(total) + " MB  " + name;
        if (now.equals(shown)) return;
        out.print("\r" + now + " ".repeat(Math.max(0, shown.length() - now.length())));
        out.flush();
        shown = now;
    }

    /** Leaves the bar as it stands; what comes next begins a line. */
    synchronized void end() {
        if (terminal && !shown.isEmpty()) line("");
        shown = "";
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }

    private static long percent(long done, long total) {
        return total == 0 ? 100 : 100 * done / total;
    }

    private static long mega(long bytes) {
        return (bytes + 500_000) / 1_000_000;
    }
}

package huizhan;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens an address in this machine's own browser; where there is none, the printed address is there to be copied. */
final class Browser {
    private Browser() {}

    static void open(String address) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var words = system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", address) : List.of(system.contains("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // no such program: nothing to open with
        }
    }
}

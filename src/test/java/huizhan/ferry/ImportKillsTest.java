package huizhan.ferry;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.bench.FaultsBench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import as a process of its own, killed with SIGKILL; {@code ./huizhan bench faults} does it fifty times (C1, C3). */
class ImportKillsTest {
    @TempDir
    Path folder;

    @Test void an_import_that_is_killed_has_not_begun_or_is_complete() throws Exception {
        var shown = FaultsBench.kills(4, folder, false);
        assertThat(shown.wrong()).isEmpty();
        assertThat(shown.before() + shown.after()).isEqualTo(4);
        assertThat(shown.between()).as("kills between the first and the last write").isEqualTo(3);
    }
}

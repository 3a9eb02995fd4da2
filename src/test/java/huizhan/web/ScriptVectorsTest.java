package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The script tests under {@code src/test/js}, which need no browser; skipped where there is no Node. */
class ScriptVectorsTest {

    @Test
    void the_scripts_count_and_search_as_their_vectors_say() throws Exception {
        Assumptions.assumeTrue(hasNode(), "no Node here");
        var node = new ProcessBuilder("node", "--test", "src/test/js/").redirectErrorStream(true).start();
        var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}

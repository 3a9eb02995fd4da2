package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureStudioTest {

    @TempDir Path folder;

    @Test void a_studio_picture_has_the_size_that_the_notice_asks_for_and_passes_every_check() throws IOException {
        for (var scene : new PictureStudio.Scene[] {PictureStudio.Scene.WIND_FARM, PictureStudio.Scene.CELLS}) {
            var target = folder.resolve(scene + ".jpg");
            PictureStudio.write(scene, 4, target);
            assertThat(Files.size(target)).as("%s", scene).isBetween(5_242_881L, 8_999_999L);
            var facts = new Examiner(Tools.none()).deep(scene + ".jpg", target).picture().orElseThrow();
            assertThat(facts.width()).isEqualTo(4500);
            assertThat(facts.broken()).isFalse();
            assertThat(facts.depth().orElseThrow().enlarged()).as("%s", scene).isFalse();
        }
    }

    @Test void the_same_seed_paints_the_same_picture_and_another_seed_another() {
        for (var scene : PictureStudio.Scene.values()) {
            var one = PictureStudio.paint(scene, 1, 120, 80);
            assertThat(pixels(PictureStudio.paint(scene, 1, 120, 80))).as("%s", scene).isEqualTo(pixels(one));
            assertThat(pixels(PictureStudio.paint(scene, 2, 120, 80))).as("%s", scene).isNotEqualTo(pixels(one));
        }
    }

    private static int[] pixels(java.awt.image.BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}

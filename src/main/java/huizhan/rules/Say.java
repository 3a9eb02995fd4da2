package huizhan.rules;

import huizhan.call.Field;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.rules.Finding.Place;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The vocabulary in which the rules put their findings. */
final class Say {
    static final String NOMINATION = "nomination";

    private Say() {}

    static Finding error(String rule, String variant, String subject, Place place, Object... arguments) {
        return new Finding(rule, variant, Severity.ERROR, subject, place, List.of(arguments));
    }

    static Finding warning(String rule, String variant, String subject, Place place, Object... arguments) {
        return new Finding(rule, variant, Severity.WARNING, subject, place, List.of(arguments));
    }

    /** The achievements that have content; a stub is exempt from every rule but those of the list (A4). */
    static Stream<Achievement> told(Material material) {
        return material.achievements().stream().filter(each -> !each.stub());
    }

    static String subject(Achievement achievement, String slot) {
        return achievement.folder() + "#" + slot;
    }

    static Place place(Achievement achievement, String slot) {
        return new Place(achievement.folder(), slot, -1);
    }

    static Place place(Achievement achievement, String slot, int index) {
        return new Place(achievement.folder(), slot, index);
    }

    static Place ofNomination(String slot) {
        return new Place("", slot, -1);
    }

    static Finding missing(String rule, Severity severity, Achievement achievement, Field field) {
        return new Finding(rule, "", severity, subject(achievement, field.id()), place(achievement, field.id()), List.of(field.label()));
    }

    /** Megabytes (10^6) with one decimal, kilobytes below a tenth of one; never rounded up past a limit. */
    static String megabytes(long bytes) {
        if (bytes < 100_000) {
            return bytes / 1000 + " kB";
        }
        return String.format(Locale.ROOT, "%.1f MB", Math.floor(bytes / 100_000.0) / 10);
    }

    /** The last part of a path: what a person calls the file. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static Text label(String zh, String en) {
        return new Text(zh, en);
    }
}

package huizhan.opening.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.exceptions.ExceptionsPage.About;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the organizer reads of what an exception is about: what counts lines that aren't public, only after the department's own sign-off (C7). */
class AboutTest {
    private static final UUID OWN = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID LINE = new UUID(2, 1);

    private static Asked asked(Optional<UUID> achievement) {
        return new Asked(achievement, "A3.limit", "", "", new Text("推荐了 12 项成果", "12 achievements"), "", "");
    }

    @Test void the_finding_about_a_nomination_waits_for_its_departments_sign_off_and_anothers_changes_nothing() {
        var about = asked(Optional.empty());
        assertThat(About.of(about, OWN, Map.of(), Lang.ZH).finding()).isEmpty();
        assertThat(About.of(about, OWN, Map.of(LINE, new CameIn.Line(OTHER, 1, "别的成果")), Lang.ZH).finding()).isEmpty();
        assertThat(About.of(about, OWN, Map.of(LINE, new CameIn.Line(OWN, 1, "")), Lang.ZH)).isEqualTo(new About("", 0, "", "推荐了 12 项成果"));
    }

    @Test void the_finding_about_an_achievement_waits_until_that_one_came_in() {
        var about = asked(Optional.of(LINE));
        assertThat(About.of(about, OWN, Map.of(new UUID(2, 2), new CameIn.Line(OWN, 1, "另一项")), Lang.ZH)).isEqualTo(new About(LINE.toString(), 0, "", ""));
        assertThat(About.of(about, OWN, Map.of(LINE, new CameIn.Line(OWN, 2, "示例成果")), Lang.EN)).isEqualTo(new About(LINE.toString(), 2, "示例成果", "12 achievements"));
    }
}

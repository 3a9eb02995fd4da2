package huizhan.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The vocabulary in which the studio's cases are told: what is changed about a material without findings. */
final class CaseList {
    final List<MaterialCase> cases = new ArrayList<>();
    private final MaterialStudio studio;

    CaseList(MaterialStudio studio) {
        this.studio = studio;
    }

    interface Change {
        void of(Draft draft) throws IOException;
    }

    /** A part that one rule stops. */
    void error(String name, Change change) {
        add(name, "error", "", false, change);
    }

    void warning(String name, Change change) {
        add(name, "warning", "", false, change);
    }

    /** The other side of a boundary: nothing is found. */
    void clean(String name, Change change) {
        add(name, "", "", false, change);
    }

    void wholeError(String name, Change change) {
        add(name, "error", "", true, change);
    }

    void wholeWarning(String name, Change change) {
        add(name, "warning", "", true, change);
    }

    void wholeClean(String name, Change change) {
        add(name, "", "", true, change);
    }

    void zoned(String name, String severity, String zone, Change change) {
        add(name, severity, zone, false, change);
    }

    /** A case's name is its rule, a hyphen after the rule's own words, and what is special; {@code A6.size--4999999}. */
    private void add(String name, String severity, String zone, boolean whole, Change change) {
        var rule = severity.isEmpty() ? "" : name.contains("--") ? name.substring(0, name.indexOf("--")) : name;
        cases.add(new MaterialCase(name, rule, severity, zone, folder -> {
            var draft = whole ? studio.oneWhole() : studio.one();
            change.of(draft);
            draft.write(folder);
        }));
    }
}

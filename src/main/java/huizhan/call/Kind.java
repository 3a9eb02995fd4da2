package huizhan.call;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Optional;

/** A kind of achievement (A1): activity, project, base or whatever the call asks for, with the sections of its statement. */
public record Kind(String code, Text label, Text hint, List<Section> sections) {

    public Optional<Section> section(String code) {
        return sections.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}

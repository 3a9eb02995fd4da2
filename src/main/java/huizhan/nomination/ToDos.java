package huizhan.nomination;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is left to do beside a sign-off. The modules that know are looked up late: they use this one. */
@Component
class ToDos {
    private final ObjectProvider<ToDo.Source> sources;

    ToDos(ObjectProvider<ToDo.Source> sources) {
        this.sources = sources;
    }

    /** What is told while the list is still written. */
    List<ToDo> early(UUID department) {
        return sources.orderedStream().filter(ToDo.Source::early).flatMap(each -> each.of(department).stream()).toList();
    }

    List<ToDo> of(UUID department) {
        return sources.orderedStream().flatMap(each -> each.of(department).stream()).toList();
    }
}

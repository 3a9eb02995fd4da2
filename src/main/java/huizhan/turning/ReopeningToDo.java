package huizhan.turning;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Zone;
import huizhan.nomination.ToDo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells a department beside its list, on the open network, that a request waits for its second person (A4). */
@Component
@Order(10)
class ReopeningToDo implements ToDo.Source {
    private final Reopenings reopenings;
    private final Zone zone;

    ReopeningToDo(Reopenings reopenings, Zone zone) {
        this.reopenings = reopenings;
        this.zone = zone;
    }

    @Override public boolean early() {
        return true;
    }

    @Override public Optional<ToDo> of(UUID department) {
        if (zone.mayHold(Disclosure.NON_PUBLIC)) return Optional.empty();
        var waiting = reopenings.waiting(department);
        return waiting.stream().findFirst().map(first -> new ToDo("/nomination/stubs/" + first.line(), "turning.back.todo.look", "warn", "turning.back.todo", List.of(waiting.size())));
    }
}

package huizhan.nomination;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The pages about what came in, for the organizer. Those of other modules are looked up late: they use this one. */
@Component
public class Tabs {
    private final ObjectProvider<Tab.Source> others;
    private volatile @Nullable List<Tab> all;

    Tabs(ObjectProvider<Tab.Source> others) {
        this.others = others;
    }

    public List<Tab> all() {
        var known = all;
        if (known != null) return known;
        var found = others.orderedStream().map(Tab.Source::tab).toList();
        all = found;
        return found;
    }

    /** Their addresses, and that of a receipt that they lead to: on any of them the organizer is at one place of the menu. */
    public List<String> places() {
        return Stream.concat(all().stream().map(Tab::href), Stream.of(ReceiptPages.HOME)).toList();
    }
}

package huizhan.documents;

import java.util.IdentityHashMap;
import java.util.Map;

/** The numbers by which a document's parts name one another; each is given once (GB/T 33190-2016, 7.3: ST_ID). */
final class OfdIds {
    private final Map<Subset, Integer> fonts = new IdentityHashMap<>();
    private int last;

    int next() {
        return ++last;
    }

    int last() {
        return last;
    }

    int of(Subset font) {
        return fonts.computeIfAbsent(font, each -> next());
    }
}

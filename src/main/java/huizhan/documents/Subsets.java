package huizhan.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The fonts of one document, each with only the glyphs that it uses, in order of first use. */
final class Subsets {
    private final Map<Face, Subset> byFace = new IdentityHashMap<>();
    private final List<Subset> inOrder = new ArrayList<>();

    Subset of(Face face) {
        return byFace.computeIfAbsent(face, each -> {
            var subset = new Subset("F" + inOrder.size(), each.typeface());
            inOrder.add(subset);
            return subset;
        });
    }

    Collection<Subset> all() {
        return inOrder;
    }
}

package huizhan.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts a row of things into discs, in their order: what belongs together stays together where it fits on one. Sizes in bytes. */
public final class Cuts<T> {
    private final long capacity;
    private final ToLongFunction<T> need;
    private final List<List<T>> volumes = new ArrayList<>();
    private long left;

    /** @param taken what is on the first disc already */
    public Cuts(long capacity, ToLongFunction<T> need, long taken) {
        this.capacity = capacity;
        this.need = need;
        open();
        left -= taken;
    }

    /** None of them may be larger than a disc. */
    public void together(List<T> things) {
        long needed = things.stream().mapToLong(need).sum();
        if (needed > left && needed <= capacity) {
            open();
        }
        for (var each : things) {
            if (need.applyAsLong(each) > left) {
                open();
            }
            volumes.get(volumes.size() - 1).add(each);
            left -= need.applyAsLong(each);
        }
    }

    public boolean has(T thing) {
        return volumes.stream().anyMatch(volume -> volume.contains(thing));
    }

    /** What is on each disc; the first may have nothing but what it had. */
    public List<List<T>> volumes() {
        return volumes.stream().map(List::copyOf).toList();
    }

    private void open() {
        volumes.add(new ArrayList<>());
        left = capacity;
    }
}

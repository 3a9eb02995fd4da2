package huizhan.ferry;

import huizhan.audit.Audit;
import huizhan.disc.FerryList;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which ferries have come from the open server, and which of their discs are still missing (C1). */
@Service
class Ferries {
    private final FerriesSql sql;
    private final OpenCall open;
    private final Audit audit;

    Ferries(FerriesSql sql, OpenCall open, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
    }

    /** Notes those among the discs that were taken in. */
    @Transactional
    void came(Actor me, List<Deliveries.Seen> discs) {
        for (var each : discs) {
            each.ferry().filter(list -> sql.insert(list, each.signature().key(), open.arrived())).ifPresent(list -> audit.record(me, "ferry.came", "ferry:" + list.ferry(),
                Map.of("number", list.number(), "disc", list.disc(), "discs", list.discs(), "signer", each.signature().key(), "signature", each.signature().state().name())));
        }
    }

    /** One that came, or of which a later one tells that it must be there. */
    record Row(int number, int came, int discs, List<Integer> missing) {
        public boolean complete() {
            return came > 0 && missing.isEmpty();
        }

        public Text missed() {
            if (came == 0) return new Text("没有到", "has not come");
            var numbers = missing.stream().map(String::valueOf).collect(Collectors.joining("、"));
            return new Text("缺第 " + numbers + " 张", "missing: disc " + numbers.replace("、", ", "));
        }
    }

    /** The newest first, with gaps in the numbers. */
    @Transactional(readOnly = true)
    List<Row> all() {
        var came = new TreeMap<Integer, List<FerriesSql.Came>>();
        sql.all(open.call().id()).forEach(each -> came.computeIfAbsent(each.number(), any -> new ArrayList<>()).add(each));
        if (came.isEmpty()) return List.of();
        var rows = new ArrayList<Row>();
        for (int number = came.lastKey(); number >= 1; number--) {
            var there = came.getOrDefault(number, List.of());
            int discs = there.stream().max(Comparator.comparing(FerriesSql.Came::at)).map(FerriesSql.Came::discs).orElse(0);
            var missing = IntStream.rangeClosed(1, discs).filter(disc -> there.stream().noneMatch(each -> each.disc() == disc)).boxed().toList();
            rows.add(new Row(number, there.size(), discs, missing));
        }
        return rows;
    }
}

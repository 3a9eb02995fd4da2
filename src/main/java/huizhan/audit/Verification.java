package huizhan.audit;

import huizhan.kernel.Text;
import java.util.Optional;

/** Walks the chain from its first entry and stops at the first link that doesn't hold. */
final class Verification {
    private static final int BATCH = 2000;
    private final AuditSql sql;
    private final Optional<Head> printed;
    private Head reached = Head.START;

    private Verification(AuditSql sql, Optional<Head> printed) {
        this.sql = sql;
        this.printed = printed;
    }

    /**
     * @param sealed how many entries were walked and hold
     * @param waiting entries that were not sealed yet
     * @param broken the first link that doesn't hold
     */
    record Verdict(long sealed, long waiting, Head head, Optional<Text> broken) {
        public boolean holds() {
            return broken.isEmpty();
        }
    }

    /**
     * Reads everything in the caller's transaction, so that it sees one state.
     *
     * @param printed a head from a receipt or back-up that must stand in the chain
     */
    static Verdict of(AuditSql sql, Optional<Head> printed) {
        var walk = new Verification(sql, printed);
        var broken = walk.entries().or(walk::end);
        return new Verdict(walk.reached.seq(), sql.countWaiting(), walk.reached, broken);
    }

    private Optional<Text> entries() {
        for (var batch = sql.sealedAfter(0, BATCH); !batch.isEmpty(); batch = sql.sealedAfter(reached.seq(), BATCH)) {
            for (var entry : batch) {
                var fault = fault(entry);
                if (fault.isPresent()) return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Text> fault(Entry entry) {
        var expected = reached.seq() + 1;
        long seq = entry.seq().orElseThrow();
        if (seq != expected) {
            return broken("第 " + expected + " 条缺失：其后是第 " + seq + " 条。", "Entry " + expected + " is missing: the next one is entry " + seq + ".");
        }
        if (!entry.previous().equals(Optional.of(reached.hash().hex()))) {
            return broken("第 " + seq + " 条与前一条的链接不符。", "Entry " + seq + " is not linked to the one before it.");
        }
        var link = entry.link(reached);
        if (!entry.hash().equals(Optional.of(link.hex()))) {
            return broken("第 " + seq + " 条（" + entry.what() + "）的内容被改动。", "Entry " + seq + " (" + entry.what() + ") was altered.");
        }
        reached = new Head(seq, link);
        if (printed.isPresent() && printed.get().seq() == seq && !printed.get().hash().equals(link)) {
            return broken("第 " + seq + " 条与纸上的链首不符。", "Entry " + seq + " is not the one whose head was printed.");
        }
        return Optional.empty();
    }

    private Optional<Text> end() {
        var head = sql.head();
        if (!head.equals(reached)) {
            return broken("第 " + reached.seq() + " 条之后缺失：链首记到第 " + head.seq() + " 条。",
                "The tail after entry " + reached.seq() + " is missing or was replaced: the head stands at entry " + head.seq() + ".");
        }
        if (printed.isPresent() && printed.get().seq() > reached.seq()) {
            return broken("纸上的链首是第 " + printed.get().seq() + " 条，现在只有 " + reached.seq() + " 条。",
                "The printed head is entry " + printed.get().seq() + ", and only " + reached.seq() + " are there.");
        }
        return Optional.empty();
    }

    private static Optional<Text> broken(String zh, String en) {
        return Optional.of(new Text(zh, en));
    }
}

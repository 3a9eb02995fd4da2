package huizhan.turning;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears of what is erased and what is sent away, in the same transaction: rows about its discs go, and that it left is kept. */
@Component
class TurningSeam implements Frozen {
    private final TurningSql sql;
    private final SealedCopies copies;
    private final Clocks clocks;

    TurningSeam(TurningSql sql, SealedCopies copies, Clocks clocks) {
        this.sql = sql;
        this.copies = copies;
        this.clocks = clocks;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        sql.forget(achievement);
        // no earlier than the erasure is on the disk: else discs that still count would be gone
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override public void afterCommit() {
                copies.forget(achievement);
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void clearAway() throws IOException {
        copies.sweep(java.util.Set.copyOf(sql.made()));
    }

    @Override public void turned(Actor me, UUID achievement) {
        var discs = sql.discs(achievement);
        sql.left(me.owner(), achievement, me.unit(), discs.isEmpty() ? "" : discs.get(0).addressee(), discs.size(), clocks.business().instant(), me.account());
        sql.forget(achievement);
    }
}

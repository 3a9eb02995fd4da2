package huizhan.ferry;

import huizhan.achievement.Frozen;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.MediaFiles;
import huizhan.opening.OpenCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is erased at a desk goes out of what came on discs, too: each version of it, word and file (A4). */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class ErasedAtDesk implements Frozen {
    private final ArrivalSql sql;
    private final DraftedSql drafted;
    private final MediaFiles media;
    private final OpenCall open;

    ErasedAtDesk(ArrivalSql sql, DraftedSql drafted, MediaFiles media, OpenCall open) {
        this.sql = sql;
        this.drafted = drafted;
        this.media = media;
        this.open = open;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        var gone = new ArrayList<UUID>();
        for (var arrival : sql.of(me.owner(), open.call())) {
            arrival.telling(achievement).ifPresent(each -> {
                gone.addAll(arrival.filesOf(each));
                sql.rewrite(arrival.without(each), open.call(), arrival.filesOf(each));
            });
        }
        drafted.forget(me.owner(), achievement);
        // no earlier than the erasure is on the disk
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override public void afterCommit() {
                forget(gone);
            }
        });
    }

    private void forget(List<UUID> files) {
        try {
            for (var each : files) {
                media.remove(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

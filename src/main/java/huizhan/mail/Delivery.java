package huizhan.mail;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one letter: notes that an attempt begins, talks to the server, notes what came of it. A letter whose attempt was cut off in
 * between is in doubt and is not sent again by itself; one for which the server goes on asking for patience is given up.
 */
final class Delivery {
    static final TaskDescriptor<String> TASK = TaskDescriptor.of("mail.letter", String.class);
    private static final List<Fact.Kind> ROUNDS = List.of(Fact.Kind.PUT, Fact.Kind.AGAIN);
    private final OutboxSql sql;
    private final Optional<Mailman> mailman;
    private final Pace pace;
    private final Links links;
    private final Clocks clocks;
    private final TransactionTemplate writing;

    Delivery(OutboxSql sql, Optional<Mailman> mailman, Pace pace, Links links, Clocks clocks, TransactionTemplate writing) {
        this.sql = sql;
        this.mailman = mailman;
        this.pace = pace;
        this.links = links;
        this.clocks = clocks;
        this.writing = writing;
    }

    /**
     * One run of a letter's job.
     *
     * @param job the letter's id and its round
     * @return when to come again, by the system clock; empty when there is nothing more to do
     */
    Optional<Instant> deliver(String job) {
        var letter = UUID.fromString(job.substring(0, job.indexOf('/')));
        int round = Integer.parseInt(job.substring(job.indexOf('/') + 1));
        var facts = sql.facts(letter);
        if (mailman.isEmpty() || facts.stream().filter(each -> ROUNDS.contains(each.kind())).mapToInt(Fact::number).max().orElse(-1) != round) {
            return Optional.empty();
        }
        var last = facts.get(facts.size() - 1);
        if (last.kind() == Fact.Kind.BEGUN) note(letter, last, Fact.Kind.DOUBTFUL, "");
        if (Fact.State.of(last.kind()) != Fact.State.WAITING) return Optional.empty();
        var wait = pace.wait(clocks.system().instant());
        if (wait.isPresent()) return wait;
        return attempt(sql.find(letter).orElseThrow(), last, facts.stream().filter(each -> each.number() > round && each.kind() == Fact.Kind.DEFERRED).toList());
    }

    private Optional<Instant> attempt(Kept letter, Fact last, List<Fact> deferred) {
        var path = links.path(letter);
        if (path.isEmpty()) {
            note(letter.id(), last, Fact.Kind.GONE, "");
            pace.unused();
            return Optional.empty();
        }
        var begun = note(letter.id(), last, Fact.Kind.BEGUN, "");
        var answer = mailman.orElseThrow().send(letter, letter.body(path.get()), clocks.system().instant());
        var kind = answer.kind() == Fact.Kind.DEFERRED && isLast(deferred) ? Fact.Kind.GIVEN_UP : answer.kind();
        note(letter.id(), begun, kind, answer.word());
        return again(kind, deferred.size() + 1);
    }

    /** Counted from the server's first word of the round, and by how often it said so: while it could not be reached it said nothing about the letter. */
    private boolean isLast(List<Fact> deferred) {
        return !deferred.isEmpty() && pace.isOver(deferred.size() + 1, deferred.get(0).at(), clocks.business().instant());
    }

    private Optional<Instant> again(Fact.Kind kind, int failed) {
        var now = clocks.system().instant();
        if (kind == Fact.Kind.UNREACHABLE) return Optional.of(pace.unreachable(now));
        if (kind == Fact.Kind.DOUBTFUL) pace.unreachable(now);
        else pace.forget();
        return kind == Fact.Kind.DEFERRED ? Optional.of(now.plus(pace.patience(failed))) : Optional.empty();
    }

    private Fact note(UUID letter, Fact after, Fact.Kind kind, String word) {
        var fact = new Fact(after.number() + 1, kind, clocks.business().instant(), Actor.PROGRAM, word);
        writing.executeWithoutResult(status -> sql.insert(letter, fact));
        return fact;
    }

    /** The modules' links; asked for at the first letter, since a module that has links may itself write letters. */
    record Links(Supplier<Stream<LinkSource>> sources) {

        /** What stands in the letter in the place of the link; empty where that no longer leads anywhere. */
        Optional<String> path(Kept letter) {
            return letter.hasLink() ? source(letter).flatMap(each -> each.path(letter.reference())) : Optional.of("");
        }

        /** The same for a person who wants to send the letter by hand. */
        Optional<String> path(Kept letter, Actor reader) {
            return letter.hasLink() ? source(letter).flatMap(each -> each.path(letter.reference(), reader)) : Optional.of("");
        }

        private Optional<LinkSource> source(Kept letter) {
            return sources.get().filter(each -> each.knows(letter.reference())).findFirst();
        }
    }
}

package huizhan.mail;

import huizhan.audit.Audit;
import huizhan.database.Jobs;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.web.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters are put: in the transaction of the fact that they tell of, so that both exist or neither (B7, B17, B21). */
public class Outbox {
    private static final String BETWEEN = "\n\n" + "—".repeat(24) + "\n\n";
    private static final int LONGEST_SUBJECT = 200;
    private final OutboxSql sql;
    private final Jobs jobs;
    private final Audit audit;
    private final Clocks clocks;
    private final Texts texts;
    private final Place place;

    /**
     * How mail is sent from here.
     *
     * @param server whether there is a mail server
     * @param domain  what stands behind the sign in the ids of messages
     * @param address the server's own, without a slash at its end; empty where it isn't known
     */
    record Place(Zone zone, boolean server, String domain, String address) {}

    Outbox(OutboxSql sql, Jobs jobs, Audit audit, Clocks clocks, Texts texts, Place place) {
        this.sql = sql;
        this.jobs = jobs;
        this.audit = audit;
        this.clocks = clocks;
        this.texts = texts;
        this.place = place;
    }

    /** Whether letters are written in this zone at all. */
    public boolean isOpen() {
        return place.zone() == Zone.OPEN;
    }

    /** Whether they go out by themselves; else a person sends them by hand. */
    public boolean hasServer() {
        return place.server();
    }

    /** A page's full address, where the server knows its own ({@code huizhan.address}). */
    public Optional<String> address(String path) {
        return place.address().isEmpty() ? Optional.empty() : Optional.of(place.address() + path);
    }

    /** A sentence of the product in both languages. */
    public Text say(String key, Object... arguments) {
        return new Text(texts.in(Lang.ZH, key, arguments), texts.in(Lang.EN, key, arguments));
    }

    /**
     * Puts a letter. It goes out once the transaction has committed.
     *
     * @return its id; empty where this zone sends no mail, or the address is none that a mail server takes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> put(Actor by, Letter letter) {
        var address = MailAddress.typed(letter.to().address());
        if (!isOpen() || address.isEmpty()) return Optional.empty();
        var id = UUID.randomUUID();
        var at = clocks.business().instant();
        sql.insert(new Kept(id, letter.kind(), letter.to().account(), line(letter.to().name()), address.get().text(), subject(letter.subject()),
            body(letter.body()), letter.reference(), letter.department(), "<" + id + "@" + place.domain() + ">", at, by.account()));
        sql.insert(id, new Fact(0, Fact.Kind.PUT, at, by.account(), ""));
        audit.record(by, "letter.put", subject(id), Map.of("kind", letter.kind().code(), "reference", letter.reference(),
            "department", letter.department().map(UUID::toString).orElse("")));
        plan(id, 0);
        return Optional.of(id);
    }

    static String subject(UUID id) {
        return "letter:" + id;
    }

    /** Nothing that could end a header line. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String subject(Text subject) {
        var both = line(subject.zh()) + " / " + line(subject.en());
        return both.length() <= LONGEST_SUBJECT ? both : both.substring(0, both.offsetByCodePoints(0, Math.min(LONGEST_SUBJECT, both.codePointCount(0, both.length()))));
    }

    private String body(Text body) {
        var foot = say("mail.foot");
        return body.zh().strip() + "\n\n" + foot.zh() + BETWEEN + body.en().strip() + "\n\n" + foot.en() + "\n";
    }

    /** The round is part of the job's name, so that a new round never meets the job of the one before. */
    void plan(UUID letter, int round) {
        if (place.server()) jobs.soon(Delivery.TASK.instance(letter + "/" + round).data(letter + "/" + round).build());
    }

    /** Plans what still waits; for the start, after which a mail server may be there that was not before. */
    @Transactional
    void planWaiting() {
        if (isOpen()) sql.waiting(codes(Fact.State.WAITING, Fact.State.SENDING)).forEach(this::plan);
    }

    private static List<String> codes(Fact.State... states) {
        return Arrays.stream(states).flatMap(each -> each.kinds().stream()).map(Fact.Kind::code).toList();
    }

    /**
     * Where a letter about something stands.
     *
     * @param state waiting, sending, sent, by-hand, failed, doubtful, gone or withdrawn
     * @param tone  open, good, warn, bad or info
     * @param at    since when
     * @param givenUp whether it failed because its server asked for patience for too long
     */
    public record Standing(String state, String tone, Instant at, boolean givenUp) {}

    /** Where the newest letter about each reference stands; none for what nobody was written about. */
    @Transactional(readOnly = true)
    public Map<String, Standing> standings(Collection<String> references) {
        var standings = new HashMap<String, Standing>();
        sql.standings(references).forEach((reference, fact) -> standings.put(reference, standing(fact)));
        return standings;
    }

    /**
     * Who was written to about something of a department since a moment, by their accounts. A letter that is still to go counts from when it was put, however often
     * its sending was put off since; one that was refused, withdrawn or is in doubt has told nobody.
     */
    @Transactional(readOnly = true)
    public Set<UUID> told(UUID department, String reference, Instant since) {
        return Set.copyOf(sql.told(department, reference, since, codes(Fact.State.WAITING, Fact.State.SENDING), codes(Fact.State.SENT, Fact.State.BY_HAND)));
    }

    private static Standing standing(Fact fact) {
        var state = Fact.State.of(fact.kind());
        return new Standing(state.code(), state.tone(), fact.at(), fact.kind() == Fact.Kind.GIVEN_UP);
    }

    /** A letter that concerns a department. */
    public record Sent(UUID id, String kind, String name, Standing standing) {}

    /** The newest letters that concern a department. */
    @Transactional(readOnly = true)
    public List<Sent> lately(UUID department, int most) {
        return sql.page(Filter.ofDepartment(department), 0, most).stream()
            .map(each -> new Sent(each.letter().id(), each.letter().kind().code(), each.letter().name(), standing(each.last()))).toList();
    }

    /** How many letters want a person: refused by the server, given up, or in doubt. */
    @Transactional(readOnly = true)
    public long troubles() {
        return sql.count(Arrays.stream(Fact.State.values()).filter(Fact.State::isTrouble).flatMap(each -> each.kinds().stream()).map(Fact.Kind::code).toList());
    }
}

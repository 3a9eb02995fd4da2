package huizhan.organization.cards;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.web.Dates;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom discs are sealed (C2): a unit's to its department's card, a department's to the organizer's. */
@Service
public class KeyCards {
    private final KeyCardSql sql;
    private final Audit audit;
    private final Clocks clocks;

    KeyCards(KeyCardSql sql, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** The organizer's card in force; empty before the first one, and after a withdrawal. */
    public Optional<PublicKeys> organizers() {
        return inForce(Owner.ORGANIZER).map(KeyCard::keys);
    }

    /** A department's card in force; empty before the first one, and after a withdrawal. */
    public Optional<PublicKeys> departments(UUID department) {
        return inForce(Owner.department(department)).map(KeyCard::keys);
    }

    /** On the restricted server the open one's card in force, with which ferries must be signed; empty where none was put. */
    public Optional<PublicKeys> openServers() {
        return inForce(Owner.OPEN_SERVER).map(KeyCard::keys);
    }

    /**
     * Puts the open server's card in force.
     *
     * @param file what was sent as a file; empty where the line was pasted
     * @param seen how many cards the person's page knew of
     * @return why not and what to do; empty where it was done
     */
    @Transactional public Optional<Text> putOpenServers(Actor me, InputStream file, String pasted, int seen) throws IOException {
        return put(me, Owner.OPEN_SERVER, Sent.of(file, pasted), seen);
    }

    /** Withdraws it: from now on no ferry is asked for a signature until a new one is put. */
    @Transactional(noRollbackFor = Faults.NotThere.class) public Optional<Text> withdrawOpenServers(Actor me, String fingerprint) {
        return withdraw(me, Owner.OPEN_SERVER, fingerprint);
    }

    /** How many were put, for the page from which the next is put. */
    public int openServersSoFar() {
        return newest(Owner.OPEN_SERVER).map(KeyCard::number).orElse(0);
    }

    /** Every card that was put and not withdrawn, replaced ones too: whose a signature is, however old. */
    public List<PublicKeys> known() {
        return sql.standing().stream().map(KeyCard::keys).toList();
    }

    /** The newest, unless it was withdrawn: an earlier one never comes back by itself. */
    Optional<KeyCard> inForce(Owner owner) {
        return newest(owner).filter(KeyCard::stands);
    }

    /** In force or withdrawn. */
    Optional<KeyCard> newest(Owner owner) {
        return sql.newest(owner);
    }

    /** The newest first. */
    List<KeyCard> of(Owner owner) {
        return sql.of(owner);
    }

    /**
     * Puts a card in force; the one before it stays on the list.
     *
     * @param seen how many cards the person's page knew of
     * @return why not and what to do; empty where it was done
     */
    @Transactional public Optional<Text> put(Actor me, Sent sent, int seen) {
        return put(me, Owner.of(me), sent, seen);
    }

    /** As {@link #put(Actor, Sent, int)}, for an owner who is looked after. */
    @Transactional Optional<Text> put(Actor me, Owner owner, Sent sent, int seen) {
        try {
            put(me, owner, fit(owner, sent.card(), seen), seen);
            return Optional.empty();
        } catch (Unfit no) {
            audit.refused(me, "key-card.put", owner.subject(), no.details());
            return Optional.of(no.why());
        }
    }

    /** Puts the first card in force for whoever hasn't one, where a place is set up by a program. */
    @Transactional public void give(Actor me, PublicKeys keys) {
        put(me, Owner.of(me), keys, 0);
    }

    /** A desk goes by the card that its call kit names, as long as the kit does; one that a newer kit replaced never comes back. */
    @Transactional public void follow(Actor me, PublicKeys keys) {
        var owner = Owner.of(me);
        if (sql.anybodys(keys.fingerprint().hex()).isPresent()) return;
        put(me, owner, keys, sql.newest(owner).map(KeyCard::number).orElse(0));
    }

    private void put(Actor me, Owner owner, PublicKeys keys, int seen) {
        sql.insert(new KeyCard(owner, seen + 1, keys, now(), me.account(), Optional.empty()));
        audit.record(me, "key-card.put", owner.subject(), Map.of("key", keys.id(), "fingerprint", keys.fingerprint().hex()));
    }

    private PublicKeys fit(Owner owner, PublicKeys keys, int seen) throws Unfit {
        var known = sql.anybodys(keys.fingerprint().hex());
        if (known.isPresent() && !known.get().owner().equals(owner)) {
            throw new Unfit("another-owner", keys.id(), new Text("这张公钥卡已经是别的部门或组织单位的，不能两家共用。请自己另做一对密钥。",
                "This card already belongs to another department or to the organizer, and can't be shared. Make keys of your own."));
        }
        var newest = sql.newest(owner);
        if (known.isPresent()) throw again(known.get(), newest.map(KeyCard::number).orElse(0));
        if (newest.map(KeyCard::number).orElse(0) != seen) {
            throw new Unfit("overtaken", keys.id(), new Text("同事刚刚启用了另一张公钥卡。请看过现行的卡，再决定是否启用这一张。",
                "A colleague has just put another card in force. Look at that one first, then decide about this one."));
        }
        return keys;
    }

    private static Unfit again(KeyCard known, int newest) {
        if (known.withdrawal().isPresent()) {
            return again(known, known.withdrawal().get().at(), new Text("这张公钥卡已于 %s 停用，不能再启用。请另做一对密钥。",
                "This card was withdrawn on %s and can't be used again. Make new keys."));
        }
        return known.number() == newest
            ? again(known, known.at(), new Text("这张公钥卡自 %s 起已在使用，不用再交。", "This card has been in force since %s already; there is nothing to do."))
            : again(known, known.at(), new Text("这是 %s 启用的旧卡，后来换过。换下的卡不再启用；请另做一对密钥。",
                "This is the card of %s, which a newer one replaced. A replaced card isn't used again: make new keys."));
    }

    private static Unfit again(KeyCard known, Instant at, Text why) {
        return new Unfit("known", known.keys().id(), new Text(why.zh().formatted(Dates.moment(Lang.ZH, at)), why.en().formatted(Dates.moment(Lang.EN, at))));
    }

    /**
     * Withdraws the card in force: from now on nothing is sealed to it, and there is none until a new one is put.
     *
     * @return why not; empty where it was done
     * @throws Faults.NotThere for a card that isn't this owner's
     */
    @Transactional(noRollbackFor = Faults.NotThere.class) public Optional<Text> withdraw(Actor me, String fingerprint) {
        return withdraw(me, Owner.of(me), fingerprint);
    }

    /** As {@link #withdraw(Actor, String)}, for an owner who is looked after. */
    @Transactional(noRollbackFor = Faults.NotThere.class) Optional<Text> withdraw(Actor me, Owner owner, String fingerprint) {
        var found = sql.anybodys(fingerprint).filter(card -> card.owner().equals(owner));
        if (found.isEmpty()) {
            audit.refused(me, "key-card.withdrawn", owner.subject(), Map.of("reason", "not-there"));
            throw new Faults.NotThere();
        }
        var key = Map.of("key", found.get().keys().id());
        if (inForce(owner).filter(card -> card.fingerprint().equals(fingerprint)).isEmpty()) {
            audit.refused(me, "key-card.withdrawn", owner.subject(), key);
            return Optional.of(new Text("这张公钥卡已经停用或者换下，不用再停用。", "This card was withdrawn or replaced already; there is nothing to do."));
        }
        sql.withdraw(fingerprint, new KeyCard.Withdrawal(now(), me.account()));
        audit.record(me, "key-card.withdrawn", owner.subject(), key);
        return Optional.empty();
    }

    private Instant now() {
        return clocks.business().instant();
    }
}

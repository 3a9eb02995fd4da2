package huizhan.organization.cards;

import huizhan.kernel.StaleData;
import huizhan.keys.KeyFault;
import huizhan.keys.PublicKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on key cards. */
@Repository
class KeyCardSql {
    private final JdbcClient db;

    KeyCardSql(JdbcClient db) {
        this.db = db;
    }

    /** An owner's cards, the newest first, those withdrawn too. */
    List<KeyCard> of(Owner owner) {
        return db.sql("""
                select c.owner, c.number, c.card, c.put_at, c.put_by, w.withdrawn_at, w.withdrawn_by
                  from key_card c left join key_card_withdrawal w on w.fingerprint = c.fingerprint
                 where c.owner = :owner
                 order by c.number desc""")
            .param("owner", owner.name()).query(KeyCardSql::row).list();
    }

    /** The newest of an owner, withdrawn or not. */
    Optional<KeyCard> newest(Owner owner) {
        return db.sql("""
                select c.owner, c.number, c.card, c.put_at, c.put_by, w.withdrawn_at, w.withdrawn_by
                  from key_card c left join key_card_withdrawal w on w.fingerprint = c.fingerprint
                 where c.owner = :owner
                 order by c.number desc limit 1""")
            .param("owner", owner.name()).query(KeyCardSql::row).optional();
    }

    /** Of all owners, those that were not withdrawn. */
    List<KeyCard> standing() {
        return db.sql("""
                select c.owner, c.number, c.card, c.put_at, c.put_by, null as withdrawn_at, null as withdrawn_by
                  from key_card c
                 where not exists (select 1 from key_card_withdrawal w where w.fingerprint = c.fingerprint)
                 order by c.owner, c.number""")
            .query(KeyCardSql::row).list();
    }

    /** Of whatever owner: one card can't be two owners'. */
    Optional<KeyCard> anybodys(String fingerprint) {
        return db.sql("""
                select c.owner, c.number, c.card, c.put_at, c.put_by, w.withdrawn_at, w.withdrawn_by
                  from key_card c left join key_card_withdrawal w on w.fingerprint = c.fingerprint
                 where c.fingerprint = :fingerprint""")
            .param("fingerprint", fingerprint).query(KeyCardSql::row).optional();
    }

    private static KeyCard row(ResultSet row, int n) throws SQLException {
        var at = Instant.ofEpochMilli(row.getLong("withdrawn_at"));
        var withdrawal = Optional.ofNullable(row.getString("withdrawn_by")).map(by -> new KeyCard.Withdrawal(at, UUID.fromString(by)));
        return new KeyCard(new Owner(row.getString("owner")), row.getInt("number"), card(row.getString("card")),
            Instant.ofEpochMilli(row.getLong("put_at")), UUID.fromString(row.getString("put_by")), withdrawal);
    }

    private static PublicKeys card(String line) {
        try {
            return PublicKeys.read(line);
        } catch (KeyFault e) {
            throw new IllegalStateException("a card that was put can't be read any more", e);
        }
    }

    /** Of two who put one at once, one is told. */
    void insert(KeyCard card) {
        StaleData.unlessOne("key card " + card.keys().id(), db.sql("""
                insert into key_card (fingerprint, owner, number, card, put_at, put_by)
                values (:fingerprint, :owner, :number, :card, :at, :by)
                on conflict do nothing""")
            .param("fingerprint", card.fingerprint()).param("owner", card.owner().name()).param("number", card.number())
            .param("card", card.keys().card()).param("at", card.at().toEpochMilli()).param("by", card.by().toString()).update());
    }

    /** Once: of two who withdraw it, one is told. */
    void withdraw(String fingerprint, KeyCard.Withdrawal withdrawal) {
        StaleData.unlessOne("key card " + fingerprint, db.sql("""
                insert into key_card_withdrawal (fingerprint, withdrawn_at, withdrawn_by)
                values (:fingerprint, :at, :by)
                on conflict do nothing""")
            .param("fingerprint", fingerprint).param("at", withdrawal.at().toEpochMilli()).param("by", withdrawal.by().toString()).update());
    }
}

package huizhan.organization.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.StaleData;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Key cards on both engines; another department's is the bait. */
class KeyCardSqlTest {
    private static final Owner DEPARTMENT = Owner.department(new UUID(1, 1));
    private static final Owner FOREIGN = Owner.department(new UUID(1, 2));
    private static final UUID ME = new UUID(3, 1);
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");

    private static PublicKeys keys(String holder) {
        return PrivateKeys.create(holder, AT).card();
    }

    private static KeyCard card(Owner owner, int number, PublicKeys keys) {
        return new KeyCard(owner, number, keys, AT.plusMillis(number), ME, Optional.empty());
    }

    @EachDatabase void each_owner_has_its_own_newest_and_the_others_stay(TestDatabase db) {
        var sql = new KeyCardSql(db.client());
        var first = card(DEPARTMENT, 1, keys("示例省科学技术厅"));
        var second = card(DEPARTMENT, 2, keys("示例省科学技术厅"));
        var organizers = card(Owner.ORGANIZER, 1, keys("组织单位（示例）"));
        db.write(() -> {
            sql.insert(first);
            sql.insert(card(FOREIGN, 1, keys("别的部门")));
            sql.insert(organizers);
        });
        assertThat(sql.newest(DEPARTMENT)).contains(first);
        db.write(() -> sql.insert(second));
        assertThat(sql.of(DEPARTMENT)).containsExactly(second, first);
        assertThat(sql.newest(DEPARTMENT)).contains(second);
        assertThat(sql.newest(Owner.ORGANIZER)).contains(organizers);
        assertThat(sql.newest(Owner.department(new UUID(1, 9)))).isEmpty();
        assertThat(sql.anybodys(first.fingerprint())).contains(first);
        assertThat(sql.anybodys("0".repeat(64))).isEmpty();
    }

    @EachDatabase void of_two_who_put_one_at_once_one_is_told_and_a_card_is_nobody_elses(TestDatabase db) {
        var sql = new KeyCardSql(db.client());
        var first = card(DEPARTMENT, 1, keys("示例省科学技术厅"));
        db.write(() -> sql.insert(first));
        assertThatThrownBy(() -> db.write(() -> sql.insert(card(DEPARTMENT, 1, keys("同事"))))).isInstanceOf(StaleData.class);
        assertThatThrownBy(() -> db.write(() -> sql.insert(card(FOREIGN, 1, first.keys())))).isInstanceOf(StaleData.class);
        assertThatThrownBy(() -> db.write(() -> sql.insert(card(DEPARTMENT, 2, first.keys())))).isInstanceOf(StaleData.class);
        assertThat(sql.of(DEPARTMENT)).containsExactly(first);
        assertThat(sql.of(FOREIGN)).isEmpty();
    }

    @EachDatabase void a_withdrawal_is_a_fact_beside_the_card_and_made_once(TestDatabase db) {
        var sql = new KeyCardSql(db.client());
        var card = card(DEPARTMENT, 1, keys("示例省科学技术厅"));
        var foreign = card(FOREIGN, 1, keys("别的部门"));
        var withdrawal = new KeyCard.Withdrawal(AT.plusMillis(9), ME);
        db.write(() -> {
            sql.insert(card);
            sql.insert(foreign);
            sql.withdraw(card.fingerprint(), withdrawal);
        });
        assertThat(sql.newest(DEPARTMENT)).contains(new KeyCard(DEPARTMENT, 1, card.keys(), card.at(), ME, Optional.of(withdrawal)));
        assertThat(sql.newest(FOREIGN)).contains(foreign);
        assertThatThrownBy(() -> db.write(() -> sql.withdraw(card.fingerprint(), withdrawal))).isInstanceOf(StaleData.class);
    }
}

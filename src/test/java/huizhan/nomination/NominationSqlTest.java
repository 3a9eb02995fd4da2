package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Sha256;
import huizhan.kernel.StaleData;
import huizhan.kernel.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every statement of the module on both engines; another department's rows are the bait. */
class NominationSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final Line A = new Line(new UUID(9, 1), false);
    private static final Line STUB = new Line(new UUID(9, 2), true);

    private static RankedList list(UUID department, long version, Line... lines) {
        return new RankedList(new UUID(7, department.getLeastSignificantBits()), department, version, List.of(lines), Optional.empty());
    }

    private static Signature signature(int number) {
        return new Signature(new UUID(5, number), number, ReceiptNumber.of(Zone.OPEN, "91", number), Sha256.of("content " + number), "0:" + "0".repeat(64),
            AT, "程念初", Optional.empty());
    }

    private static NominationSql begun(TestDatabase db) {
        var sql = new NominationSql(db.client());
        db.write(() -> {
            sql.insert(list(DEPARTMENT, 1), CALL, AT, ME);
            sql.insert(list(FOREIGN, 1), CALL, AT, ME);
            sql.update(list(DEPARTMENT, 1, A, STUB));
        });
        return sql;
    }

    @EachDatabase void a_list_keeps_its_order_and_is_its_departments_alone(TestDatabase db) {
        var sql = begun(db);
        assertThat(sql.find(DEPARTMENT, CALL)).contains(list(DEPARTMENT, 2, A, STUB));
        assertThat(sql.find(FOREIGN, CALL)).contains(list(FOREIGN, 1));
        assertThat(sql.find(DEPARTMENT, "another-call")).isEmpty();
        db.write(() -> sql.update(list(DEPARTMENT, 2, STUB, A)));
        assertThat(sql.find(DEPARTMENT, CALL)).contains(list(DEPARTMENT, 3, STUB, A));
    }

    @EachDatabase void of_two_who_move_lines_the_slower_is_told(TestDatabase db) {
        var sql = begun(db);
        db.write(() -> sql.update(list(DEPARTMENT, 2, STUB, A)));
        assertThatThrownBy(() -> db.write(() -> sql.update(list(DEPARTMENT, 2, A)))).isInstanceOf(StaleData.class);
        assertThat(sql.find(DEPARTMENT, CALL).orElseThrow().lines()).containsExactly(STUB, A);
    }

    @EachDatabase void a_sign_off_freezes_and_a_withdrawal_frees(TestDatabase db) {
        var sql = begun(db);
        var nomination = list(DEPARTMENT, 2).id();
        db.write(() -> {
            sql.insert(nomination, signature(1), "{}", ME);
            sql.insertFile(signature(1).revision(), "01/pictures/1.jpg", new UUID(4, 1));
            sql.insertDeclaration(signature(1).revision(), A.id(), AT, ME);
        });
        assertThat(sql.find(DEPARTMENT, CALL).flatMap(RankedList::signature)).contains(signature(1));
        assertThat(sql.holds(DEPARTMENT, A.id())).isTrue();
        assertThat(sql.holds(FOREIGN, A.id())).isFalse();
        assertThat(sql.content(DEPARTMENT, signature(1).revision())).contains(
            new NominationSql.Frozen("{}", List.of(new NominationSql.FrozenFile("01/pictures/1.jpg", new UUID(4, 1)))));
        assertThat(sql.content(FOREIGN, signature(1).revision())).isEmpty();
        assertThat(sql.department(signature(1).revision())).contains(DEPARTMENT);
        assertThat(new HeadSql(db.client()).signed(new UUID(4, 1))).isTrue();

        db.write(() -> sql.withdraw(sql.find(DEPARTMENT, CALL).orElseThrow(), signature(1), new Signature.Withdrawal("漏了一项", AT), ME));
        assertThat(sql.find(DEPARTMENT, CALL).flatMap(RankedList::signature)).isEmpty();
        assertThat(sql.holds(DEPARTMENT, A.id())).isFalse();
        assertThat(sql.signatures(nomination)).extracting(each -> each.withdrawal().map(Signature.Withdrawal::reason)).containsExactly(Optional.of("漏了一项"));
        assertThat(new HeadSql(db.client()).signed(new UUID(4, 1))).isFalse();
        assertThatThrownBy(() -> db.write(() -> sql.withdraw(list(DEPARTMENT, 2), signature(1), new Signature.Withdrawal("再撤", AT), ME)))
            .isInstanceOf(StaleData.class);
        assertThat(sql.signed(DEPARTMENT, CALL)).isEqualTo(1);
    }

    @EachDatabase void a_sign_off_that_was_withdrawn_holds_no_more(TestDatabase db) {
        var sql = begun(db);
        db.write(() -> {
            sql.insert(list(DEPARTMENT, 2).id(), signature(1), "{}", ME);
            sql.withdraw(sql.find(DEPARTMENT, CALL).orElseThrow(), signature(1), new Signature.Withdrawal("改", AT), ME);
            sql.insert(list(DEPARTMENT, 2).id(), signature(2), "{}", ME);
        });
        assertThat(sql.held(CALL)).containsExactly(new NominationSql.Held(DEPARTMENT, signature(2).revision(), signature(2).receipt().text()));
    }

    @EachDatabase void a_field_of_the_head_is_never_overwritten_unseen(TestDatabase db) {
        begun(db);
        var sql = new HeadSql(db.client());
        var nomination = list(DEPARTMENT, 2).id();
        db.write(() -> {
            assertThat(sql.write(nomination, "contact", new HeadSql.Written("甲", 1, AT), ME)).isTrue();
            assertThat(sql.write(nomination, "contact", new HeadSql.Written("乙", 1, AT), ME)).isFalse();
            assertThat(sql.write(nomination, "contact", new HeadSql.Written("丙", 2, AT), ME)).isTrue();
            assertThat(sql.write(nomination, "contact", new HeadSql.Written("丁", 2, AT), ME)).isFalse();
        });
        assertThat(sql.head(nomination)).containsExactly(java.util.Map.entry("contact", new HeadSql.Written("丙", 2, AT)));
    }

    @EachDatabase void the_newest_film_counts_and_old_ones_are_kept(TestDatabase db) {
        begun(db);
        var sql = new HeadSql(db.client());
        var nomination = list(DEPARTMENT, 2).id();
        var film = new HeadSql.Film(new UUID(6, 1), new UUID(4, 4), "public");
        db.write(() -> sql.insert(nomination, film, AT, ME));
        assertThat(sql.film(nomination)).contains(film);
        db.write(() -> sql.remove(nomination, film.id(), AT, ME));
        assertThat(sql.film(nomination)).isEmpty();
        assertThat(sql.holds(DEPARTMENT, film.file())).isTrue();
        assertThat(sql.holds(FOREIGN, film.file())).isFalse();
    }

    @EachDatabase void disc_images_are_replaced_as_a_set(TestDatabase db) {
        var nominations = begun(db);
        db.write(() -> nominations.insert(list(DEPARTMENT, 2).id(), signature(1), "{}", ME));
        var sql = new DiscSql(db.client());
        var image = new DiscSql.Image(1, 2, "a.iso", 10, "0".repeat(64));
        db.write(() -> sql.replace(signature(1).revision(), List.of(image, new DiscSql.Image(2, 2, "b.iso", 20, "1".repeat(64))), AT));
        db.write(() -> sql.replace(signature(1).revision(), List.of(image), AT));
        assertThat(sql.images(signature(1).revision())).containsExactly(image);
    }

    @EachDatabase void steps_to_the_approver_are_kept_and_of_two_who_step_at_once_one_is_told(TestDatabase db) {
        begun(db);
        var sql = new ApprovalSql(db.client());
        var mine = list(DEPARTMENT, 1).id();
        var step = new Approval.Step(1, Approval.Kind.SENT_BACK, "d", "请核实", AT, ME, "程念初");
        db.write(() -> sql.insert(mine, step));
        assertThat(sql.last(mine)).contains(step);
        assertThat(sql.stands(DEPARTMENT, CALL)).contains(Approval.Kind.SENT_BACK);
        assertThat(sql.stands(FOREIGN, CALL)).isEmpty();
        assertThatThrownBy(() -> db.write(() -> sql.insert(mine, step))).isInstanceOf(StaleData.class);
        db.write(() -> sql.twoPeople(DEPARTMENT, true, AT, ME));
        assertThat(sql.twoPeople(DEPARTMENT)).isTrue();
        assertThat(sql.twoPeople(FOREIGN)).isFalse();
        db.write(() -> sql.twoPeople(DEPARTMENT, false, AT, ME));
        assertThat(sql.twoPeople(DEPARTMENT)).isFalse();
    }

    @EachDatabase void every_order_and_every_word_of_the_head_is_kept_and_is_its_departments_alone(TestDatabase db) {
        begun(db);
        var past = new PastSql(db.client());
        var heads = new HeadSql(db.client());
        var mine = list(DEPARTMENT, 1).id();
        var order = new PastSql.Order(3, "ordered", Optional.of(A.id()), List.of(STUB, A), AT, ME);
        var bare = new PastSql.Order(4, "restored", Optional.empty(), List.of(), AT, ME);
        db.write(() -> {
            past.insert(mine, order);
            past.insert(mine, bare);
            heads.write(mine, "contact", new HeadSql.Written("甲", 1, AT), ME);
            heads.write(mine, "contact", new HeadSql.Written("乙", 2, AT), ME);
            heads.write(mine, "contact", new HeadSql.Written("太晚", 2, AT), ME);
        });
        assertThat(past.orders(DEPARTMENT, mine)).containsExactly(order, bare);
        assertThat(past.orders(FOREIGN, mine)).isEmpty();
        assertThat(past.versions(DEPARTMENT, mine)).extracting(huizhan.web.Version::number).containsExactly(1L, 2L);
        assertThat(past.versions(FOREIGN, mine)).isEmpty();
        assertThat(past.value(DEPARTMENT, mine, "contact", 1)).contains("甲");
        assertThat(past.value(FOREIGN, mine, "contact", 1)).isEmpty();
    }
}

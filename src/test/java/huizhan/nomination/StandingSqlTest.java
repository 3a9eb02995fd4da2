package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Sha256;
import huizhan.kernel.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the organizer counts of all lists, on both engines. */
class StandingSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID ME = new UUID(3, 1);
    private static final Line A = new Line(new UUID(9, 1), false);
    private static final Line STUB = new Line(new UUID(9, 2), true);

    private static Signature signature(int number) {
        return new Signature(new UUID(5, number), number, ReceiptNumber.of(Zone.OPEN, "91", number), Sha256.of("content " + number), "0:" + "0".repeat(64), AT, "程念初", Optional.empty());
    }

    private static RankedList list(UUID department, long version, Line... lines) {
        return new RankedList(new UUID(7, department.getLeastSignificantBits()), department, version, List.of(lines), Optional.empty());
    }

    @EachDatabase void heads_lines_submissions_sign_offs_and_discs_are_counted_for_each_department(TestDatabase db) {
        var lists = new NominationSql(db.client());
        var heads = new HeadSql(db.client());
        var approvals = new ApprovalSql(db.client());
        db.write(() -> {
            lists.insert(list(FIRST, 1), CALL, AT, ME);
            lists.insert(list(SECOND, 1), CALL, AT, ME);
            lists.update(list(FIRST, 1, A, STUB));
            heads.write(list(FIRST, 1).id(), "contact", new HeadSql.Written("甲", 1, AT), ME);
            heads.write(list(FIRST, 1).id(), "fax", new HeadSql.Written("1", 1, AT), ME);
            heads.write(list(FIRST, 1).id(), "name", new HeadSql.Written("", 1, AT), ME);
            approvals.insert(list(SECOND, 1).id(), new Approval.Step(1, Approval.Kind.SUBMITTED, "d", "", AT, ME, "经办"));
            lists.insert(list(FIRST, 1).id(), signature(1), "{\"old\":1}", ME);
            lists.withdraw(lists.find(FIRST, CALL).orElseThrow(), signature(1), new Signature.Withdrawal("改", AT), ME);
            lists.insert(list(FIRST, 1).id(), signature(2), "{\"new\":1}", ME);
        });
        var sql = new StandingSql(db.client());
        var wanted = List.of("name", "contact", "telephone");
        var signed = new Standing.Signed(signature(2).revision(), signature(2).receipt().text(), AT, false);
        assertThat(sql.lists(CALL, wanted)).containsExactlyInAnyOrder(new StandingSql.Head(FIRST, 1, false, Optional.of(signed)),
            new StandingSql.Head(SECOND, 0, true, Optional.empty()));
        assertThat(sql.lines(CALL)).containsExactlyInAnyOrder(new StandingSql.Listed(FIRST, A), new StandingSql.Listed(FIRST, STUB));
        assertThat(sql.contents(CALL)).containsExactly(new StandingSql.Content(FIRST, "{\"new\":1}"));
        assertThat(sql.lists("another", wanted)).isEmpty();
        db.write(() -> {
            new DiscSql(db.client()).replace(signature(2).revision(), List.of(new DiscSql.Image(1, 1, "a.iso", 1, "s")), AT);
            approvals.insert(list(SECOND, 1).id(), new Approval.Step(2, Approval.Kind.TAKEN_BACK, "d", "", AT, ME, "经办"));
        });
        assertThat(sql.lists(CALL, wanted)).containsExactlyInAnyOrder(
            new StandingSql.Head(FIRST, 1, false, Optional.of(new Standing.Signed(signed.revision(), signed.receipt(), AT, true))), new StandingSql.Head(SECOND, 0, false, Optional.empty()));
    }
}

package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Disclosure;
import huizhan.kernel.StaleData;
import huizhan.web.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every statement of the module on both engines; another department's and another unit's rows are the bait. */
class AchievementSqlTest {
    private static final String CALL = "2015-cooperation";
    private static final Instant AT = Instant.parse("2015-07-10T01:00:00.123Z");
    private static final UUID DEPARTMENT = new UUID(1, 1);
    private static final UUID FOREIGN = new UUID(1, 2);
    private static final UUID UNIT = new UUID(2, 1);
    private static final UUID OTHER_UNIT = new UUID(2, 2);
    private static final UUID ME = new UUID(3, 1);

    private static Entry entry(int number, UUID department, Optional<UUID> unit, boolean byDepartment) {
        return new Entry(new UUID(9, number), department, unit, byDepartment, Disclosure.PUBLIC, AT.plusMillis(number), Optional.empty(), 1);
    }

    private static Entry ours(int number) {
        return entry(number, DEPARTMENT, Optional.of(UNIT), false);
    }

    private static void put(TestDatabase db, Entry... entries) {
        db.write(() -> List.of(entries).forEach(each -> new EntrySql(db.client()).insert(each, CALL, ME)));
    }

    private static void step(TestDatabase db, Entry entry, int number, Step.Kind kind) {
        db.write(() -> new EntrySql(db.client()).insert(entry, new Step(number, kind, "理由", AT), ME));
    }

    private static Scope unit(UUID unit) {
        return new Scope(DEPARTMENT, Optional.of(unit));
    }

    private static Scope department(UUID department) {
        return new Scope(department, Optional.empty());
    }

    @EachDatabase void a_unit_sees_its_own_and_nobody_elses(TestDatabase db) {
        var sql = new EntrySql(db.client());
        put(db, ours(1), entry(2, DEPARTMENT, Optional.of(OTHER_UNIT), false), entry(3, FOREIGN, Optional.of(UNIT), false), ours(4));
        assertThat(sql.list(unit(UNIT), CALL)).containsExactly(ours(1), ours(4));
        assertThat(sql.find(unit(OTHER_UNIT), CALL, ours(1).id())).isEmpty();
        assertThat(sql.find(unit(UNIT), "another-call", ours(1).id())).isEmpty();
        assertThat(sql.find(unit(UNIT), CALL, ours(1).id())).contains(ours(1));
    }

    @EachDatabase void a_department_sees_what_was_handed_over_and_what_it_fills_in_itself(TestDatabase db) {
        var sql = new EntrySql(db.client());
        var filledIn = entry(2, DEPARTMENT, Optional.of(UNIT), true);
        put(db, ours(1), filledIn, entry(3, FOREIGN, Optional.empty(), true));
        assertThat(sql.list(department(DEPARTMENT), CALL)).extracting(Entry::id).containsExactly(filledIn.id());
        assertThat(sql.withUnits(DEPARTMENT, CALL)).extracting(Entry::id).containsExactly(ours(1).id());
        step(db, ours(1), 1, Step.Kind.HANDED);
        assertThat(sql.list(department(DEPARTMENT), CALL)).extracting(Entry::id).containsExactly(ours(1).id(), filledIn.id());
        assertThat(sql.withUnits(DEPARTMENT, CALL)).isEmpty();
        step(db, ours(1), 2, Step.Kind.RETURNED);
        assertThat(sql.find(department(DEPARTMENT), CALL, ours(1).id())).isEmpty();
        assertThat(sql.withUnits(DEPARTMENT, CALL).get(0).last()).contains(new Step(2, Step.Kind.RETURNED, "理由", Instant.ofEpochMilli(AT.toEpochMilli())));
        assertThat(sql.some(DEPARTMENT, CALL, List.of(ours(1).id(), new UUID(9, 3)))).extracting(Entry::id).containsExactly(ours(1).id());
        assertThat(sql.some(FOREIGN, CALL, List.of(ours(1).id()))).isEmpty();
    }

    @EachDatabase void a_body_sees_what_its_units_have_let_go_and_a_department_only_what_has_reached_it(TestDatabase db) {
        var sql = new EntrySql(db.client());
        var bait = entry(2, DEPARTMENT, Optional.of(OTHER_UNIT), false);
        var foreign = entry(3, FOREIGN, Optional.of(UNIT), false);
        put(db, ours(1), bait, foreign, ours(4));
        var body = new Scope(DEPARTMENT, Optional.empty(), Optional.of(java.util.Set.of(UNIT)));
        assertThat(sql.list(body, CALL)).isEmpty();
        List.of(ours(1), bait, foreign).forEach(each -> step(db, each, 1, Step.Kind.SENT));
        assertThat(sql.list(body, CALL)).extracting(Entry::id).containsExactly(ours(1).id());
        assertThat(sql.list(body, CALL).get(0).waits()).isTrue();
        assertThat(sql.find(body, CALL, bait.id())).isEmpty();
        assertThat(sql.find(body, CALL, foreign.id())).isEmpty();
        assertThat(sql.list(new Scope(DEPARTMENT, Optional.empty(), Optional.of(java.util.Set.of())), CALL)).as("a body without units").isEmpty();
        assertThat(sql.list(department(DEPARTMENT), CALL)).isEmpty();
        assertThat(sql.withUnits(DEPARTMENT, CALL)).extracting(Entry::id).containsExactly(ours(1).id(), bait.id(), ours(4).id());
        var passed = new Step(2, Step.Kind.PASSED, "属实", Instant.ofEpochMilli(AT.toEpochMilli()), List.of(), Optional.empty(), Optional.of(new UUID(8, 1)));
        db.write(() -> sql.insert(ours(1), passed, ME));
        assertThat(sql.find(department(DEPARTMENT), CALL, ours(1).id()).orElseThrow().last()).contains(passed);
        assertThat(sql.list(body, CALL)).extracting(Entry::id).containsExactly(ours(1).id());
        step(db, bait, 2, Step.Kind.TAKEN_OVER);
        assertThat(sql.list(department(DEPARTMENT), CALL)).extracting(Entry::id).containsExactly(ours(1).id(), bait.id());
        assertThat(sql.withUnits(DEPARTMENT, CALL)).extracting(Entry::id).containsExactly(ours(4).id());
        assertThat(sql.everywhere(CALL)).extracting(Whereabouts::id, Whereabouts::place).containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(ours(1).id(), Whereabouts.Place.DEPARTMENT), org.assertj.core.groups.Tuple.tuple(bait.id(), Whereabouts.Place.DEPARTMENT),
            org.assertj.core.groups.Tuple.tuple(foreign.id(), Whereabouts.Place.MIDDLE), org.assertj.core.groups.Tuple.tuple(ours(4).id(), Whereabouts.Place.UNIT));
    }

    @EachDatabase void a_file_is_read_by_a_body_once_its_unit_has_let_it_go(TestDatabase db) {
        put(db, ours(1));
        var slots = new SlotSql(db.client());
        var file = new Placed(new UUID(7, 1), ours(1).id(), Slot.PICTURE, "", Optional.empty(), new UUID(6, 1), 1);
        db.write(() -> slots.insert(file, AT, ME));
        var body = new Scope(DEPARTMENT, Optional.empty(), Optional.of(java.util.Set.of(UNIT)));
        assertThat(slots.seen(body, CALL, file.file())).isFalse();
        step(db, ours(1), 1, Step.Kind.SENT);
        assertThat(slots.seen(body, CALL, file.file())).isTrue();
        assertThat(slots.seen(new Scope(DEPARTMENT, Optional.empty(), Optional.of(java.util.Set.of(OTHER_UNIT))), CALL, file.file())).isFalse();
        assertThat(slots.seen(new Scope(FOREIGN, Optional.empty(), Optional.of(java.util.Set.of(UNIT))), CALL, file.file())).isFalse();
        assertThat(slots.seen(department(DEPARTMENT), CALL, file.file())).isFalse();
    }

    @EachDatabase void the_revision_counts_the_times_it_was_handed_over(TestDatabase db) {
        put(db, ours(1));
        step(db, ours(1), 1, Step.Kind.HANDED);
        step(db, ours(1), 2, Step.Kind.TAKEN_BACK);
        step(db, ours(1), 3, Step.Kind.HANDED);
        assertThat(new EntrySql(db.client()).find(unit(UNIT), CALL, ours(1).id()).orElseThrow().revision()).isEqualTo(2);
    }

    @EachDatabase void of_two_people_who_take_the_same_step_one_is_told(TestDatabase db) {
        put(db, ours(1));
        step(db, ours(1), 1, Step.Kind.HANDED);
        assertThatThrownBy(() -> step(db, ours(1), 1, Step.Kind.HANDED)).isInstanceOf(StaleData.class);
    }

    @EachDatabase void a_field_is_written_version_by_version_and_each_version_is_kept(TestDatabase db) {
        put(db, ours(1));
        var sql = new FieldSql(db.client());
        var id = ours(1).id();
        var first = new Written("甲", 1, Instant.ofEpochMilli(AT.toEpochMilli()), ME);
        var second = new Written("乙", 2, Instant.ofEpochMilli(AT.toEpochMilli() + 1), ME);
        assertThat(db.<Boolean>write(() -> sql.write(DEPARTMENT, id, 0, "name", first))).isTrue();
        assertThat(db.<Boolean>write(() -> sql.write(DEPARTMENT, id, 0, "name", first))).isFalse();
        assertThat(db.<Boolean>write(() -> sql.write(DEPARTMENT, id, 0, "name", second))).isTrue();
        assertThat(db.<Boolean>write(() -> sql.write(DEPARTMENT, id, 0, "name", second))).isFalse();
        assertThat(db.<Boolean>write(() -> sql.write(FOREIGN, id, 0, "name", new Written("丙", 3, AT, ME)))).isFalse();
        assertThat(db.<Boolean>write(() -> sql.write(FOREIGN, id, 0, "undertaker", new Written("丙", 1, AT, ME)))).isFalse();
        assertThat(db.<Boolean>write(() -> sql.write(DEPARTMENT, id, 1, "name", new Written("丙", 3, AT, ME)))).as("it took a step since").isFalse();
        assertThat(db.<Boolean>write(() -> sql.write(DEPARTMENT, id, 1, "undertaker", new Written("丙", 1, AT, ME)))).isFalse();
        assertThat(sql.find(DEPARTMENT, id, "name")).contains(second);
        assertThat(sql.find(FOREIGN, id, "name")).isEmpty();
        assertThat(sql.all(DEPARTMENT, List.of(id)).get(id)).containsOnlyKeys("name");
        assertThat(sql.all(FOREIGN, List.of(id)).get(id)).isEmpty();
        assertThat(db.client().sql("select value from field_history order by version").query(String.class).list()).containsExactly("甲", "乙");
    }

    @EachDatabase void the_history_tells_every_version_and_how_it_stood_at_a_moment(TestDatabase db) {
        put(db, ours(1));
        var fields = new FieldSql(db.client());
        var sql = new HistorySql(db.client());
        var id = ours(1).id();
        var at = Instant.ofEpochMilli(AT.toEpochMilli());
        var versions = List.of(new Written("甲", 1, at, ME), new Written("乙", 2, at.plusMillis(5), ME));
        versions.forEach(each -> db.write(() -> fields.write(DEPARTMENT, id, 0, "name", each)));
        db.write(() -> fields.write(DEPARTMENT, id, 0, "undertaker", new Written("所", 1, at.plusMillis(9), ME)));
        assertThat(sql.versions(DEPARTMENT, id)).containsExactly(new Version("name", 1, at, ME), new Version("name", 2, at.plusMillis(5), ME),
            new Version("undertaker", 1, at.plusMillis(9), ME));
        assertThat(sql.versions(FOREIGN, id)).isEmpty();
        assertThat(sql.version(DEPARTMENT, id, "name", 1)).contains(versions.get(0));
        assertThat(sql.version(DEPARTMENT, id, "name", 3)).isEmpty();
        assertThat(sql.version(FOREIGN, id, "name", 1)).isEmpty();
        assertThat(sql.at(DEPARTMENT, id, at.plusMillis(4))).isEqualTo(java.util.Map.of("name", versions.get(0)));
        assertThat(sql.at(DEPARTMENT, id, at.plusMillis(5))).isEqualTo(java.util.Map.of("name", versions.get(1)));
        assertThat(sql.at(DEPARTMENT, id, at.plusMillis(9))).containsOnlyKeys("name", "undertaker");
        assertThat(sql.at(DEPARTMENT, id, at.minusMillis(1))).isEmpty();
        assertThat(sql.at(FOREIGN, id, at.plusMillis(9))).isEmpty();
        assertThat(fields.since(DEPARTMENT, id, at.plusMillis(5))).extracting(FieldSql.Named::field).containsExactly("name", "undertaker");
        assertThat(fields.since(DEPARTMENT, id, at.plusMillis(6))).extracting(FieldSql.Named::field).containsExactly("undertaker");
        assertThat(fields.since(FOREIGN, id, at)).isEmpty();
    }

    @EachDatabase void the_history_tells_what_came_and_went_and_every_step(TestDatabase db) {
        put(db, ours(1));
        var slots = new SlotSql(db.client());
        var sql = new HistorySql(db.client());
        var id = ours(1).id();
        var at = Instant.ofEpochMilli(AT.toEpochMilli());
        var thing = new SlotSql.Thing(new UUID(7, 1), id);
        db.write(() -> {
            slots.insert(thing, at, ME);
            slots.insert(new Placed(new UUID(6, 1), id, Slot.PHOTO, "", Optional.of(thing.id()), new UUID(5, 1), 1), at.plusMillis(1), ME);
            slots.remove(thing, at.plusMillis(8), ME);
        });
        step(db, ours(1), 1, Step.Kind.HANDED);
        assertThat(sql.stays(DEPARTMENT, id)).containsExactly(
            new HistorySql.Stay(Optional.empty(), Optional.empty(), at, ME, Optional.of(at.plusMillis(8)), Optional.of(ME)),
            new HistorySql.Stay(Optional.of(Slot.PHOTO), Optional.of(new UUID(5, 1)), at.plusMillis(1), ME, Optional.of(at.plusMillis(8)), Optional.of(ME)));
        assertThat(sql.stays(DEPARTMENT, id).get(0).there(at.plusMillis(7))).isTrue();
        assertThat(sql.stays(DEPARTMENT, id).get(0).there(at.plusMillis(8))).isFalse();
        assertThat(sql.stays(FOREIGN, id)).isEmpty();
        assertThat(sql.steps(DEPARTMENT, id)).extracting(HistorySql.Taken::by).containsExactly(ME);
        assertThat(sql.steps(FOREIGN, id)).isEmpty();
    }

    @EachDatabase void the_people_of_one_side_see_each_other_while_they_are_here(TestDatabase db) {
        put(db, ours(1));
        var sql = new PresenceSql(db.client());
        var other = new UUID(3, 2);
        db.write(() -> {
            sql.seen(ours(1), ME, UNIT.toString(), "", AT);
            sql.seen(ours(1), ME, UNIT.toString(), "name", AT.plusSeconds(1));
            sql.seen(ours(1), other, "", "", AT);
            sql.seen(entry(1, FOREIGN, Optional.empty(), false), new UUID(3, 3), UNIT.toString(), "", AT);
        });
        assertThat(sql.others(ours(1), other, UNIT.toString(), AT)).containsExactly(new PresenceSql.Seen(ME, "name"));
        assertThat(sql.others(ours(1), ME, UNIT.toString(), AT)).isEmpty();
        assertThat(sql.others(ours(1), other, UNIT.toString(), AT.plusSeconds(2))).isEmpty();
        db.write(() -> sql.forgetBefore(AT.plusMillis(1)));
        assertThat(sql.others(ours(1), ME, "", AT)).isEmpty();
        db.write(() -> sql.left(ours(1).id(), ME));
        assertThat(sql.others(ours(1), other, UNIT.toString(), AT)).isEmpty();
    }

    @EachDatabase void files_have_an_order_are_taken_away_and_put_back(TestDatabase db) {
        put(db, ours(1));
        var sql = new SlotSql(db.client());
        var id = ours(1).id();
        var one = new Placed(new UUID(7, 1), id, Slot.PICTURE, "", Optional.empty(), new UUID(8, 1), 1);
        var two = new Placed(new UUID(7, 2), id, Slot.PICTURE, "", Optional.empty(), new UUID(8, 2), 2);
        db.write(() -> { sql.insert(one, AT, ME); sql.insert(two, AT, ME); sql.move(id, two.id(), 1); sql.move(id, one.id(), 2); });
        assertThat(sql.files(DEPARTMENT, List.of(id))).extracting(Placed::id).containsExactly(two.id(), one.id());
        assertThat(sql.files(FOREIGN, List.of(id))).isEmpty();
        db.write(() -> sql.remove(id, two.id(), AT, ME));
        assertThat(sql.files(DEPARTMENT, List.of(id))).extracting(Placed::id).containsExactly(one.id());
        assertThat(sql.removed(DEPARTMENT, id, AT)).extracting(Placed::id).containsExactly(two.id());
        assertThat(sql.removed(DEPARTMENT, id, AT.plusMillis(1))).isEmpty();
        assertThatThrownBy(() -> db.write(() -> sql.remove(id, two.id(), AT, ME))).isInstanceOf(StaleData.class);
        db.write(() -> sql.putBack(id, two.id(), AT, ME));
        assertThat(sql.files(DEPARTMENT, List.of(id))).extracting(Placed::id).containsExactly(two.id(), one.id());
        assertThat(sql.everything(id)).containsExactlyInAnyOrder(new UUID(8, 1), new UUID(8, 2));
    }

    @EachDatabase void a_file_is_read_by_those_who_see_its_achievement(TestDatabase db) {
        put(db, ours(1));
        var sql = new SlotSql(db.client());
        var file = new UUID(8, 1);
        db.write(() -> sql.insert(new Placed(new UUID(7, 1), ours(1).id(), Slot.VIDEO, "", Optional.empty(), file, 1), AT, ME));
        assertThat(sql.seen(unit(UNIT), CALL, file)).isTrue();
        assertThat(sql.seen(unit(OTHER_UNIT), CALL, file)).isFalse();
        assertThat(sql.seen(department(DEPARTMENT), CALL, file)).isFalse();
        step(db, ours(1), 1, Step.Kind.HANDED);
        assertThat(sql.seen(department(DEPARTMENT), CALL, file)).isTrue();
        assertThat(sql.seen(department(FOREIGN), CALL, file)).isFalse();
    }

    @EachDatabase void an_object_goes_with_its_photos(TestDatabase db) {
        put(db, ours(1));
        var sql = new SlotSql(db.client());
        var object = new SlotSql.Thing(new UUID(6, 1), ours(1).id());
        db.write(() -> {
            sql.insert(object, AT, ME);
            sql.insert(new Placed(new UUID(7, 1), ours(1).id(), Slot.PHOTO, "", Optional.of(object.id()), new UUID(8, 1), 1), AT, ME);
        });
        assertThat(sql.objects(DEPARTMENT, List.of(ours(1).id()))).containsExactly(object);
        db.write(() -> sql.remove(object, AT, ME));
        assertThat(sql.objects(DEPARTMENT, List.of(ours(1).id()))).isEmpty();
        assertThat(sql.files(DEPARTMENT, List.of(ours(1).id()))).isEmpty();
        assertThat(sql.removed(DEPARTMENT, ours(1).id(), AT)).isEmpty();
    }

    @EachDatabase void erasing_leaves_nothing_in_any_table(TestDatabase db) {
        put(db, ours(1));
        step(db, ours(1), 1, Step.Kind.HANDED);
        var slots = new SlotSql(db.client());
        db.write(() -> {
            new FieldSql(db.client()).write(DEPARTMENT, ours(1).id(), 0, "name", new Written("甲", 1, AT, ME));
            slots.insert(new SlotSql.Thing(new UUID(6, 1), ours(1).id()), AT, ME);
            slots.insert(new Placed(new UUID(7, 1), ours(1).id(), Slot.PHOTO, "", Optional.of(new UUID(6, 1)), new UUID(8, 1), 1), AT, ME);
        });
        db.write(() -> new EntrySql(db.client()).erase(ours(1)));
        for (var table : List.of("achievement", "field", "field_history", "exhibit_object", "achievement_file", "handover")) {
            assertThat(db.client().sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero();
        }
    }
}

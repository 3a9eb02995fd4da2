package huizhan.ferry;

import static huizhan.kernel.Disclosure.NON_PUBLIC;
import static huizhan.kernel.Disclosure.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.Capacity;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.folder.DiscImages.Handing;
import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.PrivateKeys;
import huizhan.material.Achievement;
import huizhan.material.Digests;
import huizhan.material.Examples;
import huizhan.material.Material;
import huizhan.media.Examiner;
import huizhan.nomination.Filing;
import huizhan.nomination.SignOffs;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.TestServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Discs over the gap: looked at whole, taken in all or not at all, merged into one list (C1, C3, A4). */
class ImportsTest {
    private static final PrivateKeys ORGANIZER = PrivateKeys.create("组织单位（示例）", Instant.parse("2015-05-20T01:00:00Z"));
    private static final Actor CLERK = new Actor(new UUID(0, 7), "收件员", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
    private static final Achievement WATER = Freight.achievement(1, "跨境水资源联合观测", PUBLIC);
    private static final Achievement MATERIALS = Freight.achievement(2, "特种材料联合试制", NON_PUBLIC);

    @TempDir
    Path folder;
    private TestServer server;
    private Department department;

    private void serve(Zone zone) {
        server = TestServer.start(options -> options.at(TestServer.IN_THE_CALL).with("huizhan.totp", "off").in(zone));
        department = server.get(Departments.class).all().stream().filter(each -> each.code().equals("53")).findFirst().orElseThrow();
    }

    @AfterEach void stop() {
        server.close();
    }

    private Path out() throws IOException {
        return Files.createTempDirectory(folder, "discs");
    }

    private String name() {
        return department.name().zh();
    }

    private List<Path> list(int revision, Achievement... lines) throws IOException {
        return Freight.discs(Freight.list(name(), revision, lines), out());
    }

    private List<Path> sealed(Achievement... lines) throws IOException {
        return Freight.sealed(Freight.part(lines), ORGANIZER.card(), "53", out());
    }

    private static Achievement stub(Achievement of, int rank) {
        return Achievement.stub(of.id().orElseThrow(), rank);
    }

    private Deliveries open(Optional<PrivateKeys> key, List<Path> discs) throws IOException {
        return Deliveries.open(discs.stream().map(Deliveries.Input::of).toList(), new Against(Optional.of(Profile.HUIZHAN), key, List.of()), Deliveries.Known.NOBODY, Examples.CALL, server.get(Examiner.class));
    }

    private Imports.Outcome take(List<Path> discs) throws IOException {
        return take(Optional.of(ORGANIZER), Optional.empty(), discs);
    }

    private Imports.Outcome take(Optional<PrivateKeys> key, Optional<String> said, List<Path> discs) throws IOException {
        try (var deliveries = open(key, discs)) {
            return server.get(Imports.class).take(CLERK, deliveries, said, step -> {});
        }
    }

    private List<String> refused(List<Path> discs) throws IOException {
        return take(discs).objections().stream().map(Objection::code).toList();
    }

    private List<String> gaps(Imports.Outcome outcome) {
        assertThat(outcome.objections()).isEmpty();
        return outcome.merged().stream().flatMap(each -> each.gaps().stream()).map(gap -> GapWords.code(gap.kind())).toList();
    }

    /** Every row that an import writes. */
    private long rows() {
        return List.of("arrival", "arrival_disc", "arrival_file", "media_file", "nomination", "nomination_line", "nomination_revision", "revision_file", "withdrawal", "received_achievement")
            .stream().mapToLong(table -> server.get(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single()).sum();
    }

    private long blobs() throws IOException {
        try (var all = Files.walk(server.folder().resolve("blobs"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test void a_list_and_a_sealed_disc_become_one_list_whichever_comes_first() throws Exception {
        serve(Zone.RESTRICTED);
        assertThat(gaps(take(sealed(MATERIALS)))).containsExactly("no-list");
        var outcome = take(list(1, WATER, stub(MATERIALS, 2)));
        assertThat(gaps(outcome)).isEmpty();
        var held = server.get(SignOffs.class).all();
        assertThat(held).singleElement().satisfies(one -> assertThat(one.department()).isEqualTo(department.id()));
        var content = server.get(SignOffs.class).content(held.get(0).revision()).orElseThrow();
        assertThat(content.material().achievements()).extracting(Achievement::name).containsExactly("跨境水资源联合观测", "特种材料联合试制");
        assertThat(content.files().keySet()).containsExactly("01/pictures/1.jpg", "01/pictures/2.jpg", "02/pictures/1.jpg", "02/pictures/2.jpg");
        assertThat(content.material().achievements().get(1).pictures().get(0).originalName()).isEqualTo("特种材料联合试制全景.jpg");
        assertThat(held.get(0).digest()).isEqualTo(Digests.nomination(content.material(), Examples.CALL));
        assertThat(held.get(0).receipt()).startsWith("R-53-0002-");
        assertThat(server.trail("disc.imported", "department:" + department.id())).isEqualTo(2);
        assertThat(server.trail("nomination.received", "%")).isEqualTo(2);
    }

    @Test void the_same_disc_twice_is_one_import() throws Exception {
        serve(Zone.RESTRICTED);
        var discs = new ArrayList<>(list(1, WATER, stub(MATERIALS, 2)));
        assertThat(gaps(take(discs))).containsExactly("stub-without-disc");
        long before = rows();
        discs.addAll(discs);
        var again = take(discs);
        assertThat(again.objections()).isEmpty();
        assertThat(again.merged()).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test void one_bad_disc_keeps_all_of_them_out_and_everything_wrong_is_told() throws Exception {
        serve(Zone.RESTRICTED);
        var bad = list(1, Freight.achievement(1, "坏盘上的成果", PUBLIC)).get(0);
        flip(bad);
        var strange = Freight.discs(Freight.list("没有这个部门", 1, WATER), out()).get(0);
        var good = sealed(MATERIALS).get(0);
        assertThat(refused(List.of(bad, strange, good))).contains("file.digest", "import.department");
        assertThat(refused(List.of(strange, good))).containsExactly("import.department");
        assertThat(rows()).isZero();
        assertThat(blobs()).isZero();
                assertThat(take(Optional.of(ORGANIZER), Optional.of("53"), List.of(strange, good)).objections()).isEmpty();
        assertThat(take(Optional.of(ORGANIZER), Optional.of("11"), sealed(WATER)).objections()).extracting(Objection::code).containsExactly("import.department");
        assertThat(server.trail("disc.imported", "call:%")).as("refused attempts are in the trail").isEqualTo(3);
    }

    @Test void an_open_disc_tells_its_department_by_code_and_its_head_must_not_contradict() throws Exception {
        serve(Zone.RESTRICTED);
        var typed = Freight.list("示例省科技厅（自己写的名称）", 1, WATER);
        assertThat(refused(coded(typed, ""))).as("neither code nor a name that is known").containsExactly("import.department");
        assertThat(refused(coded(typed, "ZZ9"))).as("no such code").containsExactly("import.department");
        var other = server.get(Departments.class).all().stream().filter(each -> each.code().equals("54")).findFirst().orElseThrow();
        assertThat(refused(coded(Freight.list(other.name().zh(), 1, WATER), "53"))).as("another's name in the head").containsExactly("import.department");
        assertThat(take(Optional.empty(), Optional.of("54"), coded(typed, "53")).objections()).extracting(Objection::code).containsExactly("import.department");
        assertThat(take(coded(typed, "53")).merged()).singleElement().satisfies(one -> assertThat(one.department()).isEqualTo(department));
    }

    private List<Path> coded(Material material, String code) throws IOException {
        return Freight.discs(material, new Handing(Optional.empty(), code, UUID.randomUUID(), Optional.empty()), Capacity.DVD, out());
    }

    private static void flip(Path image) throws IOException {
        try (var file = FileChannel.open(image, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = java.nio.ByteBuffer.allocate(1);
            file.read(one, 24 * 2048);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            file.write(one, 24 * 2048);
        }
    }

    @Test void a_sealed_disc_needs_its_key_and_a_volume_needs_its_set() throws Exception {
        serve(Zone.RESTRICTED);
        var sealed = sealed(MATERIALS);
        assertThat(take(Optional.empty(), Optional.empty(), sealed).objections()).extracting(Objection::code).containsExactly("import.key");
        var other = PrivateKeys.create("别的单位", Instant.parse("2015-05-20T01:00:00Z"));
        assertThat(take(Optional.of(other), Optional.empty(), sealed).objections()).extracting(Objection::code).containsExactly("sealed.key");
        var volumes = Freight.discs(Freight.part(Freight.heavy(MATERIALS), Freight.heavy(Freight.achievement(3, "另一项试制", NON_PUBLIC))),
            new Handing(Optional.of(ORGANIZER.card()), "53", UUID.randomUUID(), Optional.empty()), Capacity.named("21000000"), out());
        assertThat(volumes).hasSizeGreaterThan(1);
        assertThat(refused(volumes.subList(1, volumes.size()))).containsOnly("set.missing");
        var twice = new ArrayList<>(volumes);
        twice.add(volumes.get(0));
        assertThat(take(twice).objections()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("set.double");
            assertThat(one.text().zh() + one.place()).contains(volumes.get(0).getFileName().toString()).doesNotContain(folder.toString());
        });
        assertThat(gaps(take(volumes))).containsExactly("no-list");
        var content = server.get(SignOffs.class).content(server.get(SignOffs.class).all().get(0).revision()).orElseThrow();
        assertThat(content.files()).hasSize(6);
    }

    @Test void gaps_and_contradictions_are_named_and_the_newest_list_ranks() throws Exception {
        serve(Zone.RESTRICTED);
        var third = Freight.achievement(2, "第三项", PUBLIC);
        take(list(2, third.ranked(1), stub(MATERIALS, 2)));
        assertThat(gaps(take(sealed(MATERIALS.ranked(1), Freight.achievement(4, "名单外的", NON_PUBLIC))))).containsExactly("rank-other", "disc-without-stub");
        var older = take(list(1, WATER, stub(MATERIALS, 2)));
        assertThat(older.merged().get(0).changed()).as("an older list is history").isFalse();
        assertThat(gaps(take(list(3, WATER, third, stub(MATERIALS, 3))))).contains("rank-other");
        var all = server.get(SignOffs.class);
        assertThat(all.content(all.all().get(0).revision()).orElseThrow().material().achievements()).extracting(Achievement::name)
            .containsExactly("跨境水资源联合观测", "第三项", "特种材料联合试制");
    }

    @Test void a_server_on_the_open_network_takes_public_content_and_keeps_nothing_of_any_other() throws Exception {
        serve(Zone.OPEN);
        assertThat(refused(sealed(MATERIALS))).containsExactly("import.zone");
        assertThat(refused(Freight.discs(Freight.list(name(), 1, WATER, MATERIALS), out()))).containsExactly("import.zone");
        assertThat(rows()).isZero();
        assertThat(blobs()).isZero();
        assertThat(take(Optional.empty(), Optional.empty(), sealed(MATERIALS)).objections()).as("a sealed disc without its key").extracting(Objection::code).containsExactly("import.zone");
        var bad = Freight.discs(Freight.list(name(), 1, WATER, MATERIALS), out()).get(0);
        flip(bad);
        assertThat(refused(List.of(bad))).as("whatever else is wrong with it").containsExactly("import.zone");
        assertThat(gaps(take(list(1, WATER, stub(MATERIALS, 2))))).as("here a stub is as it should be").isEmpty();
        assertThat(server.get(SignOffs.class).all().get(0).receipt()).startsWith("O-53-0001-");
    }

    @Test void silence_about_disclosure_is_not_public_on_the_open_network_and_refused_everywhere() throws Exception {
        var silent = said(WATER, "");
        serve(Zone.OPEN);
        assertThat(refused(list(1, silent))).containsExactly("import.zone");
        assertThat(refused(list(1, said(WATER, "非公开")))).containsExactly("import.zone");
        assertThat(rows() + blobs()).isZero();
        stop();
        serve(Zone.RESTRICTED);
        assertThat(refused(list(1, silent))).containsExactly("import.disclosure");
    }

    private static Achievement said(Achievement of, String disclosure) {
        return new Achievement(of.id(), of.revision(), of.folder(), of.rank(), disclosure, of.values(), of.statementFile(), of.prose(), of.figures(), of.attachments(), of.pictures(), of.video(), of.objects());
    }

    @Test void what_a_newer_list_has_as_a_stub_is_not_filled_from_an_older_one_and_goes_from_the_open_server() throws Exception {
        var turned = Freight.achievement(2, "后来转为非公开", PUBLIC);
        serve(Zone.OPEN);
        take(list(1, WATER, turned));
        assertThat(blobs()).isEqualTo(4);
        assertThat(gaps(take(list(2, WATER, stub(turned, 2))))).isEmpty();
        assertThat(contents()).containsExactly("跨境水资源联合观测", "");
        assertThat(blobs()).isEqualTo(2);
        for (var table : List.of("arrival", "nomination_revision")) {
            assertThat(server.get(JdbcClient.class).sql("select count(*) from " + table + " where content like '%后来转为非公开%'").query(Long.class).single()).as(table).isZero();
        }
        stop();
        serve(Zone.RESTRICTED);
        take(list(1, WATER, turned));
        assertThat(gaps(take(list(2, WATER, stub(turned, 2))))).containsExactly("stub-without-disc");
        assertThat(gaps(take(sealed(turned)))).containsExactly("public-on-disc");
        assertThat(contents()).containsExactly("跨境水资源联合观测", "");
    }

    private List<String> contents() {
        var all = server.get(SignOffs.class);
        return all.content(all.all().get(0).revision()).orElseThrow().material().achievements().stream().map(Achievement::name).toList();
    }

    @Test void two_achievements_of_one_rank_keep_their_own_pictures() throws Exception {
        serve(Zone.RESTRICTED);
        var first = Freight.achievement(1, "同排第一之一", NON_PUBLIC);
        var second = Freight.achievement(1, "同排第一之二", NON_PUBLIC);
        var third = Freight.achievement(2, "排第二", NON_PUBLIC);
        take(sealed(third));
        take(sealed(second));
        assertThat(gaps(take(sealed(first)))).containsExactly("no-list", "rank-twice");
        var content = server.get(SignOffs.class).content(server.get(SignOffs.class).all().get(0).revision()).orElseThrow();
        var digests = content.material().achievements().stream().flatMap(each -> each.pictures().stream()).map(each -> content.files().get(each.file()).sha256()).toList();
        assertThat(digests).hasSize(6).doesNotHaveDuplicates();
    }

    @Test void a_list_is_in_the_order_of_its_ranks_and_two_of_one_revision_are_a_contradiction() throws Exception {
        serve(Zone.RESTRICTED);
        var second = Freight.achievement(2, "第二项", PUBLIC);
        take(list(1, second, WATER));
        assertThat(contents()).containsExactly("跨境水资源联合观测", "第二项");
        assertThat(gaps(take(list(1, WATER)))).containsExactly("two-lists");
        assertThat(contents()).containsExactly("跨境水资源联合观测");
    }

    @Test void a_disc_read_again_overrules_nothing_that_its_department_has_done_since() throws Exception {
        serve(Zone.OPEN);
        var disc = list(1, WATER);
        take(disc);
        var revision = server.get(SignOffs.class).all().get(0).revision();
        server.get(org.springframework.transaction.support.TransactionTemplate.class).executeWithoutResult(status -> server.get(JdbcClient.class).sql("insert into withdrawal (revision_id, reason, withdrawn_at, withdrawn_by) values (:id, '要改', 1, 'x')").param("id", revision.toString()).update());
        assertThat(take(disc).objections()).isEmpty();
        assertThat(server.get(SignOffs.class).all()).as("nothing is put back").isEmpty();
        assertThat(refused(list(2, WATER))).as("the department works here now").containsExactly("import.online");
    }

    @Test void keys_that_mean_nothing_and_letters_without_a_shape_are_left_out() throws Exception {
        serve(Zone.RESTRICTED);
        var odd = new java.util.LinkedHashMap<>(WATER.values().all());
        odd.put("id.x", List.of("另一个"));
        odd.put("x", List.of("1"));
        odd.put("name", List.of("跨境\u0000水资源\u202E联合观测"));
        var strange = new Achievement(WATER.id(), 1, "01", Optional.of(1), "public", new huizhan.material.Values(odd), "", "", List.of(), List.of(), WATER.pictures(), "", List.of());
        assertThat(gaps(take(list(1, strange)))).isEmpty();
        assertThat(contents()).containsExactly("跨境水资源联合观测");
    }

    @Test void a_nomination_with_anothers_id_gets_one_of_its_own() throws Exception {
        serve(Zone.RESTRICTED);
        take(list(1, WATER));
        var other = server.get(Departments.class).all().stream().filter(each -> each.code().equals("11")).findFirst().orElseThrow();
        assertThat(gaps(take(Freight.discs(Freight.list(other.name().zh(), 1, Freight.achievement(1, "抄来的编号", PUBLIC)), out())))).isEmpty();
        assertThat(server.get(SignOffs.class).all()).hasSize(2);
    }

    @Test void a_department_that_fills_in_here_is_not_overwritten_by_a_disc() throws Exception {
        serve(Zone.OPEN);
        new Filing(server, "53").stub();
        assertThat(refused(list(1, WATER))).containsExactly("import.online");
    }
}

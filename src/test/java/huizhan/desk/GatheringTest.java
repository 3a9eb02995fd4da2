package huizhan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.ferry.Freight;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.kit.KitReader;
import huizhan.kit.Kits;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.organization.TestBrowser;
import huizhan.stamped.Scans;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department's desk takes in its units' sealed discs and its open list, ranks them together, and hands all of it on (C1, C2, A4, A11, B4). */
class GatheringTest {
    private static final String PASSPHRASE = "violet kettle roof";
    private static final String HOME = "/desk/discs";
    @TempDir Path folder;
    private TestDesk desk;

    /** A form with a key file. */
    private TestBrowser.Answer sent(String path, Map<String, String> fields, Optional<PrivateKeys> key) throws Exception {
        var body = new StringBuilder();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", desk.browser.token());
        all.forEach((name, value) -> body.append("--part\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        if (key.isPresent()) body.append("--part\r\nContent-Disposition: form-data; name=\"").append(path.endsWith("/sealed") ? "file" : "key").append("\"; filename=\"d.key\"\r\n\r\n")
            .append(key.get().locked(PASSPHRASE.toCharArray())).append("\r\n");
        return desk.browser.send(HttpRequest.newBuilder(URI.create(desk.server.address() + path)).header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body + "--part--\r\n", StandardCharsets.UTF_8)));
    }

    private String looked(Optional<PrivateKeys> key, Path... discs) throws Exception {
        desk.browser.get(HOME);
        var paths = Arrays.stream(discs).map(Path::toString).collect(Collectors.joining("\n"));
        var place = sent(HOME + "/inspections", Map.of("paths", paths, "passphrase", PASSPHRASE), key).location();
        Gathered.settled(desk.browser, place);
        return place;
    }

    private String look(Path... discs) throws Exception {
        return desk.browser.get(looked(Optional.of(Kits.DEPARTMENT), discs)).text();
    }

    private String taken(Map<String, String> yes, Path... discs) throws Exception {
        var place = looked(Optional.of(Kits.DEPARTMENT), discs);
        desk.browser.post(place + "/import", yes);
        return Gathered.settled(desk.browser, place).text();
    }

    private List<String> lines() {
        return desk.server.get(JdbcClient.class).sql("select line_id from nomination_line order by place").query(String.class).list();
    }

    private long arrivals() {
        return desk.server.get(JdbcClient.class).sql("select count(*) from arrival").query(Long.class).single();
    }

    private static Material list(int revision, Achievement... lines) {
        return Freight.list("示例部门 53", revision, lines);
    }

    /** A unit's kit is made on the department's page, and bears the key to which the unit seals. */
    private void kits() throws Exception {
        desk.browser.get("/desk/kits");
        assertThat(sent("/desk/kits", Map.of("unit", "示例第三研究所", "passphrase", PASSPHRASE), Optional.empty()).body()).contains("请选择本部门的私钥文件", "示例第三研究所");
        assertThat(sent("/desk/kits", Map.of("unit", "示例第三研究所", "passphrase", "wrong"), Optional.of(Kits.DEPARTMENT)).text()).contains("口令不对");
        assertThat(sent("/desk/kits", Map.of("unit", " ", "passphrase", PASSPHRASE), Optional.of(Kits.DEPARTMENT)).text()).contains("请填写参展单位的全称");
        assertThat(sent("/desk/kits", Map.of("unit", "示例第三研究所", "passphrase", PASSPHRASE), Optional.of(Kits.DEPARTMENT)).location()).isEqualTo("/desk/kits");
        var page = desk.browser.get("/desk/kits");
        assertThat(page.text()).contains("示例第三研究所", Kits.DEPARTMENT.card().fingerprint().grouped());
        var kit = page.find("(/desk/kits/[0-9a-f-]{36})/kit.zip");
        var read = KitReader.read(Scans.bytes(desk.server, desk.browser, kit + "/kit.zip"), Optional.of(Kits.ORGANIZER.card()));
        assertThat(read.holds()).isTrue();
        assertThat(read.kit().orElseThrow().unit().orElseThrow()).satisfies(unit -> {
            assertThat(unit.name()).isEqualTo("示例第三研究所");
            assertThat(unit.department().id()).isEqualTo(Kits.DEPARTMENT.card().id());
        });
        assertThat(new String(Scans.bytes(desk.server, desk.browser, kit + "/letter.pdf"), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        desk.browser.get("/desk/kits");
        desk.browser.post(kit + "/removal", Map.of());
        assertThat(desk.browser.get(kit + "/kit.zip").status()).isEqualTo(404);
    }

    /** Its own keys are made on the same page, handed out once and kept nowhere. */
    private void ownKeys() throws Exception {
        var page = desk.browser.get("/desk/kits");
        assertThat(page.find("id=\"f-holder\"[^>]* value=\"([^\"]*)\"")).isEqualTo("示例部门 53");
        var wrong = desk.browser.post("/desk/keys", Map.of("holder", "示例部门（密钥）", "word", "too short", "again", "too short"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("口令太短，至少 12 个字符", "value=\"示例部门（密钥）\"").doesNotContain("too short");
        assertThat(desk.browser.post("/desk/keys", Map.of("holder", " ", "word", PASSPHRASE, "again", PASSPHRASE + "s")).text()).contains("请填写持有单位的全称", "两遍口令不一样");
        assertThat(desk.server.trail("keys.made", "department:%")).isZero();
        var files = unpacked(Scans.posted(desk.server, desk.browser, "/desk/keys", Map.of("holder", "示例部门（密钥）", "word", PASSPHRASE, "again", PASSPHRASE)));
        var id = files.firstKey().replaceFirst("[.].*", "");
        assertThat(files).containsOnlyKeys(id + ".key", id + ".key.card", id + ".txt");
        var keys = PrivateKeys.read(files.get(id + ".key"), PASSPHRASE.toCharArray());
        assertThat(keys.card().holder()).isEqualTo("示例部门（密钥）");
        assertThat(PublicKeys.read(files.get(id + ".key.card"))).isEqualTo(keys.card());
        assertThat(id).isEqualTo(keys.card().id());
        assertThat(files.get(id + ".txt")).contains(keys.card().fingerprint().grouped());
        assertThat(desk.server.trail("keys.made", "department:%")).isEqualTo(1);
        var block = files.get(id + ".key").lines().skip(2).findFirst().orElseThrow().getBytes(StandardCharsets.US_ASCII);
        try (var all = Files.walk(desk.server.folder())) {
            for (var each : all.filter(Files::isRegularFile).toList()) {
                assertThat(DeskDiscTest.holds(each, block)).as("the key is kept nowhere: " + each).isFalse();
            }
        }
    }

    private static TreeMap<String, String> unpacked(byte[] zip) throws Exception {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    /** Annex 1 as it is printed. */
    private String annex(String receipt) throws Exception {
        return Scans.text(desk.server, desk.browser, receipt + "/summary.pdf");
    }

    @Test void from_two_units_desks_and_the_open_list_to_one_signed_list_and_the_sealed_disc() throws Exception {
        var gathered = new Gathered(folder);
        UUID first;
        UUID second;
        Path alloy;
        Path engine;
        Path mended;
        try (var unit = TestDesk.ofUnit(Kits.ofUnit("53", "示例第一研究所"))) {
            first = gathered.filled(unit, "特种材料联合试制", "示例第一研究所");
            alloy = gathered.sealed(unit, first);
            Gathered.rewrite(unit, first, "name", "特种材料联合试制（改）", 1);
            mended = gathered.sealed(unit, first);
        }
        try (var unit = TestDesk.ofUnit(Kits.ofUnit("53", "示例第二研究所"))) {
            second = gathered.filled(unit, "推进系统联合试验", "示例第二研究所");
            engine = gathered.sealed(unit, second);
        }
        var water = Gathered.open(2, "跨境水资源联合观测");
        var open = gathered.open(list(3, Achievement.stub(first, 1), water, Achievement.stub(second, 3)), "53");
        var foreign = gathered.open(list(1, Achievement.stub(first, 1)), "11");

        try (var department = TestDesk.ofDepartment(Kits.ofDepartment("53"))) {
            desk = department;
            kits();
            ownKeys();
            desk.browser.get(HOME);
            assertThat(sent(HOME + "/inspections", Map.of("paths", folder.resolve("none").toString()), Optional.empty()).text()).contains("没有“" + folder.resolve("none"));
            assertThat(desk.browser.get(looked(Optional.empty(), alloy)).text()).contains("私钥文件才能打开");
            assertThat(desk.browser.get(looked(Optional.of(Kits.ORGANIZER), alloy)).body()).as("sealed to the department").contains("sealed.key");
            assertThat(look(foreign, alloy)).contains("不是本部门");
            assertThat(arrivals()).isZero();

            var seen = look(open, alloy);
            assertThat(seen).contains("名单：顺序", "跨境水资源联合观测", "特种材料联合试制", "第 3 位是非公开成果，还没有收到单位的封装光盘");
            assertThat(arrivals()).as("a look takes nothing in").isZero();
            assertThat(taken(Map.of(), open, alloy)).contains("已全部导入", "名单现有 3 项", "第 3 位");
            assertThat(lines()).containsExactly(first.toString(), water.id().orElseThrow().toString(), second.toString());
            assertThat(look(open, alloy)).as("the same discs twice").contains("以前已经导入过");
            assertThat(taken(Map.of(), engine)).contains("名单现有 3 项").doesNotContain("还没有收到");

            var page = desk.browser.get("/nomination").text();
            assertThat(page).contains("特种材料联合试制", "推进系统联合试验", "跨境水资源联合观测", "示例第一研究所").doesNotContain("尚缺");
            assertThat(desk.browser.get("/achievements/" + first).text()).contains("特种材料联合试制");
            var version = desk.browser.get("/nomination").find("name=\"version\" value=\"(\\d+)\"");
            desk.browser.post("/nomination/order", Map.of("version", version, "move", second + ":up"), "Accept", "text/html");
            assertThat(lines()).as("ranked by the ordinary page").containsExactly(first.toString(), second.toString(), water.id().orElseThrow().toString());

            // changed here since: a newer version of the unit asks
            desk.browser.get("/achievements/" + first);
            desk.browser.post("/achievements/" + first + "/handover/withdrawal", Map.of());
            Gathered.rewrite(desk, first, "name", "特种材料联合试制（部门改）", 1);
            assertThat(look(mended)).contains("与本机不同", "本机上改过");
            taken(Map.of(), mended);
            assertThat(desk.browser.get("/achievements/" + first).text()).as("nobody said yes").contains("（部门改）");
            var mark = desk.browser.get(HOME).find("name=\"yes\" value=\"([^\"]+)\"");
            assertThat(desk.browser.post(HOME + "/versions", Map.of("yes", mark)).status()).isEqualTo(302);
            assertThat(desk.browser.get("/achievements/" + first).text()).contains("特种材料联合试制（改）");
            assertThat(desk.server.get(JdbcClient.class).sql("select value from field_history where achievement_id = :id and field_id = 'name' order by version").param("id", first.toString())
                .query(String.class).list()).as("both are in the history").containsExactly("特种材料联合试制", "特种材料联合试制（部门改）", "特种材料联合试制（改）");
            assertThat(lines()).as("its rank stays").containsExactly(first.toString(), second.toString(), water.id().orElseThrow().toString());

            for (var each : List.of(first, second)) Gathered.rewrite(desk, each, "board.departmentOpinion", "同意推荐", 0);
            var receipt = new DeskFiling(desk, folder).signOff();
            assertThat(annex(receipt)).contains("特种材料联合试制（改）", "推进系统联合试验", "跨境水资源联合观测");
            assertThat(look(gathered.open(list(4, Achievement.stub(first, 1)), "53"))).as("signed off").contains("已经签发");
            desk.browser.get(receipt + "/sealed");
            assertThat(sent(receipt + "/sealed", Map.of("passphrase", PASSPHRASE), Optional.of(Kits.DEPARTMENT)).location()).isEqualTo(receipt + "/sealed");
            var disc = Files.write(folder.resolve("organizer.iso"), Scans.bytes(desk.server, desk.browser, receipt + "/sealed/1"));
            var verdict = DiscVerifier.verify(disc, new Against(Optional.empty(), Optional.of(Kits.ORGANIZER), List.of(Kits.DEPARTMENT.card())));
            assertThat(verdict.defects()).isEmpty();
            assertThat(verdict.sealed().orElseThrow()).isEqualTo(new DiscVerifier.Sealed("53", 2, Kits.ORGANIZER.card().id(), true));
            assertThat(desk.server.get(JdbcClient.class).sql("select content from nomination_revision").query(String.class).single()).as("counted from the list's own").contains("\"revision\":4");
        }
    }
}

package huizhan.kit;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.call.Calls;
import huizhan.kernel.Lang;
import huizhan.keys.PrivateKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A call kit tells what the organizer meant, or that it doesn't (C1, C4). */
class KitTest {
    private static final PrivateKeys STRANGER = PrivateKeys.create("组织单位（示例）", Kits.MADE);
    @TempDir Path folder;

    @Test void what_was_written_is_read_and_the_call_in_it_is_the_call() {
        var read = KitReader.read(Kits.ofDepartment("53"), Optional.of(Kits.ORGANIZER.card()));
        assertThat(read.defects()).isEmpty();
        var kit = read.kit().orElseThrow();
        assertThat(kit).isEqualTo(Kits.kit("53", Calls.files(Calls.FIRST)));
        assertThat(kit.addressee()).isEqualTo(Kits.ORGANIZER.card());
        assertThat(Calls.of(kit.call(), read.call()).title()).isEqualTo(Calls.bundled(Calls.FIRST).title());
        assertThat(Kits.ofDepartment("53")).as("the same content gives the same bytes").isEqualTo(Kits.ofDepartment("53"));
    }

    @Test void a_unit_s_kit_carries_the_department_s_key_and_both_signatures() throws IOException {
        var read = KitReader.read(Kits.ofUnit("53", "示例研究所"), Optional.of(Kits.ORGANIZER.card()));
        assertThat(read.defects()).isEmpty();
        var unit = read.kit().orElseThrow().unit().orElseThrow();
        assertThat(unit).isEqualTo(new Kit.ForUnit("示例研究所", Kits.DEPARTMENT.card(), Kits.MADE));
        assertThat(read.kit().orElseThrow().addressee()).isEqualTo(Kits.DEPARTMENT.card());
        assertThat(defects(changed(Kits.ofUnit("53", "示例研究所"), entries -> replace(entries, Kit.UNIT_FILE, "示例研究所", "别的研究所")))).hasSize(1).first().asString().startsWith("签名不符：unit.sig");
        assertThat(defects(changed(Kits.ofUnit("53", "示例研究所"), entries -> entries.remove(Kit.UNIT_SIGNATURE)))).containsExactly("没有签名：缺少 unit.sig。");
        assertThat(defects(changed(Kits.ofUnit("53", "示例研究所"), entries -> entries.remove(Kit.UNIT_FILE)))).containsExactly("多出文件 unit.sig，签名里没有它。");
        // a unit's part from the kit of another department
        var other = entries(Kits.ofUnit("31", "示例研究所"));
        assertThat(defects(changed(Kits.ofUnit("53", "示例研究所"), entries -> {
            entries.put(Kit.UNIT_FILE, other.get(Kit.UNIT_FILE));
            entries.put(Kit.UNIT_SIGNATURE, other.get(Kit.UNIT_SIGNATURE));
        }))).containsExactly("unit.json 不属于这个征集包。");
    }

    @Test void whatever_was_changed_is_told_and_all_of_it_at_once() throws IOException {
        var whole = Kits.ofDepartment("53");
        var call = "calls/2015-cooperation/call.yaml";
        assertThat(defects(changed(whole, entries -> replace(entries, call, "2015-07-20", "2015-08-20")))).containsExactly("文件 " + call + " 被改动过，与签名时不同。");
        assertThat(defects(changed(whole, entries -> replace(entries, Kit.FILE, "示例部门 53", "示例部门 54")))).hasSize(1).first().asString().startsWith("签名不符：kit.sig");
        assertThat(defects(changed(whole, entries -> {
            entries.remove(call);
            entries.remove(Kit.SIGNATURE);
            entries.put("calls/2015-cooperation/more.yaml", new byte[] {'x'});
            entries.put("../out.yaml", new byte[] {'x'});
        }))).containsExactly("不应有的文件名：../out.yaml。", "没有签名：缺少 kit.sig。", "缺少文件 " + call + "。", "多出文件 calls/2015-cooperation/more.yaml，签名里没有它。");
        assertThat(KitReader.read(whole, Optional.of(STRANGER.card())).defects()).hasSize(1).first().extracting(text -> text.in(Lang.EN)).asString()
            .isEqualTo("The organizer's key is not the one named: that is " + STRANGER.card().id() + ", the kit's is " + Kits.ORGANIZER.card().id() + ".");
    }

    @Test void a_signature_of_something_else_or_of_someone_else_is_none() throws IOException {
        var files = Calls.files(Calls.FIRST);
        assertThat(defects(KitWriter.write(Kits.kit("53", files), files, STRANGER))).hasSize(1).first().asString().startsWith("签名不符");
        assertThat(defects(changed(Kits.ofDepartment("53"), entries -> entries.put(Kit.SIGNATURE,
            huizhan.keys.Signed.of("huizhan-disc/1", entries.get(Kit.FILE), Kits.ORGANIZER).file())))).hasSize(1).first().asString().startsWith("签名不符");
    }

    @Test void a_call_that_can_not_be_read_is_refused_though_it_is_signed() {
        var files = new LinkedHashMap<>(Calls.files(Calls.FIRST));
        files.put("call.yaml", (new String(files.get("call.yaml"), StandardCharsets.UTF_8) + "\nsurprise: 1\n").getBytes(StandardCharsets.UTF_8));
        assertThat(defects(KitWriter.write(Kits.kit("53", files), files, Kits.ORGANIZER))).hasSize(1).first().asString().startsWith("征集文件不能用：").contains("surprise");
    }

    @Test void what_is_no_kit_is_told_to_be_none_within_its_limits() throws IOException {
        assertThat(defects(new byte[0])).containsExactly("这不是征集包：不是 zip 文件，或者是空的。");
        assertThat(defects("hello".getBytes(StandardCharsets.UTF_8))).containsExactly("这不是征集包：不是 zip 文件，或者是空的。");
        assertThat(defects(new byte[4_000_001])).containsExactly("文件太大，不是征集包：征集包不超过 4 MB。");
        assertThat(defects(zip(Map.of("kit.sig", new byte[1])))).containsExactly("缺少 kit.json：这不是征集包，或者不完整。");
        assertThat(defects(zip(Map.of("kit.json", "{}".getBytes(StandardCharsets.UTF_8))))).containsExactly("kit.json 读不出来。");
        assertThat(defects(zip(Map.of("kit.json", "[[[".getBytes(StandardCharsets.UTF_8))))).containsExactly("kit.json 读不出来。");
        assertThat(defects(zip(Map.of("kit.json", "{\"format\":\"huizhan-kit/2\"}".getBytes(StandardCharsets.UTF_8)))))
            .containsExactly("kit.json 的格式是 huizhan-kit/2，本程序只认识 huizhan-kit/1。请用新版程序打开。");
        assertThat(defects(zip(Map.of("kit.json", "{\"format\":\"huizhan-kit/1\",\"call\":\"../x\",\"more\":1}".getBytes(StandardCharsets.UTF_8)))))
            .contains("kit.json 中的 more 缺失或不对。", "kit.json 中的 call 缺失或不对。", "kit.json 中的 made 缺失或不对。", "kit.json 中的 organizer：这不是公钥卡。");
        var bomb = new LinkedHashMap<String, byte[]>();
        bomb.put("kit.json", new byte[1_000_001]);
        assertThat(defects(zip(bomb))).contains("文件 kit.json 解开后太大。");
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 65; i++) many.put("calls/x/f" + i, new byte[0]);
        assertThat(defects(zip(many))).contains("文件太多，不是征集包：至多 64 个。");
        var cut = Kits.ofDepartment("53");
        assertThat(defects(java.util.Arrays.copyOf(cut, cut.length / 2))).contains("压缩文件损坏，读不完整。请重新取得征集包。");
    }

    @Test void the_command_line_says_what_it_is_and_whether_it_holds() throws IOException {
        var file = Files.write(folder.resolve("kit.zip"), Kits.ofDepartment("53"));
        var card = Files.writeString(folder.resolve("organizer.card"), Kits.ORGANIZER.card().card());
        var stranger = Files.writeString(folder.resolve("stranger.card"), STRANGER.card().card());
        assertThat(show(0, file.toString())).contains("53 示例部门 53", Kits.ORGANIZER.card().fingerprint().grouped(), "请把指纹与随信纸上的逐组比较");
        assertThat(show(0, file.toString(), "--signer", card.toString(), "--lang", "en")).contains("Sample department 53", "the organizer named has signed it");
        assertThat(show(1, file.toString(), "--signer", stranger.toString())).contains("✗ 组织单位的公钥不是指定的那一张", "这个征集包不能用");
        assertThat(show(2, folder.resolve("none.zip").toString())).isEmpty();
        assertThat(show(1, card.toString())).contains("这不是征集包");
    }

    private static String show(int code, String... words) {
        var out = new StringWriter();
        assertThat(new CommandLine(new KitCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter())).execute(words)).isEqualTo(code);
        return out.toString();
    }

    private static List<String> defects(byte[] kit) {
        var defects = KitReader.read(kit, Optional.empty()).defects();
        assertThat(defects).allSatisfy(each -> assertThat(each.en()).isNotBlank());
        return new ArrayList<>(defects.stream().map(each -> each.in(Lang.ZH)).toList());
    }

    private static byte[] changed(byte[] kit, Consumer<Map<String, byte[]>> change) throws IOException {
        var entries = entries(kit);
        change.accept(entries);
        return zip(entries);
    }

    private static Map<String, byte[]> entries(byte[] kit) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(kit))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private static void replace(Map<String, byte[]> entries, String name, String from, String to) {
        var text = new String(entries.get(name), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        entries.put(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

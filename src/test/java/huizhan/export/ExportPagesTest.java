package huizhan.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import huizhan.kernel.Sha256;
import huizhan.material.Examples;
import huizhan.material.Noise;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.nomination.Content;
import huizhan.nomination.Filing;
import huizhan.nomination.Filing.Sent;
import huizhan.nomination.SignOffs;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two departments have signed off, a third has not; the organizer takes everything out, and other programs read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportPagesTest {
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"点我\")";
    @TempDir static Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestServer server;
    private TestBrowser organizer;
    private Filing first;
    private Person stranger;

    @BeforeAll void two_of_three_departments_sign_off() throws IOException {
        server = TestServer.inTheCall();
        first = new Filing(server, "53");
        var second = new Filing(server, "B18");
        var third = new Filing(server, "11");
        first.picked(Examples.values().with("name", FORMULA).with("undertaker", "+示例大学").with("listContact.details", "@example"), List.of(picture(1), picture(2)));
        first.stub();
        first.picked(Examples.values().with("name", "第三项：基地").with("exhibitForms", "graphic"), List.of(picture(3), picture(4)));
        second.picked(Examples.values().with("name", "别的部门的活动").with("directions", "network", "diplomacy"), List.of(picture(5), picture(6)));
        third.picked(Examples.values().with("name", "没有签发的成果"), List.of(picture(7), picture(8)));
        second.handed(Examples.values().with("name", "没有选取的成果"), List.of(picture(9), picture(10)));
        first.signOff();
        second.signOff();
        say(first.drafter, "letter/-/scan", "excepted", "=推荐函由办公厅另发", "");
        say(first.drafter, "summary/-/original", "sent", "邮政特快 0000000000000", "2015-07-09");
        say(third.drafter, "summary/-/original", "here", "没有签发的部门", "2015-07-09");
        var person = server.people().organizer();
        organizer = server.browserOf(person);
        stranger = first.approver;
    }

    private void say(Person who, String place, String state, String note, String day) {
        var browser = server.browserOf(who);
        browser.get("/nomination/stamped");
        assertThat(browser.post("/nomination/stamped/" + place, Map.of("state", state, "note", note, "day", day, "seen", "0")).status()).isEqualTo(302);
    }

    @AfterAll void stop() {
        server.close();
    }

    private static Sent picture(long seed) {
        return new Sent("照片 " + seed + ".jpg", Noise.jpg(seed));
    }

    private HttpResponse<byte[]> post(TestBrowser browser, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(HttpClient.Version.HTTP_1_1, browser, path, fields);
    }

    private HttpResponse<byte[]> post(HttpClient.Version version, TestBrowser browser, String path, Map<String, String> fields) throws IOException, InterruptedException {
        browser.get("/account");
        var all = new java.util.LinkedHashMap<>(fields);
        all.put("_csrf", browser.token());
        var form = all.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(server.address() + path)).version(version).header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", browser.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        return http.send(request.POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private Path archive(String name, Map<String, String> fields) throws IOException, InterruptedException {
        var answer = post(organizer, "/export/archive", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve(name), answer.body());
    }

    private static List<String> names(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static byte[] entry(Path archive, String name) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private Content content(String code) {
        var id = server.people().department(code).id();
        var signOffs = server.get(SignOffs.class);
        return signOffs.all().stream().filter(each -> each.department().equals(id)).findFirst().flatMap(each -> signOffs.content(each.revision())).orElseThrow();
    }

    @Test void the_page_tells_how_much_it_would_be_and_the_filter_narrows_it() {
        var all = organizer.get("/export").text();
        assertThat(all).contains("推荐部门数 2", "4，其中非公开 1 项只有序号", "6 个，").doesNotContain("没有签发");
        assertThat(organizer.get("/export?department=B18").text()).contains("推荐部门数 1", "成果数 1", "2 个，");
        assertThat(organizer.get("/export?direction=diplomacy").text()).contains("推荐部门数 1");
        assertThat(organizer.get("/export?form=graphic").text()).contains("成果数 3");
        assertThat(organizer.get("/export?disclosure=non-public").text()).contains("1，其中非公开 1 项只有序号", "0 个，");
        assertThat(organizer.get("/export?kind=activity").text()).contains("没有符合条件的成果");
        assertThat(organizer.get("/progress").body()).contains("href=\"/export\"");
    }

    @Test void nobody_else_takes_anything_out() throws Exception {
        var other = server.browserOf(stranger);
        assertThat(other.get("/export").status()).isEqualTo(404);
        assertThat(post(other, "/export/list", Map.of()).statusCode()).isEqualTo(404);
        assertThat(post(other, "/export/archive", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test void nothing_chosen_is_said_and_no_file_comes() throws Exception {
        var none = post(organizer, "/export/archive", Map.of("kind", "activity"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(new String(none.body(), StandardCharsets.UTF_8)).contains("没有符合条件的成果，没有导出");
    }

    @Test void the_list_has_every_cell_in_its_column_and_no_formula() throws Exception {
        var answer = post(organizer, "/export/list", Map.of());
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains("huizhan-2015-cooperation-2015-07-10.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            assertThat(book.getSheetName(0) + book.getSheetName(1) + book.getSheetName(2)).isEqualTo("部门成果文件");
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC);
                assertThat(cell.toString()).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
            })));
            assertThat(line(book.getSheetAt(0).getRow(1))).startsWith("53", "云南省科学技术厅").contains("示例部门 53", "示例乙");
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            var achievements = book.getSheetAt(1);
            assertThat(achievements.getLastRowNum()).isEqualTo(4);
            var told = line(achievements.getRow(1));
            assertThat(told).contains("'" + FORMULA, "'+示例大学", "'@example", "德国", "能源科学技术", "实现重大科学研究和技术突破", "文字图片", "样机投入使用。");
            assertThat(line(achievements.getRow(2)).stream().filter(each -> !each.isEmpty()).toList()).containsExactly("53", "云南省科学技术厅", "2.0", "非公开");
            assertThat(column(achievements.getRow(0), "展板文字字数", achievements.getRow(1))).isEqualTo("7.0");
            assertThat(column(achievements.getRow(0), "文字说明字数", achievements.getRow(1))).isEqualTo("19.0");
            assertThat(column(achievements.getRow(0), "登记表：外方合作单位", achievements.getRow(1))).isEqualTo("Example Institute");
            assertThat(book.getSheetAt(2).getLastRowNum()).isEqualTo(6);
            assertThat(line(book.getSheetAt(2).getRow(1))).contains("53-云南省科学技术厅/01/pictures/1.jpg", "照片 1.jpg", "4800×2100");
        }
        plainXml(answer.body());
        assertThat(server.trail("export.list", "call:2015-cooperation")).isPositive();
    }

    @Test void what_is_recorded_of_stamped_papers_is_a_sheet_and_a_part_tells_of_its_own_only() throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(post(organizer, "/export/list", Map.of()).body()))) {
            var sheet = book.getSheet("盖章件");
            assertThat(sheet.getLastRowNum()).as("two papers and each public achievement, of whoever has signed off").isEqualTo(4 + 3);
            var rows = new ArrayList<List<String>>();
            sheet.forEach(row -> rows.add(line(row)));
            assertThat(rows.get(1)).startsWith("53", "云南省科学技术厅", "", "附件1 成果推荐汇总表", "", "还没有", "", "", "", "已寄出", "2015-07-09", "邮政特快 0000000000000");
            assertThat(rows.get(2)).startsWith("53", "云南省科学技术厅", "", "推荐函", "", "例外", "", "'=推荐函由办公厅另发", "", "还没有登记");
            assertThat(rows.get(3)).startsWith("53", "云南省科学技术厅", "1.0", "附件2 展板信息登记表", "'" + FORMULA, "还没有");
            assertThat(rows.get(4)).startsWith("53", "云南省科学技术厅", "3.0", "附件2 展板信息登记表", "第三项：基地");
            assertThat(rows.toString()).contains("别的部门的活动").doesNotContain("没有签发的部门");
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(post(organizer, "/export/list", Map.of("department", "53", "form", "graphic", "disclosure", "public")).body()))) {
            var names = new ArrayList<String>();
            book.getSheet("盖章件").forEach(row -> names.add(row.getCell(4).toString()));
            assertThat(names).as("the summary and the letter are of the whole").containsExactly("成果名称", "'" + FORMULA, "第三项：基地");
        }
    }

    /** Read without any library: nothing in any sheet is a formula. */
    private static void plainXml(byte[] book) throws Exception {
        var sheets = 0;
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(book))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/worksheets/")) {
                    sheets++;
                    var read = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
                    assertThat(read.getElementsByTagName("f").getLength()).isZero();
                    assertThat(read.getElementsByTagName("c").getLength()).isPositive();
                }
            }
        }
        assertThat(sheets).isEqualTo(4);
    }

    private static List<String> line(Row row) {
        var cells = new ArrayList<String>();
        row.forEach(cell -> cells.add(cell.toString()));
        return cells;
    }

    private static String column(Row head, String name, Row row) {
        for (var cell : head) {
            if (cell.getStringCellValue().equals(name)) {
                return row.getCell(cell.getColumnIndex()).toString();
            }
        }
        throw new AssertionError("no column " + name + " in " + line(head));
    }

    @Test void another_office_program_reads_the_list() throws Exception {
        assumeTrue(there("soffice") && Files.exists(Path.of("/usr/lib/libreoffice/program/libsclo.so")), "LibreOffice with its spreadsheet");
        var book = Files.write(folder.resolve("list.xlsx"), post(organizer, "/export/list", Map.of()).body());
        run("soffice", "-env:UserInstallation=file://" + folder.resolve("profile"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            "--outdir", folder.toString(), book.toString());
        var read = Files.readString(folder.resolve("list-成果.csv"));
        assertThat(read).contains("'=HYPERLINK(", "第三项：基地", "别的部门的活动").doesNotContain("没有签发的成果").doesNotContain("没有选取的成果");
    }

    @Test void the_archive_has_each_original_as_it_stands_on_the_receipt_and_the_papers_beside_it() throws Exception {
        var archive = archive("all.zip", Map.of("originals", "on"));
        var names = names(archive);
        assertThat(names.get(0)).isEqualTo("清单.xlsx");
        assertThat(names.subList(1, 9)).containsExactly("53-云南省科学技术厅/nomination.json", "53-云南省科学技术厅/回执.pdf", "53-云南省科学技术厅/成果推荐汇总表.pdf",
            "53-云南省科学技术厅/成果推荐汇总表.docx", "53-云南省科学技术厅/01/展板信息登记表.pdf", "53-云南省科学技术厅/01/展板信息登记表.docx",
            "53-云南省科学技术厅/01/文字说明.pdf", "53-云南省科学技术厅/01/文字说明.docx");
        assertThat(names).doesNotHaveDuplicates().noneMatch(each -> each.contains("/02/")).noneMatch(each -> each.startsWith("11"));
        assertThat(names.stream().filter(each -> each.contains("/pictures/"))).hasSize(6);
        for (var code : List.of("53", "B18")) {
            var content = content(code);
            var department = names.stream().filter(each -> each.startsWith(code + "-")).findFirst().orElseThrow().split("/")[0];
            for (var file : content.files().entrySet()) {
                assertThat(Sha256.of(entry(archive, department + "/" + file.getKey()))).isEqualTo(file.getValue().sha256());
            }
            assertThat(new String(entry(archive, department + "/nomination.json"), StandardCharsets.UTF_8)).contains("\"part\":false").contains(content.material().id().orElseThrow().toString());
        }
        assertThat(new String(entry(archive, "53-云南省科学技术厅/回执.pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        timesAndMethods(archive);
        otherPrograms(archive);
        assertThat(server.trail("export.archive", "call:2015-cooperation")).isPositive();
    }

    private static void timesAndMethods(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().filter(each -> each.getName().endsWith(".jpg"))).allMatch(each -> each.getMethod() == ZipEntry.STORED);
            assertThat(zip.stream().map(each -> each.getTimeLocal().toLocalDate().toString()).distinct()).containsExactly("2015-07-10");
        }
    }

    private static void otherPrograms(Path archive) throws Exception {
        if (there("unzip")) {
            run("unzip", "-tqq", archive.toString());
        }
        if (there("7z")) {
            run("7z", "t", archive.toString());
        }
        if (there("python3")) {
            run("python3", "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); sys.exit(z.testzip() is not None or not any('云南省科学技术厅' in n for n in z.namelist()))",
                archive.toString());
        }
    }

    @Test void the_same_again_is_the_same_archive() throws Exception {
        var one = archive("one.zip", Map.of("department", "B18"));
        var other = archive("other.zip", Map.of("department", "B18"));
        assertThat(names(one)).isEqualTo(names(other)).hasSize(9);
        // a Word file bears the moment at which it was made
        for (var name : names(one).stream().filter(each -> !each.endsWith(".docx")).toList()) {
            assertThat(Sha256.of(entry(one, name))).as(name).isEqualTo(Sha256.of(entry(other, name)));
        }
    }

    @Test void plain_names_and_a_part_of_a_nomination() throws Exception {
        var archive = archive("plain.zip", Map.of("plain", "on", "department", "53", "form", "graphic", "originals", "on"));
        assertThat(names(archive)).allMatch(each -> each.matches("[A-Za-z0-9./-]+")).contains("list.xlsx", "53/03/board-form.docx", "53/03/pictures/2.jpg")
            .as("they name every line").doesNotContain("53/receipt.pdf", "53/summary.pdf");
        assertThat(new String(entry(archive, "53/nomination.json"), StandardCharsets.UTF_8)).contains("\"part\":true").doesNotContain("non-public");
        assertThat(names(archive("bare.zip", Map.of("department", "53")))).noneMatch(each -> each.endsWith(".jpg"));
    }

    @Test void an_original_that_is_no_longer_what_was_handed_in_breaks_the_download() throws Exception {
        var file = content("B18").files().values().stream().map(StoredFile::id).findFirst().orElseThrow();
        var path = server.get(MediaFiles.class).path(server.get(MediaFiles.class).find(file).orElseThrow());
        var whole = Files.readAllBytes(path);
        path.toFile().setWritable(true);
        try {
            var rotten = whole.clone();
            rotten[rotten.length / 2] ^= 1;
            Files.write(path, rotten);
            assertThatThrownBy(() -> post(organizer, "/export/archive", Map.of("originals", "on"))).isInstanceOf(IOException.class);
            // over HTTP/2 the server ends the stream as if it were whole: then the archive has no directory
            var torn = Files.write(folder.resolve("torn.zip"), post(HttpClient.Version.HTTP_2, organizer, "/export/archive", Map.of("originals", "on")).body());
            assertThatThrownBy(() -> new ZipFile(torn.toFile()).close()).isInstanceOf(ZipException.class);
        } finally {
            Files.write(path, whole);
        }
    }

    private static boolean there(String program) {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command[0]).isTrue();
        assertThat(process.exitValue()).as(command[0] + ": " + Files.readString(folder.resolve("said.txt"))).isZero();
    }
}

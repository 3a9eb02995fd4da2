package huizhan.folder;

import huizhan.call.Call;
import huizhan.disc.Plan;
import huizhan.disc.Viewer;
import huizhan.documents.Disc;
import huizhan.documents.FormValues.Mark;
import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.documents.Parcel;
import huizhan.folder.DiscPlan.Wish;
import huizhan.kernel.Sha256;
import huizhan.material.Digests;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is made while the discs are written, out of the digests of what was written before: papers, labels, the page, the list of names. */
final class DiscContent {
    private static final List<PaperFormat> FORMATS = List.of(PaperFormat.PDF, PaperFormat.WORD);
    private static final String DATA = "data/";

    private final DiscNames.Named named;
    private final Call call;
    private final FileSource files;
    private final Wish wish;
    private final Papers papers;
    private final int discs;
    private final Map<String, Sha256> digests = new LinkedHashMap<>();

    DiscContent(DiscNames.Named named, Call call, FileSource files, Wish wish, Papers papers, int discs) {
        this.named = named;
        this.call = call;
        this.files = files;
        this.wish = wish;
        this.papers = papers;
        this.discs = discs;
    }

    int discs() {
        return discs;
    }

    /** Elements of {@code bag-info.txt} (RFC 8493 section 2.2.2). */
    List<Plan.Info> info() {
        var info = new ArrayList<Plan.Info>();
        var department = named.material().department().text("name").replaceAll("\\s+", " ").strip();
        if (!department.isEmpty()) {
            info.add(new Plan.Info("Source-Organization", department));
        }
        info.add(new Plan.Info("External-Description", call.title().zh()));
        info.add(new Plan.Info("Huizhan-Call", call.id()));
        if (!wish.department().isEmpty()) {
            info.add(new Plan.Info(DiscPlan.DEPARTMENT, wish.department()));
        }
        if (wish.draft()) {
            info.add(new Plan.Info("Huizhan-Draft", "yes"));
        }
        return info;
    }

    /** Labels for each disc, and on the first one, which is written last, the papers of all. */
    List<Plan.Item> papers(int number, String label, List<Plan.Written> before) {
        before.forEach(file -> digests.put(file.path().substring(DATA.length()), file.digest()));
        var material = digested();
        var items = new ArrayList<Plan.Item>();
        if (number == 1) {
            var lines = wish.draft() ? List.of("草稿，材料中还有错误") : List.<String>of();
            new PaperSet(material, call, this::open, lines, wish.date(), papers).in(FORMATS)
                    .forEach(paper -> items.add(Plan.Item.ofBytes(DATA + Layout.PAPERS + "/" + paper.path(), paper.bytes())));
            items.add(Plan.Item.ofBytes(DATA + Layout.PAPERS + "/parcel-label.pdf", papers.parcelLabel(parcel(material), call)));
        }
        items.add(Plan.Item.ofBytes(DATA + Layout.PAPERS + "/disc-label.pdf", papers.discLabel(disc(material, number, label, before), call)));
        return items;
    }

    /** The material with the digests of everything written so far. */
    private Material digested() {
        var facts = new LinkedHashMap<String, FileFacts>();
        named.material().files().forEach((path, file) -> facts.put(path,
                new FileFacts(path, file.size(), Optional.ofNullable(digests.get(path)).or(file::sha256), file.picture(), file.film())));
        return named.material().with(facts);
    }

    private Mark mark(Material material) {
        return new Mark(material.id().map(Object::toString).orElse(""), Digests.nomination(material, call).hex(), List.of());
    }

    private Parcel parcel(Material material) {
        var head = material.department();
        var contents = new ArrayList<>(material.part() ? List.<String>of() : List.of("成果推荐汇总表 1 份"));
        long told = material.achievements().stream().filter(each -> !each.stub()).count();
        contents.addAll(List.of("文字说明 " + told + " 份", "展板信息登记表 " + told + " 份", "光盘 " + discs + " 张"));
        var draft = wish.draft() ? "草稿 · " : "";
        return new Parcel(mark(material), head.text("name"), head.text("contact"), head.text("telephone"), draft + channel(material), contents);
    }

    private static String channel(Material material) {
        return DiscPlan.nonPublic(material) ? "含非公开内容 · 按规定渠道报送" : "公开类材料 · 邮寄或快递";
    }

    private Disc disc(Material material, int number, String label, List<Plan.Written> before) {
        var contents = new ArrayList<String>();
        for (var each : material.achievements()) {
            boolean here = each.files().stream().anyMatch(path -> before.stream().anyMatch(file -> file.path().equals(DATA + path)));
            if (here) {
                contents.add(each.folder() + "　" + (each.disclosure().equals("public") ? each.name() : "非公开"));
            }
        }
        if (number == 1) {
            contents.add("打印用表格（PDF、Word）");
        }
        return new Disc(mark(material), material.department().text("name"), label, number, discs, wish.date().toString(),
                DiscPlan.nonPublic(material) ? "非公开" : "公开", contents, wish.draft());
    }

    List<Plan.Item> tagFiles(int number, List<Plan.Written> before) throws IOException {
        var material = digested();
        var there = before.stream().collect(Collectors.toMap(file -> file.path().substring(DATA.length()), Plan.Written::size, (one, other) -> one, LinkedHashMap::new));
        var copies = DiscCopies.of(material, there.keySet(), path -> files.onDisk(source(path)), this::open);
        var facts = discs > 1 ? "%d / %d".formatted(number, discs) : "1";
        var items = new ArrayList<>(Viewer.files(new DiscPage(material, call, there, copies).page(wish, facts, mark(material).digest())));
        items.addAll(copies.values());
        items.add(Plan.Item.ofBytes("titles.csv", titles(before)));
        return items;
    }

    /** What each file was called before and which achievement it belongs to; a cell never begins like a formula. */
    private byte[] titles(List<Plan.Written> before) {
        var lines = new StringBuilder("\uFEFFfile,original,achievement\r\n");
        var old = named.names().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        for (var file : before) {
            var path = file.path().substring(DATA.length());
            if (old.containsKey(path)) {
                var title = named.material().achievements().stream().filter(each -> each.files().contains(path) && each.disclosure().equals("public"))
                        .findFirst().map(each -> each.name()).orElse("");
                lines.append(String.join(",", cell(file.path()), cell(original(path, old.get(path))), cell(title))).append("\r\n");
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String original(String path, String old) {
        return named.material().achievements().stream().flatMap(each -> each.pictures().stream()).filter(each -> each.file().equals(path))
                .map(each -> each.originalName()).findFirst().orElse(old.substring(old.lastIndexOf('/') + 1));
    }

    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private String source(String path) {
        return named.names().entrySet().stream().filter(each -> each.getValue().equals(path)).map(Map.Entry::getKey).findFirst().orElse("");
    }

    private InputStream open(String path) throws IOException {
        var old = source(path);
        if (old.isEmpty()) {
            throw new NoSuchFileException(path);
        }
        return Channels.newInputStream(files.open(old));
    }
}

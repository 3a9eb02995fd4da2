package huizhan.folder;

import huizhan.kernel.FileNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which file of a folder is what, by the layout of {@code contract.md}, under its English or its Chinese names. */
final class Layout {
    static final String PAPERS = "papers";
    private static final Map<String, String> FOLDERS = Map.of("图片", "pictures", "视频", "video", "实物", "objects", "附件", "attachments",
            "pictures", "pictures", "video", "video", "objects", "objects", "attachments", "attachments", PAPERS, PAPERS);
    private static final Map<String, String> FILES = Map.of("成果推荐汇总表", "summary", "summary", "summary", "综述视频", "overview",
            "overview", "overview", "展板信息登记表", "board-form", "boardform", "board-form", "文字说明", "statement", "statement", "statement",
            "实物说明", "note", "note", "note");

    private final Map<Integer, Unit> ranks = new TreeMap<>();
    private final Unit top = new Unit("");
    private Optional<Entry> json = Optional.empty();
    private Optional<Entry> summary = Optional.empty();
    private Optional<Entry> overview = Optional.empty();
    private final Set<String> papers = new LinkedHashSet<>();

    /** The files of one achievement. */
    static final class Unit {
        final String prefix;
        Optional<Entry> boardForm = Optional.empty();
        Optional<Entry> statement = Optional.empty();
        Optional<Entry> note = Optional.empty();
        final List<Entry> pictures = new ArrayList<>();
        final List<Entry> films = new ArrayList<>();
        final List<Entry> photos = new ArrayList<>();
        final List<Entry> attachments = new ArrayList<>();

        private Unit(String prefix) {
            this.prefix = prefix;
        }

        boolean empty() {
            return boardForm.isEmpty() && statement.isEmpty() && note.isEmpty() && pictures.isEmpty() && films.isEmpty() && photos.isEmpty()
                    && attachments.isEmpty();
        }

        List<Entry> forms() {
            return List.of(boardForm, statement, note).stream().flatMap(Optional::stream).toList();
        }
    }

    private Layout() {}

    static Layout of(Inventory inventory) {
        return of(inventory.all());
    }

    static Layout of(List<Entry> entries) {
        var layout = new Layout();
        entries.forEach(layout::place);
        return layout;
    }

    Optional<Entry> json() {
        return json;
    }

    Optional<Entry> summary() {
        return summary;
    }

    Optional<Entry> overview() {
        return overview;
    }

    /** Paths of papers printed by the program, which nobody names. */
    Set<String> papers() {
        return papers;
    }

    /** The achievements by rank; with a single unit's folder there are none. */
    Map<Integer, Unit> ranks() {
        return ranks;
    }

    /** What lies at the top, as in a unit's folder. */
    Unit top() {
        return top;
    }

    /** A folder's one name: English where it is known, two digits where it is a rank, else folded. */
    static String folderName(String name) {
        var folded = FileNames.folded(name);
        if (folded.matches("0*[0-9]{1,2}")) {
            return "%02d".formatted(Integer.parseInt(folded));
        }
        return FOLDERS.getOrDefault(folded, folded);
    }

    /** Whether a folder's name has a meaning within an achievement, or is that of our own papers. */
    static boolean isKnown(String folder) {
        return FOLDERS.containsKey(FileNames.folded(folder));
    }

    static java.util.Collection<String> knownFolders() {
        return new java.util.TreeSet<>(FOLDERS.keySet());
    }

    static boolean isRank(String folder) {
        return folderName(folder).matches("[0-9]{2}");
    }

    /** The kind of a separate sheet by its name; {@code other} where the name says nothing. */
    static String attachmentKind(String name) {
        return name.contains("保密") || name.contains("密审") ? "confidentiality" : name.contains("知识产权") || name.contains("专利") ? "ip"
                : name.contains("盖章") || name.contains("扫描") ? "stamped" : "other";
    }

    /** A file's one name: that of {@code contract.md} where it is known, else folded. */
    static String fileName(String name) {
        var known = known(name);
        var extension = FileNames.extension(name);
        return known.isEmpty() ? FileNames.folded(name) : extension.isEmpty() ? known : known + "." + extension;
    }

    static String known(String name) {
        return FILES.getOrDefault(FileNames.stem(name).replaceAll("[-_‐‑–]", ""), "");
    }

    private void place(Entry entry) {
        var parts = List.of(entry.path().split("/"));
        var first = folderName(parts.get(0));
        if (parts.size() == 1) {
            top(entry);
        } else if (first.equals(PAPERS)) {
            papers.add(entry.path());
        } else if (first.matches("[0-9]{2}")) {
            ranks.computeIfAbsent(Integer.parseInt(first), rank -> new Unit(entry.path().substring(0, entry.path().indexOf('/') + 1)));
            inUnit(ranks.get(Integer.parseInt(first)), parts.subList(1, parts.size()), entry);
        } else {
            inUnit(top, parts, entry);
        }
    }

    private void top(Entry entry) {
        if (FileNames.folded(entry.name()).equals("nomination.json")) {
            json = Optional.of(json.orElse(entry));
        } else if (known(entry.name()).equals("summary") && office(entry.name())) {
            summary = better(summary, entry);
        } else if (known(entry.name()).equals("overview") && film(entry.name())) {
            overview = Optional.of(overview.orElse(entry));
        } else {
            inUnit(top, List.of(entry.name()), entry);
        }
    }

    private static void inUnit(Unit unit, List<String> parts, Entry entry) {
        if (parts.size() == 1) {
            form(unit, entry);
            return;
        }
        switch (folderName(parts.get(0))) {
            case "pictures" -> unit.pictures.add(entry);
            case "video" -> unit.films.add(entry);
            case "attachments" -> unit.attachments.add(entry);
            case "objects" -> {
                if (known(entry.name()).equals("note") && office(entry.name())) {
                    unit.note = better(unit.note, entry);
                } else {
                    unit.photos.add(entry);
                }
            }
            default -> { }
        }
    }

    private static void form(Unit unit, Entry entry) {
        if (!office(entry.name())) {
            return;
        }
        switch (known(entry.name())) {
            case "board-form" -> unit.boardForm = better(unit.boardForm, entry);
            case "statement" -> unit.statement = better(unit.statement, entry);
            case "note" -> unit.note = better(unit.note, entry);
            default -> { }
        }
    }

    /** Of two files with one name the one that can be read: .docx or .xlsx before others. */
    private static Optional<Entry> better(Optional<Entry> had, Entry other) {
        boolean modern = FileNames.extension(other.name()).matches("docx|xlsx");
        return had.isEmpty() || modern && !FileNames.extension(had.get().name()).matches("docx|xlsx") ? Optional.of(other) : had;
    }

    static boolean office(String name) {
        var extension = FileNames.extension(name);
        return extension.isEmpty() || Names.WORD.contains(extension) || Names.SHEETS.contains(extension);
    }

    private static boolean film(String name) {
        var extension = FileNames.extension(name);
        return extension.isEmpty() || Names.FILMS.contains(extension);
    }
}

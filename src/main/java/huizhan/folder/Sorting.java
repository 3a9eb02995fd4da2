package huizhan.folder;

import huizhan.kernel.FileNames;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where each file of one achievement's folder belongs, told by names alone while the folder still lies with its owner (B2, B25): first by
 * the layout of {@code contract.md}, as {@link FolderReader} has it; then by words in the names and by the file's kind, which a person is
 * to look at; and where neither says anything, the person is asked.
 */
public final class Sorting {
    /** What a name is read without: blanks, and characters that nobody sees. This and the two below are read alike by Java and, with the flag u, by a browser. */
    public static final String UNSEEN = "[\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\u3164"
        + "\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff\uDB40\uDC00-\uDB43\uDFFF]";
    private static final String GAP = "[-_.,~+·•・‐-―−]*";
    /** Names that tell of what isn't public, over a name in NFKC and small letters without what is unseen. */
    public static final String NON_PUBLIC = "(?:非|不|不宜|不得|不能|不予)G公G[开開]|no[nt]G(?:forG)?public".replace("G", GAP);
    private static final String LEVEL = "(?:绝密|机密|秘密)";
    /** 国家秘密, 商业秘密 and the like are words of prose. A look behind would say so more briefly, but older browsers have none. */
    private static final String NO_PROSE = "(?:^|[^家业术作涉]|(?:^|[^国])家|(?:^|[^商企])业|(?:^|[^技])术|(?:^|[^工])作|(?:^|[^不])涉)";
    private static final String NO_TRADE = "(?:^|[^业术作]|(?:^|[^商])业|(?:^|[^技])术|(?:^|[^工])作)";
    /** Levels of secrecy in a name, over the same. With its star, 国家秘密 is a mark as well. */
    public static final String SECRET = NO_PROSE + LEVEL + "(?!性)|" + NO_TRADE + "[绝机秘]G密级?G[★☆*]|密G级G:G".replace("G", GAP) + LEVEL;
    /** Names of folders that have a meaning within an achievement, over the same. */
    public static final String KNOWN = "^(?:" + String.join("|", Layout.knownFolders()) + ")$";
    private static final Pattern SKIPPED = Pattern.compile(UNSEEN);
    private static final Pattern NOT_PUBLIC = Pattern.compile(NON_PUBLIC);
    private static final Pattern MARK = Pattern.compile(SECRET);
    private static final Pattern OBJECT = Pattern.compile("实物|模型|展品|样机|object|model");
    private static final Pattern FIGURE = Pattern.compile("图表|示意图|曲线|框图|流程图|figure|chart");
    private static final Pattern PICTURE = Pattern.compile("照片|图片|展板|相片|photo|picture");
    private static final Pattern SHEET = Pattern.compile("意见|证明|保密|知识产权|专利|盖章|扫描|证书|附件");
    private static final Pattern OVERVIEW = Pattern.compile("综述|overview");

    private Sorting() {}

    /** What a file is for. */
    public enum Place {
        /** A form in Word or Excel, to be brought in; which one it is, its content says. */
        FORM, PICTURE, FIGURE, VIDEO, PHOTO, ATTACHMENT,
        /** The names say nothing: whoever has the folder is asked. */
        ASKED,
        /** It isn't taken here. */
        NONE
    }

    /** How that is known, or why it isn't taken. */
    public enum Why {
        /** By the layout. */
        LAYOUT,
        /** By a word in its name or by its kind: to be looked at. */
        LIKELY, UNKNOWN,
        /** Its name is marked as not public, or with a level of secrecy. */
        NOT_PUBLIC, SECRET,
        /** A paper that this program prints, or its own record: nobody uploads them. */
        OURS,
        /** The department's film. */
        OVERVIEW,
        /** Of another achievement in the same folder. */
        OTHER,
        /** No place takes such a file. */
        KIND,
        /** What operating systems leave behind. */
        JUNK
    }

    /**
     * @param path as the browser tells it, with the folder's own name
     * @param size in bytes
     */
    public record Named(String path, long size) {
        public Named {
            path = Objects.requireNonNullElse(path, "");
        }
    }

    /** @param kind of a separate sheet, else empty */
    public record Sorted(Named file, Place place, String kind, Why why) {}

    /**
     * A folder sorted.
     *
     * @param parts the numbers of the achievements that lie in it, {@code 01}, {@code 02}; none for the folder of one
     * @param part  the one that was sorted; empty where there are none, or several and none was chosen
     * @param files in the order of their names, 2 before 10
     */
    public record Plan(List<String> parts, String part, List<Sorted> files) {}

    /** @param wanted the achievement among several, {@code 01}; empty for none chosen */
    public static Plan of(List<Named> files, String wanted) {
        var inside = inside(files);
        var parts = inside.values().stream().filter(path -> path.contains("/")).map(path -> path.substring(0, path.indexOf('/'))).filter(Layout::isRank)
                .map(Layout::folderName).distinct().sorted().toList();
        var part = parts.size() == 1 ? parts.get(0) : parts.contains(wanted) ? wanted : "";
        var mine = new HashMap<Named, Entry>();
        inside.forEach((file, path) -> within(path, parts, part).ifPresent(rest -> mine.put(file, new Entry(rest, Path.of(""), file.size()))));
        var laid = laid(Layout.of(files.stream().filter(mine::containsKey).map(mine::get).toList()));
        return new Plan(parts, part, files.stream().sorted(Comparator.comparing(Named::path, NaturalOrder.ORDER)).map(file -> sorted(file, Optional.ofNullable(mine.get(file)), laid)).toList());
    }

    /** Each path without the folders around the whole, which are only wrapping. */
    private static Map<Named, String> inside(List<Named> files) {
        var paths = new HashMap<Named, String>();
        files.forEach(file -> paths.put(file, FileNames.nfc(file.path().replace('\\', '/').replaceAll("^/+", ""))));
        while (true) {
            var heads = paths.entrySet().stream().filter(each -> !junk(each.getKey())).map(each -> each.getValue().contains("/") ? each.getValue().substring(0, each.getValue().indexOf('/')) : "")
                    .distinct().toList();
            if (heads.size() != 1 || heads.get(0).isEmpty() || Layout.isKnown(heads.get(0))) {
                return paths;
            }
            paths.replaceAll((file, path) -> path.startsWith(heads.get(0) + "/") ? path.substring(heads.get(0).length() + 1) : path);
        }
    }

    /** The path within the achievement; empty for another's. */
    private static Optional<String> within(String path, List<String> parts, String part) {
        if (parts.isEmpty() || !path.contains("/")) {
            return Optional.of(path);
        }
        var head = path.substring(0, path.indexOf('/'));
        return !Layout.isRank(head) ? Optional.of(path) : Layout.folderName(head).equals(part) ? Optional.of(path.substring(head.length() + 1)) : Optional.empty();
    }

    private static Map<Entry, Sorted> laid(Layout layout) {
        var laid = new HashMap<Entry, Sorted>();
        var unit = layout.top();
        unit.forms().forEach(each -> laid.put(each, laid(each, Place.FORM, "")));
        layout.summary().ifPresent(each -> laid.put(each, laid(each, Place.FORM, "")));
        unit.pictures.forEach(each -> laid.put(each, laid(each, Place.PICTURE, "")));
        unit.films.forEach(each -> laid.put(each, laid(each, Place.VIDEO, "")));
        unit.photos.forEach(each -> laid.put(each, laid(each, Place.PHOTO, "")));
        unit.attachments.forEach(each -> laid.put(each, laid(each, Place.ATTACHMENT, Layout.attachmentKind(each.name()))));
        layout.overview().ifPresent(each -> laid.put(each, none(each, Why.OVERVIEW)));
        layout.json().ifPresent(each -> laid.put(each, none(each, Why.OURS)));
        return laid;
    }

    private static Sorted laid(Entry entry, Place place, String kind) {
        return new Sorted(named(entry), place, kind, Why.LAYOUT);
    }

    private static Sorted none(Entry entry, Why why) {
        return new Sorted(named(entry), Place.NONE, "", why);
    }

    private static Named named(Entry entry) {
        return new Named(entry.path(), entry.size());
    }

    private static boolean junk(Named file) {
        return List.of(file.path().split("/")).stream().anyMatch(Names::junk);
    }

    private static Sorted sorted(Named file, Optional<Entry> mine, Map<Entry, Sorted> laid) {
        var known = junk(file) ? Optional.of(Why.JUNK) : marked(file.path()).or(() -> mine.isEmpty() ? Optional.of(Why.OTHER) : Optional.empty());
        if (known.isPresent()) {
            return new Sorted(file, Place.NONE, "", known.get());
        }
        var entry = mine.orElseThrow();
        var found = laid.containsKey(entry) ? laid.get(entry) : likely(entry);
        return new Sorted(file, found.place(), found.kind(), found.why());
    }

    /** Why its name alone keeps a file out, in whichever part of its path it says so: {@link Why#SECRET}, {@link Why#NOT_PUBLIC} or none. */
    public static Optional<Why> marked(String path) {
        var bare = bare(path);
        return MARK.matcher(bare).find() ? Optional.of(Why.SECRET) : notPublic(bare) ? Optional.of(Why.NOT_PUBLIC) : Optional.empty();
    }

    /** Whether words tell that they, or what lies with them, aren't public. */
    public static boolean notPublic(String words) {
        return NOT_PUBLIC.matcher(bare(words)).find();
    }

    /** Words as they look: without what nobody sees, and without blanks. */
    private static String bare(String words) {
        return SKIPPED.matcher(FileNames.folded(words)).replaceAll("");
    }

    private static Sorted likely(Entry entry) {
        var path = FileNames.folded(entry.path());
        var extension = FileNames.extension(entry.name());
        if (Layout.PAPERS.equals(Layout.folderName(path.split("/")[0]))) {
            return none(entry, Why.OURS);
        }
        if (Names.WORD.contains(extension) || Names.SHEETS.contains(extension)) {
            return SHEET.matcher(path).find() && Layout.known(entry.name()).isEmpty() ? sheet(entry, path) : new Sorted(named(entry), Place.FORM, "", Why.LIKELY);
        }
        if (Names.FILMS.contains(extension)) {
            return OVERVIEW.matcher(path).find() ? none(entry, Why.OVERVIEW) : new Sorted(named(entry), Place.VIDEO, "", Why.LIKELY);
        }
        if (Names.PICTURES.contains(extension)) {
            return picture(entry, path);
        }
        return extension.equals("pdf") || extension.equals("ofd") ? document(entry, path) : none(entry, Why.KIND);
    }

    private static Sorted sheet(Entry entry, String path) {
        return new Sorted(named(entry), Place.ATTACHMENT, Layout.attachmentKind(path), Why.LIKELY);
    }

    /** A scan of a paper is no picture for the board, wherever it lies. */
    private static Sorted picture(Entry entry, String path) {
        if (SHEET.matcher(path).find()) {
            return sheet(entry, path);
        }
        var place = OBJECT.matcher(path).find() ? Place.PHOTO : FIGURE.matcher(path).find() ? Place.FIGURE : PICTURE.matcher(path).find() ? Place.PICTURE : Place.ASKED;
        return new Sorted(named(entry), place, "", place == Place.ASKED ? Why.UNKNOWN : Why.LIKELY);
    }

    /** One of the call's forms as a PDF is the stamped one. */
    private static Sorted document(Entry entry, String path) {
        if (!Layout.known(entry.name()).isEmpty()) {
            return new Sorted(named(entry), Place.ATTACHMENT, "stamped", Why.LIKELY);
        }
        return SHEET.matcher(path).find() ? sheet(entry, path) : new Sorted(named(entry), Place.ASKED, "", Why.UNKNOWN);
    }
}

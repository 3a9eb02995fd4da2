package huizhan.folder;

import huizhan.call.Call;
import huizhan.folder.FolderReader.Look;
import huizhan.folder.Sorting.Named;
import huizhan.folder.Sorting.Sorted;
import huizhan.kernel.FileNames;
import huizhan.office.FormDocument;
import huizhan.office.OfficeForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A disc that was made by hand (B25), with names as people give them: what each file is for, by guess and then by the one who sorts, and
 * the folder of material that comes of it. Which form a Word file is, its content says.
 */
public final class HandMade {
    /** 成果一, 项目2, 第3项, 04-名称: which achievement a folder is about. */
    private static final Pattern RANKED = Pattern.compile("(?:成果|项目|序号|第|no\\.?)?0*(10|[1-9]|十|[一二三四五六七八九])(?![0-9年月]).*");
    private static final String DIGITS = "一二三四五六七八九十";
    private static final Map<FormDocument, String> FORMS = Map.of(FormDocument.BOARD_FORM, "board-form", FormDocument.STATEMENT, "statement", FormDocument.OBJECT_NOTE, "objects/note");

    private HandMade() {}

    /** What a file is for. */
    public enum Use {
        /** A form of an achievement in Word; which one, its content says. */
        FORM, PICTURE, VIDEO, PHOTO, ATTACHMENT,
        /** Annex 1, of the nomination. */
        SUMMARY,
        /** The department's film. */
        OVERVIEW,
        /** It isn't taken in. */
        NONE;

        /** Whether it is of the nomination and not of one achievement. */
        public boolean ofNomination() {
            return this == SUMMARY || this == OVERVIEW || this == NONE;
        }
    }

    /** @param rank of the achievement, from 1; 0 for what is the nomination's */
    public record Place(int rank, Use use) {}

    /** What the names tell; empty for a file of which they tell nothing, or not of which achievement it is. */
    public static Map<String, Optional<Place>> guess(List<Named> files) {
        var ranked = files.stream().collect(Collectors.toMap(each -> each, each -> new Named(normalized(each.path()), each.size()), (one, other) -> one, LinkedHashMap::new));
        var plain = Sorting.of(List.copyOf(ranked.values()), "");
        var guesses = new LinkedHashMap<String, Optional<Place>>();
        var plans = new HashMap<Integer, Map<Named, Sorted>>();
        ranked.forEach((file, normal) -> {
            int rank = rank(normal.path());
            var plan = plans.computeIfAbsent(rank > 0 && plain.parts().size() > 1 ? rank : 0,
                part -> sorted(part == 0 ? plain : Sorting.of(List.copyOf(ranked.values()), "%02d".formatted(part))));
            var found = Objects.requireNonNull(plan.get(normal));
            guesses.put(file.path(), place(found, rank > 0 ? rank : plain.parts().isEmpty() ? 1 : 0));
        });
        return guesses;
    }

    private static Map<Named, Sorted> sorted(Sorting.Plan plan) {
        return plan.files().stream().collect(Collectors.toMap(Sorted::file, each -> each, (one, other) -> one));
    }

    private static Optional<Place> place(Sorted sorted, int rank) {
        var name = FileNames.folded(sorted.file().path().substring(sorted.file().path().lastIndexOf('/') + 1));
        return switch (sorted.place()) {
            case FORM -> Layout.known(name).equals("summary") || name.contains("汇总") ? Optional.of(new Place(0, Use.SUMMARY)) : of(rank, Use.FORM);
            case PICTURE, FIGURE -> of(rank, Use.PICTURE);
            case VIDEO -> of(rank, Use.VIDEO);
            case PHOTO -> of(rank, Use.PHOTO);
            case ATTACHMENT -> annex(name, rank).or(() -> of(rank, Use.ATTACHMENT));
            case ASKED -> Optional.empty();
            case NONE -> switch (sorted.why()) {
                case OVERVIEW -> Optional.of(new Place(0, Use.OVERVIEW));
                case JUNK, OURS -> Optional.of(new Place(0, Use.NONE));
                default -> Optional.empty();
            };
        };
    }

    /** 附件1 and 附件2 are the annexes of the call, where they are Word or Excel. */
    private static Optional<Place> annex(String name, int rank) {
        if (!Layout.office(name) || FileNames.extension(name).isEmpty() || !name.matches("附件[12一二](?![0-9]).*")) return Optional.empty();
        return name.matches("附件[1一].*") ? Optional.of(new Place(0, Use.SUMMARY)) : of(rank, Use.FORM);
    }

    private static Optional<Place> of(int rank, Use use) {
        return rank > 0 ? Optional.of(new Place(rank, use)) : Optional.empty();
    }

    /** A path in which a folder that tells of which achievement it is is called by its number. */
    private static String normalized(String path) {
        var parts = path.replace('\\', '/').split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            int rank = ranked(parts[i]);
            if (rank > 0 && !Layout.isKnown(parts[i])) {
                parts[i] = "%02d".formatted(rank);
                break;
            }
        }
        return String.join("/", parts);
    }

    /** Of which achievement each path tells by its folders, 0 for none; a folder in which all of them lie tells nothing. */
    public static Map<String, Integer> ranks(List<String> paths) {
        var folders = paths.stream().map(each -> each.replace('\\', '/')).toList();
        int common = folders.stream().map(each -> each.lastIndexOf('/') + 1).min(Integer::compare).orElse(0);
        while (common > 0 && !alike(folders, common)) common = folders.get(0).lastIndexOf('/', common - 2) + 1;
        var ranks = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < paths.size(); i++) ranks.put(paths.get(i), rank(normalized(folders.get(i).substring(common))));
        return ranks;
    }

    private static boolean alike(List<String> paths, int length) {
        var first = paths.get(0).substring(0, Math.min(length, paths.get(0).length()));
        return first.endsWith("/") && paths.stream().allMatch(each -> each.startsWith(first));
    }

    private static int ranked(String folder) {
        var found = RANKED.matcher(FileNames.folded(folder));
        if (!found.matches()) return 0;
        int digit = DIGITS.indexOf(found.group(1));
        return digit >= 0 ? digit + 1 : Integer.parseInt(found.group(1));
    }

    private static int rank(String normalized) {
        for (var part : normalized.substring(0, Math.max(0, normalized.lastIndexOf('/'))).split("/")) {
            if (part.matches("[0-9]{2}")) return Integer.parseInt(part);
        }
        return 0;
    }

    /** Of a file that isn't taken in. */
    public static final Place NOWHERE = new Place(0, Use.NONE);

    /** Those whose content is an annex 1, whatever they were sorted as. */
    public static List<Lying> tables(List<Lying> files, Call call) {
        return files.stream().filter(each -> Layout.office(each.name()) && OfficeForm.read(each.source(), each.name(), call).document() == FormDocument.SUMMARY).toList();
    }

    /** The same files under one annex 1, which others don't contradict. */
    public static List<Lying> under(Lying table, List<Lying> files) {
        return Stream.concat(files.stream().filter(each -> !each.path().equals(table.path()) && each.place().use() != Use.SUMMARY),
            Stream.of(new Lying(table.path(), new Place(0, Use.SUMMARY), table.source(), table.size()))).toList();
    }

    /** A file with its place. */
    public record Lying(String path, Place place, Path source, long size) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** @param origins the path that each file had, by its path in the material */
    public record Read(Folder folder, Map<String, String> origins) {}

    /** The material of sorted files, with a finding for whatever could not be read or has no place. */
    public static Read read(List<Lying> files, Call call, Look look) throws FolderFault {
        var origins = new LinkedHashMap<String, String>();
        var entries = new ArrayList<Entry>();
        for (var file : files) {
            if (file.place().use() != Use.NONE) {
                var path = free(target(file, call), origins);
                origins.put(path, file.path());
                entries.add(new Entry(path, file.source(), file.size()));
            }
        }
        return new Read(FolderReader.read(Path.of(""), Inventory.of(entries), call, look), origins);
    }

    private static String target(Lying file, Call call) {
        var folder = "%02d/".formatted(file.place().rank());
        var extension = FileNames.extension(file.name());
        var dotted = extension.isEmpty() ? "" : "." + extension;
        return switch (file.place().use()) {
            case SUMMARY -> "summary" + dotted;
            case OVERVIEW -> "overview" + dotted;
            case PICTURE -> folder + "pictures/" + file.name();
            case VIDEO -> folder + "video/" + file.name();
            case PHOTO -> folder + "objects/" + file.name();
            case ATTACHMENT -> folder + "attachments/" + file.name();
            case FORM -> folder + Optional.ofNullable(FORMS.get(OfficeForm.read(file.source(), file.name(), call).document())).map(name -> name + dotted).orElse("unsorted/" + file.name());
            case NONE -> "unsorted/" + file.name();
        };
    }

    /** A second file of one name, or a second form of one kind, is kept beside the first, where a finding names it. */
    private static String free(String path, Map<String, String> taken) {
        var free = path;
        for (int i = 2; taken.containsKey(free); i++) {
            int point = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length();
            free = path.substring(0, point) + "-" + i + path.substring(point);
        }
        return free;
    }
}

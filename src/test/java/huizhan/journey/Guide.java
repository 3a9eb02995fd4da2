package huizhan.journey;

import huizhan.kernel.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One page of the guide as it is written: its pictures, its links, and what it quotes from the program's pages. */
record Guide(Path file, String text) {
    static final Path FOLDER = Path.of("docs/guide");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)]+)\\)");
    private static final Pattern QUOTED = Pattern.compile("(?s)\\*\\*(.+?)\\*\\*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static List<Guide> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(each -> each.toString().endsWith(".md")).sorted().map(Guide::read).toList();
        }
    }

    private static Guide read(Path file) {
        try {
            return new Guide(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way from the guide's folder to a picture. */
    static String picture(String name, Lang lang) {
        return "pictures/" + lang.name().toLowerCase(Locale.ROOT) + "/" + name + ".png";
    }

    String name() {
        return file.getFileName().toString();
    }

    boolean isIndex() {
        return name().equals("README.md");
    }

    Lang lang() {
        return name().endsWith(".zh-CN.md") ? Lang.ZH : Lang.EN;
    }

    List<String> pictures() {
        return found(PICTURE, 2);
    }

    /** What is said of a picture to whoever can't see it. */
    List<String> descriptions() {
        return found(PICTURE, 1);
    }

    /** Words in bold are words of the program's pages, and nothing else is in bold. */
    List<String> quoted() {
        return found(QUOTED, 1).stream().map(each -> each.replaceAll("\\s*\n\\s*", " ")).toList();
    }

    /** Links that lead nowhere. */
    List<String> astray() {
        return found(LINK, 1).stream().filter(each -> !each.startsWith("https://")).filter(each -> !leads(each)).toList();
    }

    private boolean leads(String link) {
        var parts = link.split("#", 2);
        var place = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return Files.exists(place) && (parts.length == 1 || read(place).anchors().contains(parts[1]));
    }

    /** Headings as a Markdown page makes places of them. */
    private List<String> anchors() {
        var anchors = new ArrayList<String>();
        found(HEADING, 1).forEach(heading -> anchors.add(heading.toLowerCase(Locale.ROOT).codePoints()
            .filter(each -> Character.isLetterOrDigit(each) || each == ' ' || each == '-' || each == '_')
            .mapToObj(each -> each == ' ' ? "-" : Character.toString(each)).collect(Collectors.joining())));
        return anchors;
    }

    private List<String> found(Pattern pattern, int group) {
        return pattern.matcher(text).results().map(each -> each.group(group)).toList();
    }
}

package huizhan.disc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code fetch.txt}: files that would have to come from a network (RFC 8493 section 2.2.3). They are never fetched here. */
final class FetchList {
    static final String FILE = "fetch.txt";
    private static final Pattern LINE = Pattern.compile("(\\S+)[ \t]+([0-9]+|-)[ \t]+(.+)");

    private FetchList() {}

    static List<Defect> defects(byte[] bytes, Declaration declaration, List<Manifest> payload) {
        var text = declaration.decoded(bytes);
        if (text.isEmpty()) {
            return List.of(DefectKind.MANIFEST_BYTES.at(FILE, declaration.charset()));
        }
        var defects = new ArrayList<Defect>();
        var lines = TagText.lines(text.get());
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), FILE + ":" + (i + 1), declaration, payload, defects);
        }
        return defects;
    }

    private static void line(String line, String place, Declaration declaration, List<Manifest> payload, List<Defect> defects) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            defects.add(DefectKind.FETCH_LINE.at(place, line));
            return;
        }
        var decoded = TagText.decoded(matcher.group(3), declaration);
        var path = decoded.startsWith("./") ? decoded.substring(2) : decoded;
        if (!path.startsWith("data/") || TagText.outOfScope(path)) {
            defects.add(DefectKind.FETCH_SCOPE.at(place, path));
            return;
        }
        for (var manifest : payload) {
            if (!manifest.digests().containsKey(path)) {
                defects.add(DefectKind.FETCH_UNLISTED.at(place, manifest.name(), path));
            }
        }
    }
}

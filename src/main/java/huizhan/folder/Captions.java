package huizhan.folder;

import huizhan.kernel.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which line of 展板照片 speaks of which picture: the one with its file name, else the one in its place. */
final class Captions {
    private final List<Map<String, String>> lines;

    Captions(List<Map<String, String>> lines) {
        this.lines = new ArrayList<>(lines);
    }

    /** The caption of each picture, in the order of the names; empty where the form has none. */
    List<String> of(List<String> names) {
        var captions = new ArrayList<String>();
        var left = new ArrayList<>(lines);
        for (var name : names) {
            var line = left.stream().filter(each -> names(each.getOrDefault("file", ""), name)).findFirst();
            line.ifPresent(left::remove);
            captions.add(line.map(each -> each.getOrDefault("caption", "")).orElse(null));
        }
        for (int i = 0; i < captions.size(); i++) {
            if (captions.get(i) == null) {
                boolean placed = i < lines.size() && left.contains(lines.get(i));
                captions.set(i, placed ? lines.get(i).getOrDefault("caption", "") : "");
            }
        }
        return captions;
    }

    /** A line names a picture with or without its extension; another name may follow in brackets. */
    private static boolean names(String written, String name) {
        var folded = FileNames.folded(written);
        var wanted = FileNames.folded(name);
        return !folded.isEmpty() && (folded.equals(wanted) || folded.equals(FileNames.stem(name)) || folded.startsWith(wanted)
                || folded.contains("(" + wanted + ")"));
    }
}

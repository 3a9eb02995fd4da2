package huizhan.disc;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code bag-info.txt} and what its {@code Payload-Oxum} promises (RFC 8493 section 2.2.2). */
final class BagInfo {
    static final String FILE = "bag-info.txt";
    private static final Pattern STRICT = Pattern.compile("([^:\\s]|[^:\\s][^:]*[^:\\s]):[ \t](.*)");
    private static final Pattern LOOSE = Pattern.compile("([^:]+):(.*)");
    private static final Pattern OXUM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

    private static final Pattern GROUP = Pattern.compile("(?m)^Bag-Group-Identifier: (.{1,200})$");
    private static final Pattern COUNT = Pattern.compile("(?m)^Bag-Count: ([0-9]{1,4}) of ([0-9]{1,4})$");
    private static final int MOST_BYTES = 1 << 20;

    private BagInfo() {}

    /** Which of how many discs a bag says it is (RFC 8493 section 2.2.2); empty where it doesn't, or can't be read. */
    static Optional<Plan.Group> group(Tree bag) {
        var text = text(bag);
        var group = GROUP.matcher(text);
        var count = COUNT.matcher(text);
        boolean told = group.find() && count.find();
        int number = told ? Integer.parseInt(count.group(1)) : 0;
        return number > 0 && number <= Integer.parseInt(count.group(2)) ? Optional.of(new Plan.Group(group.group(1), number, Integer.parseInt(count.group(2)))) : Optional.empty();
    }

    /** What an element says; empty where it isn't there. */
    static Optional<String> value(Tree bag, String label) {
        return text(bag).lines().filter(line -> line.startsWith(label + ": ")).map(line -> line.substring(label.length() + 2)).findFirst();
    }

    private static String text(Tree bag) {
        var file = bag.files().stream().filter(each -> each.path().equals(FILE) && each.size() <= MOST_BYTES).findFirst();
        if (file.isEmpty()) {
            return "";
        }
        try (var in = Channels.newInputStream(bag.open(file.get()))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** @param actual octets and count of the payload as it was found */
    static List<Defect> defects(byte[] bytes, Declaration declaration, Profile profile, String actual) {
        var text = declaration.decoded(bytes);
        if (text.isEmpty()) {
            return List.of(DefectKind.MANIFEST_BYTES.at(FILE, declaration.charset()));
        }
        var defects = new ArrayList<Defect>();
        boolean promised = false;
        var lines = TagText.lines(text.get());
        for (int i = 0; i < lines.size(); i++) {
            boolean continued = i > 0 && (lines.get(i).startsWith(" ") || lines.get(i).startsWith("\t"));
            if (!continued) {
                promised |= line(lines.get(i), FILE + ":" + (i + 1), declaration, profile, actual, defects);
            }
        }
        if (!promised && profile == Profile.HUIZHAN) {
            defects.add(DefectKind.OXUM_MISSING.at(FILE));
        }
        return defects;
    }

    /** One element; answers whether it is the Payload-Oxum. */
    private static boolean line(String line, String place, Declaration declaration, Profile profile, String actual, List<Defect> defects) {
        var parts = LOOSE.matcher(line);
        if (!STRICT.matcher(line).matches() && (declaration.atLeastOne() || !parts.matches())) {
            defects.add(profile == Profile.HUIZHAN ? DefectKind.INFO_LINE.at(place, line) : DefectKind.INFO_LINE.warning(place, line));
        }
        boolean oxum = parts.matches() && parts.group(1).strip().equalsIgnoreCase("Payload-Oxum");
        if (oxum) {
            defects.addAll(oxum(parts.group(2).strip(), place, actual));
        }
        return oxum;
    }

    private static List<Defect> oxum(String value, String place, String actual) {
        var matcher = OXUM.matcher(value);
        if (!matcher.matches()) {
            return List.of(DefectKind.OXUM_MALFORMED.at(place, value));
        }
        var promised = Long.parseLong(matcher.group(1)) + "." + Long.parseLong(matcher.group(2));
        return promised.equals(actual) ? List.of() : List.of(DefectKind.OXUM_MISMATCH.at(place, promised, actual));
    }
}

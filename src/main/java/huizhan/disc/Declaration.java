package huizhan.disc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code bagit.txt}: which version of BagIt a bag follows and how its tag files are encoded (RFC 8493 section 2.1.1). */
record Declaration(String version, Charset charset, List<Defect> defects) {
    static final String FILE = "bagit.txt";
    private static final Set<String> KNOWN = Set.of("0.93", "0.94", "0.95", "0.96", "0.97", "1.0");
    private static final Pattern VERSION = Pattern.compile("BagIt-Version: ([0-9]+\\.[0-9]+)");
    private static final Pattern ENCODING = Pattern.compile("Tag-File-Character-Encoding: (\\S+)");

    /** What the rest of a bag is read with when it has no readable declaration. */
    static Declaration missing() {
        return new Declaration("1.0", StandardCharsets.UTF_8, List.of(DefectKind.BAGIT_MISSING.at(FILE)));
    }

    /** Of a disc of ours, which was held to it. */
    static Declaration ours() {
        return new Declaration("1.0", StandardCharsets.UTF_8, List.of());
    }

    static Declaration read(byte[] bytes, Profile profile) {
        var defects = new ArrayList<Defect>();
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            defects.add(DefectKind.BAGIT_BOM.at(FILE));
            text = text.substring(1);
        }
        var lines = TagText.lines(text);
        var version = lines.isEmpty() ? VERSION.matcher("") : VERSION.matcher(lines.get(0));
        var encoding = lines.size() < 2 ? ENCODING.matcher("") : ENCODING.matcher(lines.get(1));
        if (!version.matches() | !encoding.matches() | lines.size() != 2) {
            defects.add(DefectKind.BAGIT_MALFORMED.at(FILE, String.join(" ⏎ ", lines)));
        }
        return new Declaration(version(version, profile, defects), charset(encoding, profile, defects), defects);
    }

    private static String version(java.util.regex.Matcher matcher, Profile profile, List<Defect> defects) {
        if (!matcher.matches()) {
            return "1.0";
        }
        var version = matcher.group(1);
        if (!KNOWN.contains(version) || profile == Profile.HUIZHAN && !version.equals("1.0")) {
            defects.add(DefectKind.BAGIT_VERSION.at(FILE, version));
        }
        return version;
    }

    private static Charset charset(java.util.regex.Matcher matcher, Profile profile, List<Defect> defects) {
        if (!matcher.matches()) {
            return StandardCharsets.UTF_8;
        }
        var name = matcher.group(1);
        try {
            if (profile == Profile.BAGIT || name.equals("UTF-8")) {
                return Charset.forName(name);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        defects.add(DefectKind.BAGIT_ENCODING.at(FILE, name));
        return StandardCharsets.UTF_8;
    }

    boolean atLeastOne() {
        return !version.startsWith("0.");
    }

    /** The text of a tag file, or nothing if its bytes are no text of this encoding. */
    Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

package huizhan.rules;

import huizhan.call.Call;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.GrantedException;
import huizhan.material.Material;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The clauses of the call as one list. Add a line, and the checklist, the sign-off, the command line and the tests follow. */
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new Rule("A1.kind", Kinds::kind),
            new Rule("A1.sections", Kinds::sections),
            new Rule("A2.direction", Kinds::direction),
            new Rule("A3.limit", Order::limit),
            new Rule("A3.order", Order::order),
            new Rule("A4.disclosure", Openness::disclosure),
            new Rule("A4.zone", Openness::zone),
            new Rule("A4.mark", Openness::mark),
            new Rule("A4.opinion", Openness::opinion),
            new Rule("A5.length", Lengths::statement),
            new Rule("A6.count", Pictures::count),
            new Rule("A6.size", Pictures::size),
            new Rule("A6.size-note", Pictures::sizeNote),
            new Rule("A6.image", Pictures::image),
            new Rule("A6.extension", Pictures::extension),
            new Rule("A6.pixels", Pictures::pixels),
            new Rule("A6.upscaled", Pictures::upscaled),
            new Rule("A6.padded", Pictures::padded),
            new Rule("A6.duplicate", Pictures::duplicate),
            new Rule("A6.caption", Pictures::caption),
            new Rule("A7.required", BoardForm::required),
            new Rule("A7.field", BoardForm::field),
            new Rule("A7.country", BoardForm::country),
            new Rule("A7.nature", BoardForm::nature),
            new Rule("A8.length", Lengths::boardText),
            new Rule("A9.object", Objects::object),
            new Rule("A9.photo", Objects::photo),
            new Rule("A9.box", Objects::box),
            new Rule("A10.video", Films::film),
            new Rule("A10.duration", Films::duration),
            new Rule("A10.definition", Films::definition),
            new Rule("A10.overview", Films::overview),
            new Rule("A10.missing", Films::missing),
            new Rule("A10.box", Films::box),
            new Rule("A10.sound", Films::sound),
            new Rule("A11.required", SummaryTable::required),
            new Rule("A11.forms", SummaryTable::forms),
            new Rule("A11.head", SummaryTable::head),
            new Rule("A12.file", Packing::missingFile),
            new Rule("A12.unnamed", Packing::unnamedFile),
            new Rule("form.read", Forms::unread),
            new Rule("form.disagree", Forms::disagreement),
            new Rule("form.glyph", Forms::glyph));

    private static final String SECRECY = "A4.";

    /** Those of them that the organizer may be asked to pass (B24). */
    public static final List<String> ON_REQUEST = List.of("A3.limit", "A5.length", "A6.count", "A6.size", "A8.length", "A9.object", "A9.photo",
            "A10.duration", "A10.missing");

    private Rules() {}

    /** Everything that is to be said of a material, never just the first, in the order of the material; exceptions make errors warnings (B24), but never those of disclosure and secrecy (A4). */
    public static List<Finding> findings(Material material, Call call, Optional<Zone> zone) {
        return ALL.stream()
                .flatMap(rule -> rule.check().findings(material, call, zone).stream())
                .map(finding -> excepted(finding, material))
                .sorted(new InOrderOf(material))
                .toList();
    }

    private static Finding excepted(Finding finding, Material material) {
        if (!finding.stops()) return finding;
        return material.exceptions().stream().filter(each -> grants(each, finding, material)).findFirst().map(finding::excepted).orElse(finding);
    }

    /** Whether an exception is about what a finding says. */
    public static boolean grants(GrantedException exception, Finding finding, Material material) {
        if (finding.rule().startsWith(SECRECY) || !exception.rule().equals(finding.rule()) || exception.reason().isBlank()) {
            return false;
        }
        return exception.item().isEmpty() || exception.item().equals(finding.subject()) || exception.item().equals(finding.place().folder())
                || keys(finding, material).contains(exception.item());
    }

    /** Whether the organizer may be asked to pass a rule: what neither typing nor choosing another file can mend, and never what keeps a secret (A4). */
    public static boolean onRequest(String rule) {
        return ON_REQUEST.contains(rule);
    }

    /** What a rule that may be asked to be passed is called, where there is no finding to speak for it. */
    public static Text title(String rule) {
        return Sentences.title(rule);
    }

    /**
     * What a finding is about, under a name that no ranking changes: {@code ACHIEVEMENT/SHA-256} for one of its files, the achievement's
     * id for anything else in it, the digest alone for a file of the nomination itself; empty for the nomination.
     */
    public static String item(Finding finding, Material material) {
        var keys = keys(finding, material);
        return keys.isEmpty() ? "" : keys.get(0);
    }

    /** All of those names, the narrowest first. */
    private static List<String> keys(Finding finding, Material material) {
        var id = material.achievements().stream().filter(each -> each.folder().equals(finding.place().folder())).findFirst().flatMap(Achievement::id)
                .map(UUID::toString);
        var file = material.file(finding.subject()).flatMap(FileFacts::sha256).map(Sha256::hex);
        return Stream.of(id.flatMap(own -> file.map(digest -> own + "/" + digest)), id, file).flatMap(Optional::stream).toList();
    }
}

package huizhan.rules;

import huizhan.kernel.Lang;
import huizhan.material.GrantedException;
import java.util.List;
import java.util.Optional;

/**
 * One result of checking a material (检查结果). It carries no sentence but what a sentence needs, and is rendered in the reader's language.
 *
 * @param rule     the rule's id, e.g. {@code A6.size}
 * @param variant  which of the rule's sentences, empty for its only one
 * @param subject  what it is about: a file's path, {@code 01#field.id}, a folder, or {@code nomination}
 * @param place    where to mend it
 * @param arguments what the sentence names, in its order
 * @param exception by which an error has become a warning (B24)
 */
public record Finding(String rule, String variant, Severity severity, String subject, Place place, List<Object> arguments,
                      Optional<GrantedException> exception) {

    Finding(String rule, String variant, Severity severity, String subject, Place place, List<Object> arguments) {
        this(rule, variant, severity, subject, place, arguments, Optional.empty());
    }

    /**
     * Where on the form a finding is mended (B6).
     *
     * @param folder the achievement's folder, empty for the nomination itself
     * @param slot   a field's id, or pictures, video, objects, attachments, disclosure, statement, list, overview
     * @param index  which of several, from 0; -1 where it is about all of them
     */
    public record Place(String folder, String slot, int index) {}

    public boolean stops() {
        return severity == Severity.ERROR;
    }

    /** What is wrong. */
    public String message(Lang lang) {
        return Sentences.message(this, lang);
    }

    /** How to mend it. */
    public String remedy(Lang lang) {
        return Sentences.remedy(this, lang);
    }

    Finding excepted(GrantedException by) {
        return new Finding(rule, variant, Severity.WARNING, subject, place, arguments, Optional.of(by));
    }
}

package huizhan.opening;

import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.rules.SecrecyMark;
import java.util.Optional;

/**
 * What a person typed where a few sentences are asked for.
 *
 * @param text    without what has no shape
 * @param refusal why it can't be kept and what to do; empty where it can
 */
public record Typed(String text, Optional<Text> refusal) {
    /** Room enough to say why, in characters. */
    public static final int REASON = 500;

    /**
     * @param longest in characters
     * @param missing what is said where nothing was typed
     */
    public static Typed of(String raw, int longest, Text missing) {
        var text = Plain.text(raw).strip();
        if (text.isEmpty()) return new Typed(text, Optional.of(missing));
        return optional(text, longest);
    }

    /** The same, where nothing need be typed. */
    public static Typed optional(String raw, int longest) {
        var text = Plain.text(raw).strip();
        if (text.codePointCount(0, text.length()) > longest) {
            return new Typed(text, Optional.of(new Text("最多 %d 个字符，请缩短。".formatted(longest), "At most %d characters; please shorten it.".formatted(longest))));
        }
        return new Typed(text, mark(text));
    }

    /** Why a text can't be kept that carries a secrecy mark (A4, C7); empty where it carries none. */
    public static Optional<Text> mark(String text) {
        return SecrecyMark.in(text).map(Typed::marked);
    }

    private static Text marked(String mark) {
        return new Text("这里有密级标志“%s”，没有保存。本系统不处理国家秘密，请交本单位保密部门。".formatted(mark),
            "This carries the secrecy mark “%s” and was not saved. State secrets must not enter this system; turn to your confidentiality office.".formatted(mark));
    }
}

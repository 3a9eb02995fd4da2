package huizhan.achievement;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Texts;

/** The module's sentences in both languages at once, for answers that don't know their reader. */
final class Words {
    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    Text say(String key, Object... arguments) {
        return new Text(texts.in(Lang.ZH, "achievement." + key, arguments), texts.in(Lang.EN, "achievement." + key, arguments));
    }
}

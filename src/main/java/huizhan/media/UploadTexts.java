package huizhan.media;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** This module's sentences, from the same files that its pages use. */
final class UploadTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle ZH = ResourceBundle.getBundle("messages/media", Locale.ROOT, NO_FALLBACK);
    private static final ResourceBundle EN = ResourceBundle.getBundle("messages/media", Locale.ENGLISH, NO_FALLBACK);

    private UploadTexts() {}

    static Text text(String key, Object... arguments) {
        return new Text(format(ZH, Lang.ZH, key, arguments), format(EN, Lang.EN, key, arguments));
    }

    private static String format(ResourceBundle bundle, Lang lang, String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key).replace("'", "''"), lang.locale()).format(arguments);
    }
}

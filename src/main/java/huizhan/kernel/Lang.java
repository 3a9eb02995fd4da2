package huizhan.kernel;

import java.util.Locale;

/** The two languages of the product, Chinese first (B1). */
public enum Lang {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN"), EN(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String tag;

    Lang(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The language tag (BCP 47) for {@code lang} attributes. */
    public String tag() {
        return tag;
    }

    public static Lang of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }
}

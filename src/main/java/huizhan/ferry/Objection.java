package huizhan.ferry;

import huizhan.disc.Defect;
import huizhan.disc.FerryList;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;

/**
 * One reason why discs are not taken in.
 *
 * @param code  a defect's of {@code docs/disc-format.md}, or one that begins with {@code import.}
 * @param place the disc, and where on it
 * @param text  what is wrong and how to mend it
 */
public record Objection(String code, String place, Text text) {

    static Objection of(String disc, Defect defect) {
        return new Objection(defect.code(), disc + " · " + defect.place(), defect.message().and(defect.remedy()));
    }

    /** Of several discs together; the place tells which. */
    static Objection of(Defect defect) {
        return new Objection(defect.code(), defect.place(), defect.message().and(defect.remedy()));
    }

    /** The same, told of one nomination of a ferry. */
    Objection of(FerryList.Nomination nomination) {
        return new Objection(code, nomination.department() + " " + nomination.receipt() + (place.isEmpty() ? "" : " · " + place), text);
    }

    public String line(Lang lang) {
        return (lang == Lang.ZH ? "错误 [" : "error [") + code + "] " + place + (lang == Lang.ZH ? "：" : ": ") + text.in(lang);
    }
}

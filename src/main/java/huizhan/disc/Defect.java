package huizhan.disc;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;

/**
 * One thing that is wrong with a disc or with the plan for one.
 *
 * @param code     stable name of the kind of defect; {@code docs/disc-format.md} lists them all
 * @param severity an error makes the answer "no"; a warning doesn't
 * @param place    the file, the line of a manifest, or the sector and byte in the image
 */
public record Defect(String code, Severity severity, String place, Text message, Text remedy) {

    public enum Severity { ERROR, WARNING }

    public boolean stops() {
        return severity == Severity.ERROR;
    }

    Defect asWarning() {
        return new Defect(code, Severity.WARNING, place, message, remedy);
    }

    /** The same defect at a place inside another. */
    Defect in(String outer) {
        return new Defect(code, severity, outer + place, message, remedy);
    }

    /** One line for a person: place, what is wrong, what to do. */
    public String line(Lang lang) {
        var mark = lang == Lang.ZH ? (stops() ? "错误" : "提醒") : (stops() ? "error" : "warning");
        var colon = lang == Lang.ZH ? "：" : ": ";
        var gap = lang == Lang.ZH ? "" : " ";
        return mark + " [" + code + "] " + place + colon + message.in(lang) + gap + remedy.in(lang);
    }
}

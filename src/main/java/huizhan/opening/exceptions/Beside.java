package huizhan.opening.exceptions;

import huizhan.kernel.Lang;
import huizhan.material.Material;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.web.Texts;
import java.util.List;

/** Says of each finding whether an exception was granted, refused, asked for, or can be asked for. */
public final class Beside {
    private final List<ExceptionRequest> requests;
    private final boolean open;
    private final Texts texts;
    private final Lang lang;

    /** @param open whether anything can still be asked for */
    Beside(List<ExceptionRequest> requests, boolean open, Texts texts, Lang lang) {
        this.requests = requests;
        this.open = open;
        this.texts = texts;
        this.lang = lang;
    }

    /** @param address of the page on which one asks about this material */
    public Remark of(Finding finding, Material material, String address) {
        if (finding.exception().isPresent()) return new Remark("", say("granted", finding.exception().get().reason()));
        if (!finding.stops() || !Rules.onRequest(finding.rule())) return Remark.NONE;
        var item = Rules.item(finding, material);
        var last = requests.stream().filter(each -> each.what().rule().equals(finding.rule()) && each.what().item().equals(item)).findFirst();
        if (last.filter(ExceptionRequest::waits).isPresent()) return new Remark("", say("waits"));
        var refused = last.flatMap(ExceptionRequest::answer).filter(answer -> !answer.granted()).map(answer -> say("refused", answer.word())).orElse("");
        return new Remark(open ? address + "?rule=" + finding.rule() + "&item=" + item : "", refused);
    }

    private String say(String key, Object... arguments) {
        return texts.in(lang, "opening.exception." + key, arguments);
    }
}

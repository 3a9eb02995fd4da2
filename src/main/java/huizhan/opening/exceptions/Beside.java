package huizhan.opening.exceptions;

import huizhan.kernel.Lang;
import huizhan.material.Material;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.web.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Says of each finding whether an exception was granted, revoked, refused, asked for, or can be asked for. */
public final class Beside {
    private final Supplier<List<ExceptionRequest>> requests;
    private final Supplier<List<Grant>> revoked;
    private final boolean open;
    private final Texts texts;
    private final Lang lang;

    /**
     * @param requests the newest first; asked for once, and only where a finding can be lifted
     * @param revoked  the last revoked first; likewise
     * @param open     whether anything can still be asked for
     */
    Beside(Supplier<List<ExceptionRequest>> requests, Supplier<List<Grant>> revoked, boolean open, Texts texts, Lang lang) {
        this.requests = SingletonSupplier.of(requests);
        this.revoked = SingletonSupplier.of(revoked);
        this.open = open;
        this.texts = texts;
        this.lang = lang;
    }

    /** @param address of the page on which one asks about this material */
    public Remark of(Finding finding, Material material, String address) {
        if (finding.exception().isPresent()) return new Remark("", say("granted", finding.exception().get().reason()));
        if (!finding.stops() || !Rules.onRequest(finding.rule())) return Remark.NONE;
        var item = Rules.item(finding, material);
        var last = requests.get().stream().filter(each -> each.what().rule().equals(finding.rule()) && each.what().item().equals(item)).findFirst();
        if (last.filter(ExceptionRequest::waits).isPresent()) return new Remark("", say("waits"));
        return new Remark(open ? address + "?rule=" + finding.rule() + "&item=" + item : "", lastWord(finding, material, last.flatMap(ExceptionRequest::answer)));
    }

    /** What the organizer said last of a finding that nothing lifts. */
    private String lastWord(Finding finding, Material material, Optional<ExceptionRequest.Answer> answer) {
        var refused = answer.filter(each -> !each.granted());
        var back = revoked.get().stream().filter(each -> Rules.grants(each.exception(), finding, material)).findFirst().flatMap(Grant::revocation)
            .filter(each -> refused.filter(later -> later.at().isAfter(each.at())).isEmpty());
        return back.map(each -> say("revoked", each.reason())).or(() -> refused.map(each -> say("refused", each.word()))).orElse("");
    }

    private String say(String key, Object... arguments) {
        return texts.in(lang, "opening.exception." + key, arguments);
    }
}

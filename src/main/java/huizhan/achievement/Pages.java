package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.ModelAndView;

/** The page of one achievement, as more than one handler answers with it. */
final class Pages {
    /** Under which stands what is said of a step; all else is said of fields. */
    static final String STEP = "main";
    private final Guard guard;
    private final Drafts drafts;
    private final PageMaker maker;
    private final PagePrints prints;
    private final ChainMaker chains;
    private final TransactionOperations reading;

    /** @param reading one connection for a whole page; on SQLite that is one state of the database too */
    Pages(Guard guard, Drafts drafts, PageMaker maker, PagePrints prints, ChainMaker chains, TransactionOperations reading) {
        this.chains = chains;
        this.reading = reading;
        this.guard = guard;
        this.drafts = drafts;
        this.maker = maker;
        this.prints = prints;
    }

    Draft draft(Actor me, UUID id) {
        return drafts.of(guard.see(me, id));
    }

    ModelAndView page(Actor me, UUID id, Lang lang) {
        var page = reading.execute(status -> guard.find(me, id).map(entry -> page(me, drafts.of(entry), Map.of(), lang)).orElse(null));
        return page == null ? page(me, draft(me, id), Map.of(), lang) : page;
    }

    private ModelAndView page(Actor me, Draft draft, Map<String, String> why, Lang lang) {
        return new ModelAndView(prints.page(maker.page(me, draft, lang), chains.of(me, draft, lang), why));
    }

    /** The same page after a refusal: what was typed stands in it, and above it why it wasn't kept. */
    ModelAndView refused(Actor me, Draft typed, Map<String, String> why, Lang lang) {
        var page = page(me, typed, why, lang);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    ModelAndView refused(Actor me, UUID id, String why, Lang lang) {
        return refused(me, draft(me, id), Map.of(STEP, why), lang);
    }

    /** The inside of a section with files. */
    ModelAndView slot(Actor me, UUID id, String section, Lang lang) {
        return new ModelAndView(prints.part(prints.slot(section, maker.page(me, draft(me, id), lang))));
    }

    ModelAndView findings(Actor me, UUID id, Lang lang) {
        return new ModelAndView(prints.part(prints.findings(maker.checklist(me, draft(me, id), lang))));
    }

    ModelAndView statement(Actor me, UUID id, Lang lang) {
        return new ModelAndView(prints.part(prints.statement(maker.page(me, draft(me, id), lang), Map.of())));
    }

    /** The body to which a unit's person hands over, by name; empty where it goes straight to the department. */
    Optional<String> between(Actor me) {
        return me.unit().flatMap(unit -> maker.names().between(me.owner(), unit)).map(maker.names().bodies(me.owner())::get);
    }

    PageMaker maker() {
        return maker;
    }
}

package huizhan.desk;

import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.keys.PublicKeys;
import huizhan.kit.Kit;
import huizhan.web.Dates;
import java.util.List;
import java.util.Optional;

/**
 * The desk's page, {@code templates/desk/page.html}.
 *
 * @param settled whether the desk has its place; before that it asks for a kit, or for who works here
 * @param data    where everything lies
 * @param defects why a kit was refused
 */
record DeskPage(boolean settled, Optional<Shown> kit, String data, boolean department, List<String> defects) {

    /** @param unit its name; empty in a department's kit */
    record Shown(String department, String unit, Card organizer, Optional<Card> addressee, String made, String until, int exceptions) {

        static Shown of(Kit kit, Lang lang) {
            return new Shown(kit.department().name().in(lang), kit.unit().map(Kit.ForUnit::name).orElse(""), Card.of(kit.organizer()),
                kit.unit().map(unit -> Card.of(unit.department())), Dates.moment(lang, kit.made()), kit.permit().map(permit -> Dates.moment(lang, Dates.last(permit.until()))).orElse(""), kit.exceptions().size());
        }
    }

    record Card(String holder, String id, String fingerprint) {
        static Card of(PublicKeys keys) {
            return new Card(Plain.line(keys.holder()), keys.id(), keys.fingerprint().grouped());
        }
    }

    /** Which of its three faces it shows: the end of the keys of its words. */
    public String step() {
        if (settled) return "settled";
        return kit.isPresent() ? "place" : "kit";
    }
}

package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ticked boxes and typed choices: {@code ☑实物 □模型}, {@code √政府间}, {@code 生命科学技术；其它}. */
final class Boxes {
    private static final String TICKED = "☑√✓✔■☒●◉▣⊠◼⬛✅⦿";
    private static final String EMPTY = "□☐○◻▢◯❑❏▯⬜";

    /**
     * @param codes  what was chosen, in the call's order
     * @param rest   what follows the last label (其他：…), without its colon
     * @param strange what else stands between boxes and labels
     * @param unread something stands there and nothing was understood, or only a part of it
     */
    record Choices(List<String> codes, String rest, String strange, boolean unread) {}

    private Boxes() {}

    static Choices read(String text, Call call, String list) {
        var choices = call.choices(list);
        boolean drawn = text.chars().anyMatch(c -> TICKED.indexOf(c) >= 0 || EMPTY.indexOf(c) >= 0);
        if (text.isBlank()) {
            return new Choices(List.of(), "", "", false);
        }
        return drawn ? drawn(text, choices) : typed(text, choices);
    }

    private record Place(Choice choice, int from, int to) {}

    private static Choices drawn(String text, List<Choice> choices) {
        var places = places(text, choices);
        var chosen = new LinkedHashSet<String>();
        int before = 0;
        boolean ahead = places.isEmpty() || places.get(0).from() > 0 && marks(text, 0, places.get(0).from());
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            int next = i + 1 < places.size() ? places.get(i + 1).from() : text.length();
            boolean own = ahead ? ticked(text, behindLabel(text, before, place.from()), place.from()) : ticked(text, place.to(), next);
            boolean late = ahead && place.to() < text.length() && TICKED.indexOf(text.charAt(place.to())) >= 0 && emptyFollows(text, place.to() + 1, next);
            if (own || late) {
                chosen.add(place.choice().code());
            }
            before = place.to();
        }
        int end = places.isEmpty() ? 0 : places.get(places.size() - 1).to();
        return new Choices(ordered(chosen, choices), rest(text.substring(end)), strange(text, places), places.isEmpty());
    }

    private static String strange(String text, List<Place> places) {
        var strange = new StringBuilder();
        int before = 0;
        for (var place : places) {
            strange.append(' ').append(text, before, place.from());
            before = place.to();
        }
        var words = strange.toString().replaceAll("[" + TICKED + EMPTY + "\uFE0F_＿]", " ").strip();
        return Fold.of(words).isEmpty() ? "" : words;
    }

    /** A tick right behind a label, with a box before the next label, belongs to the label before it. */
    private static int behindLabel(String text, int from, int to) {
        return from > 0 && from < to && TICKED.indexOf(text.charAt(from)) >= 0 && emptyFollows(text, from + 1, to) ? from + 1 : from;
    }

    private static boolean emptyFollows(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> EMPTY.indexOf(c) >= 0);
    }

    private static boolean marks(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> TICKED.indexOf(c) >= 0 || EMPTY.indexOf(c) >= 0);
    }

    private static boolean ticked(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> TICKED.indexOf(c) >= 0);
    }

    /** Each label where it stands; of two that begin at one place the longer (非公开 holds 公开). */
    private static List<Place> places(String text, List<Choice> choices) {
        var places = new ArrayList<Place>();
        for (int at = 0; at < text.length(); ) {
            Place best = null;
            for (var choice : choices) {
                int end = Fold.after(text.substring(at), Fold.of(choice.label().zh()));
                if (end > 0 && !Fold.of(text.substring(at, at + 1)).isEmpty() && (best == null || at + end > best.to())) {
                    best = new Place(choice, at, at + end);
                }
            }
            if (best != null) {
                places.add(best);
            }
            at = best == null ? at + 1 : best.to();
        }
        return places;
    }

    /** Labels without boxes: all that are named are meant, and nothing else may stand there but what follows the last one's colon. */
    private static Choices typed(String text, List<Choice> choices) {
        var chosen = new LinkedHashSet<String>();
        var strange = new StringBuilder();
        int before = 0;
        for (var place : places(text, choices)) {
            strange.append(text, before, place.from());
            chosen.add(place.choice().code());
            before = place.to();
        }
        int colon = Fold.afterColon(text, before);
        var rest = !chosen.isEmpty() && colon > before ? rest(text.substring(colon)) : "";
        strange.append(rest.isEmpty() ? text.substring(before) : "");
        return new Choices(ordered(chosen, choices), rest, "", !Fold.of(strange.toString()).isEmpty());
    }

    private static String rest(String text) {
        return text.replaceFirst("^[\\s\\u3000]*[：:]?", "").replaceAll("[_＿" + TICKED + EMPTY + "\uFE0F]+", "").strip();
    }

    private static List<String> ordered(Set<String> chosen, List<Choice> choices) {
        return choices.stream().map(Choice::code).filter(chosen::contains).toList();
    }
}

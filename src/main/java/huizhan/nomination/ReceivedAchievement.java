package huizhan.nomination;

import huizhan.call.Call;
import huizhan.call.Choice;
import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One line of a sign-off as the organizer's list shows it (B10); of a stub there are rank and disclosure only (A4).
 *
 * @param directions the main one first
 */
record ReceivedAchievement(UUID id, int rank, Disclosure disclosure, String name, String undertaker, String foreignPartner, String kind,
                           List<String> directions, List<String> fields, List<String> forms) {
    /** After every name that there is. */
    private static final String LAST = "zz";
    private static final int LONGEST = 80;

    static ReceivedAchievement of(Achievement from) {
        var values = from.values();
        return new ReceivedAchievement(from.id().orElseThrow(), from.rank().orElse(0), Disclosure.of(from.disclosure()).orElse(Disclosure.NON_PUBLIC),
            from.name(), values.text("undertaker"), values.text("foreignPartner"), values.text("kind"), values.codes("directions"),
            values.codes("board.fields"), values.codes("exhibitForms"));
    }

    boolean stub() {
        return name.isEmpty();
    }

    /** What a search looks at: case and width don't matter. */
    String words() {
        return folded(String.join("\n", name, undertaker, foreignPartner));
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Sorts names as a Chinese dictionary does, in any engine. */
    String nameOrder() {
        if (stub()) {
            return LAST;
        }
        var beginning = name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))));
        return HexFormat.of().formatHex(Collator.getInstance(Locale.CHINA).getCollationKey(beginning).toByteArray());
    }

    int kindOrder(Call call) {
        return place(call.kinds().stream().map(each -> each.code()).toList(), List.of(kind));
    }

    int directionOrder(Call call) {
        return place(codes(call, "directions"), directions.stream().limit(1).toList());
    }

    /** By the form that stands first on the annex. */
    int formOrder(Call call) {
        return place(codes(call, "exhibit-forms"), forms);
    }

    private static List<String> codes(Call call, String list) {
        return call.choices(list).stream().map(Choice::code).toList();
    }

    private static int place(List<String> all, List<String> chosen) {
        return chosen.stream().map(all::indexOf).filter(each -> each >= 0).min(Comparator.naturalOrder()).orElse(all.size());
    }
}

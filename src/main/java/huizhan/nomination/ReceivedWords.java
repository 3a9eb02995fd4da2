package huizhan.nomination;

import huizhan.call.Call;
import huizhan.call.Choice;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call's words for what the list of all achievements shows and narrows by, in one language. */
record ReceivedWords(Map<String, List<Option>> lists, Map<String, Map<String, String>> words, String comma) {

    /** One of a list, as a page offers it. */
    record Option(String code, String label) {}

    /**
     * One thing to narrow by.
     *
     * @param chosen a code, or empty
     */
    record Choices(String name, String chosen, List<Option> options) {}

    static ReceivedWords of(Call call, Lang lang) {
        var lists = Stream.of("directions", "exhibit-forms", "kinds", "fields", "disclosure")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), list -> options(call, list, lang).toList()));
        var words = lists.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
            list -> list.getValue().stream().collect(Collectors.toUnmodifiableMap(Option::code, Option::label))));
        return new ReceivedWords(lists, words, lang == Lang.ZH ? "、" : ", ");
    }

    private static Stream<Option> options(Call call, String list, Lang lang) {
        return switch (list) {
            case "kinds" -> call.kinds().stream().map(each -> option(each.code(), each.label(), lang));
            case "disclosure" -> Stream.of(Disclosure.values()).map(each -> option(each.code(), each.label(), lang));
            default -> call.choices(list).stream().map((Choice each) -> option(each.code(), each.label(), lang));
        };
    }

    private static Option option(String code, Text label, Lang lang) {
        return new Option(code, label.in(lang));
    }

    /** What a list offers; a code that it doesn't have chooses none. */
    Choices choices(String name, String chosen, String list) {
        return new Choices(name, words.getOrDefault(list, Map.of()).containsKey(chosen) ? chosen : "", lists.getOrDefault(list, List.of()));
    }

    /** A code's word; a code that the call doesn't know stands as it is. */
    String of(String list, String code) {
        return words.getOrDefault(list, Map.of()).getOrDefault(code, code);
    }

    String of(String list, List<String> codes) {
        if (codes.size() == 1) return of(list, codes.get(0));
        return codes.stream().map(each -> of(list, each)).collect(Collectors.joining(comma));
    }
}

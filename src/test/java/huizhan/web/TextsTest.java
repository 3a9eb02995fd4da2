package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void an_apostrophe_is_itself_with_and_without_arguments() {
        assertThat(english("don't").in(Lang.EN, "a")).isEqualTo("don't");
        assertThat(english("don't send {0}").in(Lang.EN, "a", "it")).isEqualTo("don't send it");
    }

    @Test
    void numbers_get_thin_spaces_and_choices_still_choose() {
        assertThat(english("{0} files").in(Lang.EN, "a", 12345)).isEqualTo("12\u202F345 files");
        var choice = english("{0,choice,0#no file|1#one file|1<{0} files}");
        assertThat(choice.in(Lang.EN, "a", 0)).isEqualTo("no file");
        assertThat(choice.in(Lang.EN, "a", 1)).isEqualTo("one file");
        assertThat(choice.in(Lang.EN, "a", 2)).isEqualTo("2 files");
    }

    @Test
    void a_text_among_the_arguments_speaks_the_same_language() {
        assertThat(english("{0}!").in(Lang.EN, "a", new Text("公开", "Public"))).isEqualTo("Public!");
    }

    @Test
    void a_missing_key_stops_a_test_and_shows_itself_in_production() {
        assertThatThrownBy(() -> new Texts(texts("x"), true).in(Lang.ZH, "absent")).hasMessageContaining("absent");
        assertThat(new Texts(texts("x"), false).in(Lang.ZH, "absent")).isEqualTo("⟦absent⟧");
    }

    @Test
    void a_key_in_one_language_only_stops_the_start() {
        var lame = Map.of(Lang.ZH, Map.of("a", "甲", "b", "乙"), Lang.EN, Map.of("a", "A"));
        assertThatThrownBy(() -> new Texts(lame, true)).hasMessageContaining("[b]");
    }

    @Test
    void every_text_of_the_product_stands_in_both_languages() {
        var all = new Texts(true);
        assertThat(all.in(Lang.ZH, "web.product")).isEqualTo("荟展");
        assertThat(all.in(Lang.EN, "web.product")).isEqualTo("Huizhan");
    }

    @Test
    void one_is_singular_in_english() {
        var all = new Texts(true);
        assertThat(all.in(Lang.EN, "nomination.sign.counts", 1, 0)).isEqualTo("1 error, no warnings");
        assertThat(all.in(Lang.EN, "nomination.sign.missing", 1)).isEqualTo("1 error must be mended before signing off.");
        assertThat(all.in(Lang.EN, "progress.reminder.silent", 1)).isEqualTo("1 department cannot be written to");
        assertThat(all.in(Lang.EN, "progress.reminder.count", 1L, 2)).isEqualTo("1 department, 2 letters");
        assertThat(all.in(Lang.EN, "progress.calls.lead", 0)).isEqualTo("No department to call. It can be printed too.");
        assertThat(all.in(Lang.EN, "nomination.summary.done", 1, 1)).isEqualTo("Taken over: 1 field of the head, 1 new achievement.");
        assertThat(all.in(Lang.EN, "nomination.paper-check.different", 1, 1)).startsWith("Not the same: its one digest differs.");
        assertThat(all.in(Lang.EN, "nomination.paper-check.different", 9, 2)).startsWith("Not the same: 2 of 9 digests differ.");
    }

    /** Each level of a choice would eat one. */
    @Test
    void no_choice_of_the_product_holds_an_apostrophe() {
        var all = Texts.read("classpath*:messages/*.properties").get(Lang.EN);
        assertThat(all.values()).anyMatch(text -> text.contains(",choice,")).noneMatch(text -> text.contains(",choice,") && text.contains("'"));
    }

    private static Texts english(String text) {
        return new Texts(texts(text), true);
    }

    private static Map<Lang, Map<String, String>> texts(String text) {
        return Map.of(Lang.ZH, Map.of("a", "甲"), Lang.EN, Map.of("a", text));
    }
}

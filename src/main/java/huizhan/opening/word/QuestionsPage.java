package huizhan.opening.word;

import java.util.List;
import java.util.Map;

/**
 * Questions for those who ask, {@code templates/opening/questions.html}.
 *
 * @param published what was answered for all
 * @param own       what the reader's unit or department has asked
 * @param news      the versions of the answers to what the reader asked, while one of them is unread
 * @param abouts    what a question can be about, code and word
 * @param q         the words that were looked for
 * @param form      as typed, after a refusal
 * @param why       why it was refused, or empty
 */
record QuestionsPage(List<QuestionSql.Published> published, List<Question> own, List<String> news, Map<String, String> abouts, String q, Form form, String why) {
    static final Form EMPTY = new Form("", "", "", "");

    /** @param question whose form it is; empty for a new one */
    record Form(String question, String about, String wording, String text) {}
}

package huizhan.call;

import huizhan.kernel.Text;
import java.util.List;

/** A headed piece of the call page's text; figures in it come from the limits, written {@code {nominated}}. */
public record Passage(String id, Text heading, List<Text> paragraphs, boolean list) {}

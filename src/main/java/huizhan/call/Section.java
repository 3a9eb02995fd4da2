package huizhan.call;

import huizhan.kernel.Text;

/** One section of a kind's statement (A1): whether its absence stops the sign-off, and a word of help. */
public record Section(String code, Text label, boolean duty, Text hint) {}

package huizhan.call;

import huizhan.kernel.Text;

/** One of a closed list: its word in {@code nomination.json} and what people read. */
public record Choice(String code, Text label, Text hint) {}

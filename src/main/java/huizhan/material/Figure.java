package huizhan.material;

/** A figure that stands in a statement (A5). */
public record Figure(String file, String caption) {}

package huizhan.material;

/** One of an achievement's pictures (A6): the file, the name it came with, and its caption. */
public record Picture(String file, String originalName, String caption) {}

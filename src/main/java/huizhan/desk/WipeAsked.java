package huizhan.desk;

/** The person of a desk wants all of it gone: the program stops, empties its folder and ends. */
public record WipeAsked() {}

package huizhan.desk;

/** A desk has taken a kit with another call than the one that the program runs under: it must start anew to go by it. */
public record OtherCall(String id) {}

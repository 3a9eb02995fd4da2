package huizhan.reception;

/** Whether something came in time (A13). Nothing is refused for it at reception: it is marked. */
enum Lateness {
    IN_TIME("good"), LATE("warn"),
    /** The day of dispatch decides, nobody has read it off the parcel, and it arrived after the end. */
    UNDECIDED("warn");

    private final String tone;

    Lateness(String tone) {
        this.tone = tone;
    }

    public String tone() {
        return tone;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}

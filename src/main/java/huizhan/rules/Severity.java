package huizhan.rules;

/** An error stops the sign-off, a warning doesn't. */
public enum Severity {
    ERROR, WARNING;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

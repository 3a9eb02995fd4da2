package huizhan.opening.exceptions;

/**
 * What is said of exceptions beside a finding.
 *
 * @param ask  where one can be asked for, or empty
 * @param note how it stands, or empty
 */
public record Remark(String ask, String note) {
    public static final Remark NONE = new Remark("", "");
}

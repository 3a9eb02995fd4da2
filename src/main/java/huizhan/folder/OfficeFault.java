package huizhan.folder;

/** A Word or Excel file that isn't read, and why, in a few Chinese words that follow its name in {@code form.read}. */
final class OfficeFault extends Exception {
    private static final long serialVersionUID = 1L;

    OfficeFault(String reason) {
        super(reason);
    }
}

package huizhan.call;

/** A call's file can't be used as it stands. The message names file, line, what is wrong and how to mend it. */
public final class CallFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CallFault(String file, int line, String wrong, String remedy) {
        super("%s:%d: %s. %s".formatted(file, line, wrong, remedy));
    }
}

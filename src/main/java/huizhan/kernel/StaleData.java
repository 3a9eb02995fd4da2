package huizhan.kernel;

/** Someone else was faster: the row that should be changed is no longer the one that was read. */
public final class StaleData extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleData(String what) {
        super(what);
    }

    /** Says so unless exactly one row was written. */
    public static void unlessOne(String what, int rows) {
        if (rows != 1) {
            throw new StaleData(what);
        }
    }
}

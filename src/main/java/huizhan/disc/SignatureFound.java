package huizhan.disc;

/**
 * The signature on a disc, held against the cards that are known.
 *
 * @param key    the signer's key id as the disc tells it; empty where there is none that can be read
 * @param holder whose the key is; empty where no card of it is known
 */
public record SignatureFound(State state, String key, String holder) {

    /** What it is worth. */
    public enum State { NONE, RIGHT, UNKNOWN, WRONG }

    static final SignatureFound NONE = new SignatureFound(State.NONE, "", "");
}

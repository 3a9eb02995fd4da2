package huizhan.rules;

import huizhan.material.FileFacts;
import huizhan.material.PictureFacts;

/** Whether two files are the same picture, saved again or not (C6). */
final class Likeness {
    /** Of 256 bits; re-saved, resized or slightly toned copies differ in fewer, different pictures in some 128. */
    private static final int BITS = 40;

    private Likeness() {}

    static boolean same(FileFacts one, FileFacts other) {
        if (one.sha256().isPresent() && one.sha256().equals(other.sha256())) {
            return true;
        }
        var first = print(one);
        var second = print(other);
        return !first.isEmpty() && first.length() == second.length() && bitsApart(first, second) <= BITS;
    }

    private static String print(FileFacts facts) {
        return facts.picture().flatMap(PictureFacts::depth).map(PictureFacts.Depth::fingerprint).orElse("");
    }

    private static int bitsApart(String one, String other) {
        int bits = 0;
        for (int i = 0; i < one.length(); i++) {
            bits += Integer.bitCount(Character.digit(one.charAt(i), 16) ^ Character.digit(other.charAt(i), 16));
        }
        return bits;
    }
}

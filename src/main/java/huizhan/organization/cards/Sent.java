package huizhan.organization.cards;

import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What a form brought: a file, or else a pasted line. Whoever sends a key file by mistake finds nothing of it kept, shown or logged.
 *
 * @param file   its text, or empty; cut off where it is too large
 * @param pasted as pasted
 */
record Sent(String file, String pasted) {
    /** A card has less than one kilobyte, a key file less than two. */
    static final int MOST = 20_000;
    /** A block's head or foot, and the first letters of an encrypted and a bare block, for one that was copied without its head. */
    private static final Pattern SECRET = Pattern.compile("PRIVATE KEY|(?m)^\\s*MI[GHI][A-Za-z0-9+/]{20}|MC4CAQ");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Text SECRET_SENT = new Text(
        "这里有私钥，没有接收，也没有保存。请不要再发送这份密钥文件；口令如果也可能被人看到，请作废这对密钥，另做一对。这里只要旁边以 .card 结尾的公钥卡。",
        "This holds a private key: it was not taken, and nothing of it was kept. Do not send the key file again. If the passphrase may have been seen too,"
            + " give these keys up and make new ones. Only the card is wanted here, the file beside it that ends in .card.");

    static Sent of(InputStream file, String pasted) throws IOException {
        // one more than may be: so that a file that is too large is seen to be
        return new Sent(new String(file.readNBytes(MOST + 1), StandardCharsets.UTF_8), pasted);
    }

    /** Whether there is a private key in it, in whatever way its letters are stored. */
    boolean secret() {
        return SECRET.matcher(file.replace("\0", "")).find() || SECRET.matcher(pasted).find();
    }

    /** What may stand on the page again. */
    String shown() {
        return secret() || pasted.length() > MOST ? "" : pasted;
    }

    PublicKeys card() throws Unfit {
        if (secret()) throw new Unfit("private-key", "", SECRET_SENT);
        var text = file.isEmpty() ? pasted : file;
        if (text.isBlank()) throw new Unfit("missing", "", new Text("请选择公钥卡文件，或者粘贴公钥卡的那一行。", "Choose the card's file, or paste its line."));
        if (text.length() > MOST) {
            throw new Unfit("too-large", "", new Text("超过 20 kB，不是公钥卡。请选择以 .card 结尾的文件。", "This is larger than 20 kB and no card. Choose the file that ends in .card."));
        }
        return read(text);
    }

    /** A card that a mail program broke into lines is put together again; its proof tells whether that was right. */
    private static PublicKeys read(String text) throws Unfit {
        try {
            var keys = PublicKeys.read(text.replace("\uFEFF", "").replaceAll("\\R", ""));
            if (keys.created().isBefore(FIRST) || keys.created().isAfter(LAST) || keys.holder().isBlank()) {
                throw new Unfit("implausible", keys.id(), new Text("卡上没有单位名称，或者日期不对。请校准做卡的电脑的时间，另做一对密钥。",
                    "The card names no holder, or its day can't be right. Set the clock of the computer that makes it, and make new keys."));
            }
            return keys;
        } catch (KeyFault e) {
            throw new Unfit("no-card", "", new Text(e.reason().zh() + "这里要的是 ./huizhan keys new 做出来的、以 .card 结尾的文件。",
                e.reason().en() + " What is wanted is the file ending in .card that ./huizhan keys new makes."));
        }
    }
}

package huizhan.story;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.organization.cards.KeyCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Keys for the demo, so that a disc can be sealed in it, opened and checked. Outside a demo private keys are made where discs are read, and
 * never lie beside a server of the open network.
 */
@Component
class Locksmith {
    private static final String WORD = "passphrase.txt";
    private final KeyCards cards;
    private final Clocks clocks;

    Locksmith(KeyCards cards, Clocks clocks) {
        this.cards = cards;
        this.clocks = clocks;
    }

    /**
     * Makes a pair and puts its card in force for whoever {@code owner} belongs to.
     *
     * @param folder takes the key files and their one passphrase
     */
    void make(Path folder, String name, String holder, Actor owner) throws IOException {
        Files.createDirectories(folder);
        var word = folder.resolve(WORD);
        if (!Files.exists(word)) {
            var random = new byte[10];
            new SecureRandom().nextBytes(random);
            Files.writeString(word, HexFormat.of().formatHex(random) + System.lineSeparator());
        }
        var keys = PrivateKeys.create(holder, clocks.business().instant());
        try {
            Files.writeString(folder.resolve(name + ".key"), keys.locked(Files.readString(word).strip().toCharArray()));
        } catch (KeyFault e) {
            throw new IllegalStateException(e);
        }
        cards.give(owner, keys.card());
    }
}

package huizhan.desk;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.organization.Departments;
import huizhan.organization.LocalPerson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department makes its own pair of keys at its desk (C2): what is made is handed out once, and no byte of it stays here. */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class OwnKeys {
    private final Departments departments;
    private final Clocks clocks;
    private final Audit audit;

    OwnKeys(Departments departments, Clocks clocks, Audit audit) {
        this.departments = departments;
        this.clocks = clocks;
        this.audit = audit;
    }

    /** As whoever most likely holds them is called. */
    String holder(Actor me) {
        return departments.find(me.owner()).map(each -> each.name().zh()).orElse("");
    }

    /** What is wrong with what was typed, by its field; the keys of messages, whose figure is {@link PrivateKeys#SHORTEST_PASSPHRASE}. */
    static Map<String, String> errors(String holder, String passphrase, String again) {
        var errors = new LinkedHashMap<String, String>();
        if (!LocalPerson.isName(holder)) errors.put("holder", "desk.keys.holder.wanted");
        if (passphrase.length() < PrivateKeys.SHORTEST_PASSPHRASE) errors.put("word", "desk.keys.word.short");
        else if (!passphrase.equals(again)) errors.put("again", "desk.keys.again.differs");
        return errors;
    }

    /** @param zip the key file, the card to give away, and what the card says in words */
    record Made(String id, byte[] zip) {}

    /** @throws KeyFault if the passphrase is too short */
    @Transactional Made make(Actor me, Lang lang, String holder, char[] passphrase) throws KeyFault {
        var keys = PrivateKeys.create(holder, clocks.business().instant());
        var card = keys.card();
        var files = new LinkedHashMap<String, String>();
        files.put(card.id() + ".key", keys.locked(passphrase));
        files.put(card.id() + ".key.card", card.card() + "\n");
        files.put(card.id() + ".txt", card.described(lang) + System.lineSeparator());
        audit.record(me, "keys.made", "department:" + me.owner(), Map.of("key", card.id()));
        return new Made(card.id(), zip(files));
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

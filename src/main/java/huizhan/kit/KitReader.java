package huizhan.kit;

import huizhan.call.CallFault;
import huizhan.call.Calls;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.keys.Signed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a kit and believes nothing of it: neither names nor sizes nor numbers, not that its signature is one, nor that its files are those that
 * were signed. All that is wrong is told at once.
 */
public final class KitReader {
    private final List<Text> defects = new ArrayList<>();
    private final Map<String, byte[]> entries;

    private KitReader(KitArchive archive) {
        this.entries = archive.entries();
        this.defects.addAll(archive.defects());
    }

    /** A file that can't be read is an {@link IOException}; one that is too large is read no further. */
    public static KitReading read(Path file, Optional<PublicKeys> signer) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(KitArchive.MOST_BYTES + 1), signer);
        }
    }

    /** @param signer whose kit it must be; empty where that is not known yet */
    public static KitReading read(byte[] file, Optional<PublicKeys> signer) {
        return new KitReader(KitArchive.of(file)).reading(signer);
    }

    private KitReading reading(Optional<PublicKeys> signer) {
        if (entries.isEmpty()) {
            return new KitReading(Optional.empty(), defects, entries);
        }
        var json = entries.get(Kit.FILE);
        if (json == null) {
            defects.add(new Text("缺少 kit.json：这不是征集包，或者不完整。", "kit.json is missing: this is no call kit, or not a whole one."));
            return new KitReading(Optional.empty(), defects, entries);
        }
        var parsed = KitJson.of(json, Kit.FILE, defects);
        var kit = parsed.kit().map(plain -> withUnit(plain, json));
        kit.ifPresent(known -> check(known, json, signer));
        return new KitReading(kit, defects, entries);
    }

    private Kit withUnit(Kit plain, byte[] json) {
        var file = entries.get(Kit.UNIT_FILE);
        if (file == null) {
            if (entries.containsKey(Kit.UNIT_SIGNATURE)) defects.add(unknown(Kit.UNIT_SIGNATURE));
            return plain;
        }
        var unit = KitJson.of(file, Kit.UNIT_FILE, defects).unit(Sha256.of(json));
        unit.ifPresent(known -> signed(Kit.UNIT_SIGNATURE, Kit.UNIT_FORMAT, file, known.department()));
        return new Kit(plain.call(), plain.department(), plain.organizer(), plain.made(), plain.permit(), plain.exceptions(), plain.files(), unit);
    }

    private void check(Kit kit, byte[] json, Optional<PublicKeys> signer) {
        signed(Kit.SIGNATURE, Kit.FORMAT, json, kit.organizer());
        signer.filter(known -> !known.fingerprint().equals(kit.organizer().fingerprint())).ifPresent(known -> defects.add(
            new Text("组织单位的公钥不是指定的那一张：指定的编号 %s，包里的编号 %s。".formatted(known.id(), kit.organizer().id()),
                "The organizer's key is not the one named: that is %s, the kit's is %s.".formatted(known.id(), kit.organizer().id()))));
        files(kit);
        call(kit);
    }

    private void signed(String name, String purpose, byte[] bytes, PublicKeys card) {
        var file = entries.get(name);
        if (file == null) {
            defects.add(new Text("没有签名：缺少 %s。".formatted(name), "It is not signed: %s is missing.".formatted(name)));
            return;
        }
        if (Signed.read(file).filter(each -> each.by(card, purpose, bytes)).isEmpty()) {
            defects.add(new Text("签名不符：%s 不是“%s”（%s）对这份内容的签名，内容可能被改动过。".formatted(name, card.holder(), card.id()),
                "The signature is wrong: %s is not that of %s (%s) over this content, which may have been changed.".formatted(name, card.holder(), card.id())));
        }
    }

    private void files(Kit kit) {
        var expected = new TreeSet<>(List.of(Kit.FILE, Kit.SIGNATURE));
        if (entries.containsKey(Kit.UNIT_FILE)) expected.addAll(List.of(Kit.UNIT_FILE, Kit.UNIT_SIGNATURE));
        kit.files().forEach((name, digest) -> {
            expected.add(kit.place(name));
            var bytes = entries.get(kit.place(name));
            if (bytes == null) {
                defects.add(new Text("缺少文件 %s。".formatted(kit.place(name)), "The file %s is missing.".formatted(kit.place(name))));
            } else if (!Sha256.of(bytes).equals(digest)) {
                defects.add(new Text("文件 %s 被改动过，与签名时不同。".formatted(kit.place(name)), "The file %s is not as it was when the kit was signed.".formatted(kit.place(name))));
            }
        });
        entries.keySet().stream().filter(name -> !expected.contains(name) && !name.equals(Kit.UNIT_SIGNATURE)).sorted().forEach(name -> defects.add(unknown(name)));
    }

    private static Text unknown(String name) {
        return new Text("多出文件 %s，签名里没有它。".formatted(name), "The file %s is none of those that were signed.".formatted(name));
    }

    /** A call that can't be read would stop the desk at its next start. */
    private void call(Kit kit) {
        if (!defects.isEmpty()) {
            return;
        }
        try {
            Calls.of(kit.call(), new KitReading(Optional.of(kit), List.of(), entries).call());
        } catch (CallFault e) {
            defects.add(new Text("征集文件不能用：" + e.getMessage(), "The call's files can't be used: " + e.getMessage()));
        }
    }
}

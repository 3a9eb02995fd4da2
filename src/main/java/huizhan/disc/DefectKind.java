package huizhan.disc;

import huizhan.disc.Defect.Severity;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;

/** Every kind of defect with its stable code and its words; {@code %s} in a message takes the details in order. */
enum DefectKind {
    // the bag: RFC 8493
    BAGIT_MISSING("bagit.missing", "缺少 bagit.txt，这不是 BagIt 包。", "bagit.txt is missing: this is not a bag.", Remedy.NEW_DISC),
    BAGIT_BOM("bagit.bom", "bagit.txt 以字节序标记（BOM）开头。", "bagit.txt begins with a byte order mark.", Remedy.NEW_DISC),
    BAGIT_MALFORMED("bagit.malformed", "bagit.txt 应当正好两行，版本在前，编码在后：%s", "bagit.txt must be two lines, version then encoding: %s", Remedy.NEW_DISC),
    BAGIT_VERSION("bagit.version", "不能检查 BagIt 版本“%s”。", "BagIt version '%s' cannot be checked.", Remedy.NEW_DISC),
    BAGIT_ENCODING("bagit.encoding", "标签文件的编码“%s”不能用。", "The tag file encoding '%s' cannot be used.", Remedy.NEW_DISC),
    DATA_MISSING("data.missing", "没有 data 文件夹。", "There is no data folder.", Remedy.NEW_DISC),
    NOMINATION_MISSING("nomination.missing", "没有 data/nomination.json，无法按会展光盘检查。", "data/nomination.json is missing, so this is no Huizhan disc.", Remedy.PROFILE),
    MANIFEST_MISSING("manifest.missing", "没有能核对的文件清单（%s）。", "There is no manifest that can be verified (%s).", Remedy.NEW_DISC),
    MANIFEST_LINE("manifest.line", "清单的这一行读不懂：%s", "This line of the manifest cannot be read: %s", Remedy.NEW_DISC),
    MANIFEST_DUPLICATE("manifest.duplicate", "清单里同一个文件写了两次：%s", "The manifest lists a file twice: %s", Remedy.NEW_DISC),
    MANIFEST_SCOPE("manifest.scope", "清单里的路径越出了范围：%s", "A path in the manifest lies outside its scope: %s", Remedy.SUSPICIOUS),
    MANIFEST_PERCENT("manifest.percent", "文件名里的百分号没有写成 %%25：%s", "A percent sign in a name is not written as %%25: %s", Remedy.NEW_DISC),
    MANIFEST_ALGORITHM("manifest.algorithm", "算法“%s”在这里无法核对，这份清单没有核对。", "The algorithm '%s' is not known here; this manifest was not verified.", Remedy.OTHER_MANIFEST),
    MANIFEST_ASTERISK("manifest.asterisk", "文件名前有星号（md5sum 一类工具所写）：%s", "A name is preceded by an asterisk, as md5sum writes it: %s", Remedy.NEW_DISC),
    MANIFEST_DOT_SLASH("manifest.dot-slash", "文件名前有“./”：%s", "A name is preceded by './': %s", Remedy.NEW_DISC),
    MANIFEST_BYTES("manifest.bytes", "内容不是 %s 编码。", "The content is not encoded in %s.", Remedy.NEW_DISC),
    FILE_MISSING("file.missing", "清单 %s 里有这个文件，盘上没有。", "%s lists this file, but it is not there.", Remedy.NEW_DISC),
    FILE_UNLISTED("file.unlisted", "盘上有这个文件，清单 %s 里没有。", "This file is there, but %s does not list it.", Remedy.SUSPICIOUS),
    FILE_DIGEST("file.digest", "内容与清单 %s 的摘要不符：清单 %s，实际 %s。", "The content differs from the digest in %s: listed %s, found %s.", Remedy.READ_AGAIN),
    FILE_UNREADABLE("file.unreadable", "读不出来：%s", "It cannot be read: %s", Remedy.READ_AGAIN),
    TAG_MISSING("tag.missing", "%s 里有这个标签文件，盘上没有。", "%s lists this tag file, but it is not there.", Remedy.NEW_DISC),
    TAG_UNLISTED("tag.unlisted", "盘上有这个文件，%s 里没有。", "This file is there, but %s does not list it.", Remedy.SUSPICIOUS),
    TAG_DIGEST("tag.digest", "内容与 %s 的摘要不符：应为 %s，实际 %s。", "The content differs from the digest in %s: listed %s, found %s.", Remedy.READ_AGAIN),
    TAGMANIFEST_MISSING("tagmanifest.missing", "缺少 tagmanifest-sha256.txt。", "tagmanifest-sha256.txt is missing.", Remedy.NEW_DISC),
    OXUM_MISMATCH("oxum.mismatch", "Payload-Oxum 写的是 %s，实际 %s（字节数.文件数）。", "Payload-Oxum says %s, found %s (bytes.files).", Remedy.NEW_DISC),
    OXUM_MALFORMED("oxum.malformed", "Payload-Oxum 读不懂：%s", "Payload-Oxum cannot be read: %s", Remedy.NEW_DISC),
    OXUM_MISSING("oxum.missing", "bag-info.txt 没有 Payload-Oxum。", "bag-info.txt has no Payload-Oxum.", Remedy.NEW_DISC),
    INFO_MISSING("info.missing", "缺少 bag-info.txt。", "bag-info.txt is missing.", Remedy.NEW_DISC),
    INFO_LINE("info.line", "bag-info.txt 的这一行不是“名称: 值”：%s", "This line of bag-info.txt is not 'label: value': %s", Remedy.NEW_DISC),
    FETCH_REFUSED("fetch.refused", "盘上有 fetch.txt，要从网络取文件，这里不允许。", "fetch.txt asks for files from a network, which is refused here.", Remedy.WHOLE_DISC),
    FETCH_LINE("fetch.line", "fetch.txt 的这一行读不懂：%s", "This line of fetch.txt cannot be read: %s", Remedy.NEW_DISC),
    FETCH_SCOPE("fetch.scope", "fetch.txt 里的路径不在 data 之内：%s", "A path in fetch.txt lies outside data: %s", Remedy.SUSPICIOUS),
    FETCH_UNLISTED("fetch.unlisted", "fetch.txt 里的文件不在清单 %s 里：%s", "fetch.txt names a file that %s does not list: %s", Remedy.NEW_DISC),
    NAME_CASE("name.case", "与“%s”只有大小写之别。", "It differs from '%s' in upper and lower case only.", Remedy.RENAME),
    NAME_NORMALIZATION("name.normalization", "与“%s”看上去同名（Unicode 规范化之后相同）。", "It is the same name as '%s' once Unicode is normalized.", Remedy.RENAME),
    NAME_UNSAFE("name.unsafe", "文件名不安全：%s", "The name is not safe: %s", Remedy.SUSPICIOUS),
    SYSTEM_FILE("system.file", "清单里有系统自生的空文件，盘上没有；没有内容丢失。", "An empty file of the operating system is listed and missing; no content is lost.", Remedy.NONE),
    FOLDER_SPECIAL("folder.special", "这是链接或特殊文件，不是普通文件：%s", "This is a link or a special file, not a regular one: %s", Remedy.SUSPICIOUS),
    LIMIT("limit", "超过上限：%s", "Over the limit: %s", Remedy.SUSPICIOUS),
    // the image: ECMA-119 and Joliet
    IMAGE_SHORT("image.short", "映像被截断：应有 %s 字节，只有 %s。", "The image is cut off: %s bytes are declared, %s are there.", Remedy.READ_AGAIN),
    IMAGE_TRAILING("image.trailing", "映像之后还有 %s 字节不属于它的内容。", "%s bytes that are not part of the image follow it.", Remedy.READ_AGAIN),
    IMAGE_DESCRIPTOR("image.descriptor", "卷描述符损坏：%s", "A volume descriptor is damaged: %s", Remedy.READ_AGAIN),
    IMAGE_ENDIAN("image.endian", "同一个数的两种写法不一致（%s）：%s 与 %s。", "The two spellings of one number disagree (%s): %s and %s.", Remedy.READ_AGAIN),
    IMAGE_RECORD("image.record", "目录记录损坏：%s", "A directory record is damaged: %s", Remedy.READ_AGAIN),
    IMAGE_EXTENT("image.extent", "位置超出映像：第 %s 扇区起 %s 字节。", "It lies outside the image: %2$s bytes from sector %1$s.", Remedy.READ_AGAIN),
    IMAGE_OVERLAP("image.overlap", "与“%s”占用同一片扇区。", "It occupies sectors of '%s'.", Remedy.SUSPICIOUS),
    IMAGE_LOOP("image.loop", "目录指回已经读过的目录。", "The directory points back to one that was read before.", Remedy.SUSPICIOUS),
    IMAGE_PATH_TABLE("image.path-table", "路径表与目录不一致：%s", "A path table and the directories disagree: %s", Remedy.READ_AGAIN),
    IMAGE_TREES("image.trees", "ISO 9660 与 Joliet 两棵目录树不一致：%s", "The ISO 9660 tree and the Joliet tree disagree: %s", Remedy.READ_AGAIN),
    IMAGE_PADDING("image.padding", "应当为零的填充字节不为零。", "Padding that must be zero is not.", Remedy.READ_AGAIN),
    IMAGE_FRAME("image.frame", "%s与按内容算出的不一致。", "%s differs from what the content demands.", Remedy.READ_AGAIN),
    // the images in a ferry; the envelope around a sealed disc, and the signature
    FERRY_LIST("ferry.list", "摆渡盘的清单读不懂：损坏，或者是较新版本所写。", "The list of the ferry cannot be read: it is damaged, or of a newer version.", Remedy.NEW_DISC),
    FERRY_IMAGE("ferry.image", "摆渡盘清单写明的映像不对：%s", "An image that the ferry's list names isn't right: %s", Remedy.NEW_DISC),
    SEALED_HEAD("sealed.head", "封装的说明块读不懂：损坏，或者是较新版本所写。", "The head of the seal cannot be read: it is damaged, or of a newer version.", Remedy.READ_AGAIN),
    SEALED_PARTS("sealed.parts", "封装的文件不齐：%s", "The sealed files are not as they must be: %s", Remedy.NEW_DISC),
    SEALED_SET("sealed.set", "bag-info.txt 写的套号或张号与封装里的不符（%s）。", "The set or volume in bag-info.txt is not the one inside the seal (%s).", Remedy.SUSPICIOUS),
    SEALED_KEY("sealed.key", "这张盘封给公钥 %s，手上的密钥是 %s。", "This disc is sealed to the key %s; yours is %s.", Remedy.RIGHT_KEY),
    SEALED_CLOSED("sealed.closed", "打不开封装：%s", "The seal does not open: %s", Remedy.READ_AGAIN),
    SEALED_CHUNK("sealed.chunk", "第 %s 块打不开：封装内容被改动、截断、调换，或来自另一张盘。", "Chunk %s does not open: sealed content was changed, cut off, exchanged, or comes from another disc.", Remedy.READ_AGAIN),
    SIGNATURE_MISSING("signature.missing", "没有签名。", "It is not signed.", Remedy.SIGNED),
    SIGNATURE_MALFORMED("signature.malformed", "签名文件读不懂。", "The signature cannot be read.", Remedy.READ_AGAIN),
    SIGNATURE_UNKNOWN("signature.unknown", "由密钥 %s 签名；没有它的公钥卡，签名没有核对。", "Signed with the key %s; without its card the signature was not checked.", Remedy.SIGNER),
    SIGNATURE_WRONG("signature.wrong", "签名不是“%s”对这张盘所签。", "The signature is not that of '%s' for this disc.", Remedy.SUSPICIOUS),
    // discs that belong together
    SET_MISSING("set.missing", "缺第 %s 张（共 %s 张）。", "Disc %s of %s is missing.", Remedy.WHOLE_SET),
    SET_DOUBLE("set.double", "与“%s”是同一张。", "It is the same disc of its set as '%s'.", Remedy.WHOLE_SET),
    SET_FOREIGN("set.foreign", "属于另一套（%s），与其余的盘不是同一套。", "It belongs to another set (%s), not to that of the other discs.", Remedy.WHOLE_SET),
    // the plan, before a byte is written
    PLAN_NAME("plan.name", "这个名字不能写到盘上：%s", "This name cannot stand on a disc: %s", Remedy.RENAME),
    PLAN_DUPLICATE("plan.duplicate", "与“%s”重名（不分大小写）。", "It has the name of '%s' (upper and lower case are the same).", Remedy.RENAME),
    PLAN_TOO_LARGE("plan.too-large", "文件 %s 字节，超过单个文件的上限 4 294 965 248 字节。", "The file has %s bytes; one file may have at most 4 294 965 248.", Remedy.SHORTER_FILE),
    PLAN_OVER_CAPACITY("plan.over-capacity", "需要 %s 字节，盘只有 %s 字节。", "%s bytes are needed; the disc takes %s.", Remedy.LARGER_DISC),
    PLAN_CHANGED("plan.changed", "写盘时文件变了：原来 %s 字节。", "The file changed while it was written: it had %s bytes.", Remedy.CLOSE_PROGRAMS),
    PLAN_SOURCE("plan.source", "读不出来：%s", "It cannot be read: %s", Remedy.CLOSE_PROGRAMS),
    DISK_FULL("disk.full", "存放映像的磁盘满了：还需要 %s 字节，可用 %s 字节。没有留下半截映像。",
        "The disk that takes the image is full: %s bytes are needed, %s are free. No half image was left behind.", Remedy.FREE_SPACE);

    private enum Remedy {
        NONE("", ""),
        NEW_DISC("请制盘单位重新生成映像。", "Ask whoever made the disc to write it anew."),
        READ_AGAIN("请擦净光盘、换一台光驱再读；仍然不符，请制盘单位重新刻录。", "Clean the disc and read it in another drive; if it still fails, ask for a new copy."),
        SUSPICIOUS("不要打开盘上的文件，请制盘单位说明或重新生成。", "Do not open its files; ask whoever made the disc for an explanation or a new one."),
        WHOLE_DISC("请制盘单位把全部文件放进盘里。", "Ask whoever made the disc to put every file on it."),
        OTHER_MANIFEST("请制盘单位附上 SHA-256 清单。", "Ask whoever made the disc to add a SHA-256 manifest."),
        PROFILE("若只想按 BagIt 检查，请加 --profile bagit。", "To check it as a plain bag, add --profile bagit."),
        RIGHT_KEY("请用收件单位的密钥；旧密钥也要留着。", "Take the addressee's key; old keys must be kept too."),
        SIGNED("请制盘单位用 --sign 签名后重新写盘。", "Ask whoever made the disc to sign it and write it anew."),
        SIGNER("请用 --signer 给出签名单位的公钥卡。", "Name the signer's card with --signer."),
        WHOLE_SET("请把一套盘全部放在一起再查。", "Check all discs of one set together."),
        RENAME("请换一个名字。", "Choose another name."),
        SHORTER_FILE("请用较低码率重新导出，或分成几个文件。", "Export it again at a lower bit rate, or split it into several files."),
        LARGER_DISC("请换容量更大的盘，或分成几张盘。", "Take a larger disc, or spread the material over several."),
        CLOSE_PROGRAMS("请关闭正在使用它的程序，再写一次。", "Close the program that uses it and write the disc again."),
        FREE_SPACE("请腾出空间，或把映像写到另一块磁盘。", "Free some space, or write the image to another disk.");

        private final Text text;

        Remedy(String zh, String en) {
            this.text = new Text(zh, en);
        }
    }

    private final String code;
    private final Text message;
    private final Remedy remedy;

    DefectKind(String code, String zh, String en, Remedy remedy) {
        this.code = code;
        this.message = new Text(zh, en);
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    /** An error of this kind; a {@link Text} among the details is told in each language. */
    Defect at(String place, Object... details) {
        return new Defect(code, Severity.ERROR, printable(place), new Text(in(Lang.ZH, details), in(Lang.EN, details)), remedy.text);
    }

    Defect warning(String place, Object... details) {
        return at(place, details).asWarning();
    }

    private String in(Lang lang, Object... details) {
        var told = new Object[details.length];
        for (int i = 0; i < details.length; i++) {
            told[i] = details[i] instanceof Text text ? text.in(lang) : printable(String.valueOf(details[i]));
        }
        return message.in(lang).formatted(told);
    }

    /** Names come from strangers: control and bidi characters would garble a terminal, and a line of a megabyte is no message. */
    static String printable(String text) {
        var cut = text.length() > 300 ? text.substring(0, 300) + "…" : text;
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\uFFFD");
    }
}

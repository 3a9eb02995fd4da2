package huizhan.ferry;

import huizhan.folder.Sorting;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.FileNames;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The names on a disc made by hand, which are told before a byte is kept: they alone may say that it isn't to be kept (A4, B25). */
@Component
class HandMadeNames {
    static final int MOST_FILES = 2_000;
    private static final int LONGEST_PATH = 500;
    /** What they hold the sorting table doesn't read: a list of achievements, or a seal. */
    private static final Set<String> OURS = Set.of("bagit.txt", "nomination.json");
    private final Zone zone;

    HandMadeNames(Zone zone) {
        this.zone = zone;
    }

    /**
     * Why none of the files may come.
     *
     * @param code the end of the key of a short word for it
     * @param trail what the audit trail says of it; empty where nothing is to be said
     * @param files how many are the cause
     */
    record Refusal(String code, String trail, long files, Text text) {}

    /** The names as they are kept. */
    static List<Named> clean(List<Named> files) {
        return files.stream().map(each -> new Named(clean(each.path()), each.size())).toList();
    }

    static String clean(String path) {
        return Plain.line(path).strip();
    }

    /** Files of an image below a name, as those of a folder lie below the folder's. */
    static List<Named> below(String root, List<Named> files) {
        return files.stream().map(each -> new Named(root + "/" + each.path(), each.size())).toList();
    }

    /**
     * Below which name the files of an image lie: its own, with a number where another disc lies there. The same image sent again takes the
     * place of the first.
     *
     * @param there what has come of the disc already
     */
    static String root(String image, List<Named> there, List<Named> files) {
        var plain = clean(image.replaceFirst("\\.[^.]*$", ""));
        var root = plain;
        for (int i = 2; another(root, there, files); i++) root = plain + " (" + i + ")";
        return root;
    }

    private static boolean another(String root, List<Named> there, List<Named> files) {
        var below = there.stream().filter(each -> each.path().startsWith(root + "/")).collect(Collectors.toSet());
        return !below.isEmpty() && !below.equals(Set.copyOf(below(root, files)));
    }

    /** @param files with names that are {@link #clean} */
    Optional<Refusal> refusal(List<Named> files) {
        if (files.size() > MOST_FILES || files.stream().anyMatch(each -> each.path().isEmpty() || each.path().length() > LONGEST_PATH || each.size() < 0)) {
            return Optional.of(new Refusal("many", "", files.size(), new Text("文件多于 " + MOST_FILES + " 个，或文件名太长。请只选报送材料所在的文件夹。",
                "More than " + MOST_FILES + " files, or a name is too long. Choose the folder with the material alone.")));
        }
        long ours = files.stream().filter(each -> OURS.contains(FileNames.folded(each.path().substring(each.path().lastIndexOf('/') + 1)))).count();
        if (ours > 0) {
            return Optional.of(new Refusal("ours", "written by the program", ours, new Text("这是本系统写的光盘，不是手工制作的，什么都没有留下。请在“光盘”页上传它的映像。",
                "This disc was written by the program and not made by hand; nothing of it was kept. Send its image up on the page Discs.")));
        }
        long marked = files.stream().filter(each -> marked(each.path())).count();
        return marked == 0 ? Optional.empty() : Optional.of(new Refusal(zone == Zone.OPEN ? "marked" : "secret", "a mark in the name", marked, zone == Zone.OPEN
            ? new Text("有 " + marked + " 个文件的名称标明非公开或密级，整张光盘都不能在公开网服务器上接收，什么都没有留下。请转限定网络接收。",
                marked + " of the names are marked as non-public or secret. The whole disc can't be received on the open network, and nothing of it was kept. Hand it to the restricted server.")
            : new Text("有 " + marked + " 个文件的名称带有密级标志，本系统不接收。请按保密规定处理这张光盘。", marked + " of the names bear a secrecy mark; this system doesn't take them. Treat the disc as the rules of secrecy say.")));
    }

    private boolean marked(String path) {
        return Sorting.marked(path).filter(why -> why == Sorting.Why.SECRET || zone == Zone.OPEN).isPresent();
    }
}

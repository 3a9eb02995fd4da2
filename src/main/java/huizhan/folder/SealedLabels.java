package huizhan.folder;

import huizhan.call.Call;
import huizhan.documents.Disc;
import huizhan.documents.FormValues.Mark;
import huizhan.documents.Papers;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.DiscImages.Image;
import huizhan.folder.DiscPlan.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sheets to cut out for sealed discs and their cases (C2): code, number of items, which of how many, and nothing of what is inside. */
public final class SealedLabels {
    /** That the content breaks rules is told inside, to whoever opens the disc. */
    private static final boolean DRAFT_TOLD = false;

    private SealedLabels() {}

    /** Where the label of an image lies. */
    public static Path beside(Path image) {
        return image.resolveSibling(image.getFileName().toString().replaceFirst("\\.iso$", "") + "-label.pdf");
    }

    /** One PDF beside each image. */
    public static List<Path> write(List<Image> images, Handing handing, int items, Wish wish, Call call, Papers papers) throws IOException {
        var labels = new ArrayList<Path>();
        for (var image : images) {
            var department = handing.department().isEmpty() ? "推荐部门代码：" : "推荐部门代码 " + handing.department();
            var label = new Disc(new Mark(handing.set().toString(), image.digest().hex(), List.of()), department, image.label(), image.number(), image.count(),
                    wish.date().toString(), "封装", List.of("成果 " + items + " 项"), DRAFT_TOLD);
            labels.add(Files.write(beside(image.path()), papers.discLabel(label, call)));
        }
        return labels;
    }
}

package huizhan.office;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.office.PictureBudget.Room;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose pictures are far more than they weigh: each is unpacked once, and no more than can be held. */
class PicturesInFormsTest {
    private static final int SHOWN = 20_000;
    @TempDir Path folder;

    /** A document that shows its pictures over and over, each time in a paragraph of its own. */
    private Reading read(long bytes, int pictures, int shown) throws IOException {
        var file = folder.resolve("a.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var shows = IntStream.range(0, shown).mapToObj(i -> "<w:p><w:r><w:drawing><a:blip r:embed=\"p" + i % pictures + "\"/></w:drawing></w:r></w:p>").collect(Collectors.joining());
            part(zip, "word/document.xml", "<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:r=\"r\"><w:body>" + OfficeSamples.paragraphs("要解决的问题") + shows + "</w:body></w:document>");
            part(zip, "word/_rels/document.xml.rels", "<Relationships>" + IntStream.range(0, pictures)
                .mapToObj(i -> "<Relationship Id=\"p" + i + "\" Type=\"x/image\" Target=\"media/image" + i + ".png\"/>").collect(Collectors.joining()) + "</Relationships>");
            for (int i = 0; i < pictures; i++) {
                zip.putNextEntry(new ZipEntry("word/media/image" + i + ".png"));
                for (long left = bytes; left > 0; left -= 1 << 20) zip.write(new byte[(int) Math.min(left, 1 << 20)]);
                zip.closeEntry();
            }
        }
        return OfficeForm.read(file, "a.docx", OfficeSamples.CALL);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<String> notTaken(Reading read) {
        return read.remarks().stream().filter(each -> each.kind() == Remark.Kind.PICTURE).map(each -> each.message().zh()).toList();
    }

    @Test void one_that_is_too_large_is_told_once_however_often_the_file_shows_it() throws IOException {
        var read = read(97L << 20, 1, SHOWN);
        assertThat(read.pictures()).isEmpty();
        assertThat(notTaken(read)).containsExactly("图片没有取出：image0.png。", "图片没有取出：image0.png。");
    }

    @Test void one_that_fits_is_taken_as_often_as_a_form_may_show_pictures_and_counts_once() throws IOException {
        var read = read(60L << 20, 1, SHOWN);
        assertThat(read.pictures()).hasSize(PictureBudget.MOST);
        assertThat(read.pictures()).allMatch(each -> each.bytes() == read.pictures().get(0).bytes());
        assertThat(notTaken(read)).hasSize(1);
    }

    @Test void what_is_left_after_the_first_is_too_little_for_the_second() throws IOException {
        var read = read(50L << 20, 2, 2);
        assertThat(read.pictures()).extracting(PastedPicture::name).containsExactly("image0.png");
        assertThat(notTaken(read)).containsExactly("图片没有取出：image1.png。");
    }

    @Test void what_is_read_in_vain_is_counted_and_then_nothing_more_is_read() throws IOException {
        var budget = new PictureBudget(10, 2);
        var in = new ByteArrayInputStream(new byte[100]);
        assertThat(budget.read(in)).isEmpty();
        assertThat(in.available()).isEqualTo(89);
        assertThat(budget.read(in)).isEmpty();
        assertThat(in.available()).isEqualTo(89);
        assertThat(budget.holds(1)).isFalse();
        assertThat(List.of(budget.next(), budget.next(), budget.next(), budget.next())).containsExactly(Room.FREE, Room.FREE, Room.JUST_FULL, Room.FULL);
    }
}

package huizhan.media;

import huizhan.kernel.Text;
import huizhan.material.FileFacts;
import huizhan.material.FilmFacts;
import huizhan.material.PictureFacts;
import huizhan.web.Sizes;
import java.time.Duration;
import java.util.Locale;

/** The facts of a file in one line, or what is wrong with it and what to do. What they mean for its place is said by the rules. */
final class MediaWords {

    private MediaWords() {}

    static UploadVerdict of(FileFacts facts) {
        if (facts.picture().isPresent()) {
            return picture(facts, facts.picture().get());
        }
        return facts.film().isPresent() ? film(facts, facts.film().get()) : good(Text.same(Sizes.bytes(facts.size())));
    }

    private static UploadVerdict picture(FileFacts facts, PictureFacts picture) {
        var fault = picture.fault().or(() -> picture.depth().flatMap(PictureFacts.Depth::fault));
        if (fault.isPresent()) {
            return bad("media.picture." + fault.get().name(), facts);
        }
        return good(Text.same(picture.seenWidth() + "×" + picture.seenHeight() + " · " + Sizes.bytes(facts.size()) + " · "
            + picture.format().toUpperCase(Locale.ROOT)));
    }

    private static UploadVerdict film(FileFacts facts, FilmFacts film) {
        var fault = film.fault().or(() -> film.depth().flatMap(FilmFacts.Depth::fault));
        if (fault.isPresent()) {
            return bad("media.film." + fault.get().name(), facts);
        }
        if (!film.examinable()) {
            return new UploadVerdict(UploadVerdict.Level.WARN,
                UploadTexts.text("media.film.unexaminable", film.container().toUpperCase(Locale.ROOT), Sizes.bytes(facts.size())));
        }
        var picture = film.width() + "×" + film.height() + " · " + film.duration().map(MediaWords::time).orElse("–");
        return good(Text.same(picture + " · " + Sizes.bytes(facts.size()) + " · " + film.codec()));
    }

    /** Minutes and seconds: 9:58. */
    private static String time(Duration duration) {
        var seconds = duration.plusMillis(500).toSeconds();
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private static UploadVerdict good(Text text) {
        return new UploadVerdict(UploadVerdict.Level.GOOD, text);
    }

    private static UploadVerdict bad(String key, FileFacts facts) {
        return new UploadVerdict(UploadVerdict.Level.BAD, UploadTexts.text(key, Sizes.bytes(facts.size())));
    }
}

package huizhan.achievement;

import huizhan.call.Call;
import huizhan.kernel.Text;
import huizhan.material.FilmFacts;
import huizhan.material.GrantedException;
import huizhan.material.PictureFacts;
import huizhan.media.StoredFile;
import huizhan.media.UploadVerdict.Level;
import huizhan.web.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The line under a file: its facts, and the first thing against it, by the limits of the call
 * ({@code 6000×4000 · 8.4 MB · 板面 90 cm 宽时 169 ppi 合格}). What the rules say of it in full stands in the checklist.
 */
final class Verdicts {
    private static final String ACHIEVEMENT = "[0-9a-f-]{36}";
    private final Call call;
    private final Words words;

    Verdicts(Call call, Words words) {
        this.call = call;
        this.words = words;
    }

    /** @param granted the exceptions that concern the achievement */
    Verdict of(Slot slot, StoredFile file, List<GrantedException> granted) {
        return switch (slot) {
            case PICTURE -> file.facts().picture().filter(each -> !each.broken()).map(facts -> picture(facts, file.size(), passed("A6.size", file, granted)))
                .orElseGet(() -> broken(file, "verdict.no-picture"));
            case VIDEO -> file.facts().film().filter(each -> !each.broken()).map(facts -> film(facts, file.size(), passed("A10.duration", file, granted)))
                .orElseGet(() -> broken(file, "verdict.no-film"));
            case FIGURE, PHOTO -> file.facts().picture().filter(each -> !each.broken())
                .map(facts -> line(Level.GOOD, List.of(pixels(facts), size(file.size()), words.say("verdict.fine"))))
                .orElseGet(() -> broken(file, "verdict.no-picture"));
            case ATTACHMENT -> line(Level.GOOD, List.of(size(file.size()), words.say("verdict.stored")));
        };
    }

    private static boolean passed(String rule, StoredFile file, List<GrantedException> granted) {
        return granted.stream().anyMatch(each -> each.rule().equals(rule)
            && (each.item().isEmpty() || each.item().matches(ACHIEVEMENT) || each.item().equals(file.sha256().hex()) || each.item().endsWith("/" + file.sha256().hex())));
    }

    private Verdict against(List<Text> parts, boolean passed) {
        if (!passed) return line(Level.BAD, parts);
        parts.add(words.say("verdict.excepted"));
        return line(Level.WARN, parts);
    }

    private Verdict picture(PictureFacts facts, long size, boolean passed) {
        var board = call.board();
        double ppi = board.ppi(facts.seenWidth(), facts.seenHeight());
        var parts = new ArrayList<Text>(List.of(pixels(facts), size(size),
            words.say("verdict.board", board.pictureWidthMm() / 10, (int) ppi)));
        if (size < call.limits().pictureBytes()) {
            parts.add(words.say("verdict.small", Sizes.bytes(call.limits().pictureBytes()).replace(".0 ", " ")));
            return against(parts, passed);
        }
        if (ppi < board.ppi()) {
            parts.add(words.say("verdict.coarse", board.ppi()));
            return line(Level.WARN, parts);
        }
        var doubt = doubt(facts, size);
        parts.add(doubt.orElseGet(() -> words.say("verdict.good")));
        return line(doubt.isPresent() ? Level.WARN : Level.GOOD, parts);
    }

    private Optional<Text> doubt(PictureFacts facts, long size) {
        return facts.depth().flatMap(depth -> depth.enlarged() ? Optional.of(words.say("verdict.enlarged"))
            : depth.idleBytes() * 4 > size ? Optional.of(words.say("verdict.padded")) : Optional.empty());
    }

    private Verdict film(FilmFacts facts, long size, boolean passed) {
        var parts = new ArrayList<Text>();
        if (facts.width() > 0) parts.add(Text.same(facts.width() + "×" + facts.height()));
        facts.duration().ifPresent(time -> parts.add(Text.same("%d:%02d".formatted(time.toMinutes(), time.toSecondsPart()))));
        if (!facts.codec().isBlank()) parts.add(Text.same(facts.codec()));
        parts.add(size(size));
        if (facts.duration().filter(time -> time.compareTo(call.limits().film()) > 0).isPresent()) {
            parts.add(words.say("verdict.long", call.limits().filmShown().toMinutes()));
            return against(parts, passed);
        }
        var doubt = doubt(facts);
        parts.add(doubt.orElseGet(() -> words.say("verdict.good")));
        return line(doubt.isPresent() ? Level.WARN : Level.GOOD, parts);
    }

    private Optional<Text> doubt(FilmFacts facts) {
        if (!facts.examinable()) return Optional.of(words.say("verdict.opaque"));
        boolean low = Math.min(facts.width(), facts.height()) < call.limits().filmShort()
            && Math.max(facts.width(), facts.height()) < call.limits().filmLong();
        if (facts.width() > 0 && low) return Optional.of(words.say("verdict.low"));
        return facts.sound().isEmpty() ? Optional.of(words.say("verdict.silent")) : Optional.empty();
    }

    private Verdict broken(StoredFile file, String key) {
        return line(Level.BAD, List.of(size(file.size()), words.say(key)));
    }

    private static Text pixels(PictureFacts facts) {
        return Text.same(facts.seenWidth() + "×" + facts.seenHeight());
    }

    private static Text size(long bytes) {
        return Text.same(Sizes.bytes(bytes));
    }

    private static Verdict line(Level level, List<Text> parts) {
        return new Verdict(level, new Text(parts.stream().map(Text::zh).collect(Collectors.joining(" · ")),
            parts.stream().map(Text::en).collect(Collectors.joining(" · "))));
    }
}

package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Json;
import huizhan.kernel.Lang;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /files/ID/verdict}: what is known of an uploaded file, for the line beneath it; asked again until {@code deep} is no longer pending. */
final class TusVerdicts {
    private static final JsonMapper JSON = Json.mapper().build();
    private final Uploads uploads;
    private final MediaSql sql;
    private final UploadTargets targets;

    TusVerdicts(Uploads uploads, MediaSql sql, UploadTargets targets) {
        this.uploads = uploads;
        this.sql = sql;
        this.targets = targets;
    }

    /** One line: {@code good}, {@code warn} or {@code bad}, and words. */
    record Line(String level, String text) {}

    /**
     * The answer.
     *
     * @param state receiving, stored, or refused (the bytes came, the place didn't take them)
     * @param deep  pending, done, or impossible
     */
    record Answer(String state, String name, long size, long offset, @Nullable String file, @Nullable String sha256, String deep,
                  List<Line> lines) {}

    byte[] json(Actor me, Lang lang, Upload upload) throws UploadRefused, IOException {
        return JSON.writeValueAsBytes(answer(me, lang, upload));
    }

    private Answer answer(Actor me, Lang lang, Upload upload) throws UploadRefused, IOException {
        if (upload.file().isPresent()) {
            return stored(me, lang, upload);
        }
        var offset = uploads.offset(upload);
        if (offset < upload.size()) {
            return new Answer("receiving", upload.originalName(), upload.size(), offset, null, null, "pending", List.of());
        }
        uploads.resume(me, upload);
        return stored(me, lang, uploads.find(me, upload.id()));
    }

    private Answer stored(Actor me, Lang lang, Upload upload) throws UploadRefused {
        var row = upload.file().flatMap(sql::find).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
        var file = row.file();
        var lines = new ArrayList<Line>();
        upload.refusal().ifPresent(no -> lines.add(line(new UploadVerdict(UploadVerdict.Level.BAD, no), lang)));
        lines.add(line(MediaWords.of(file.facts()), lang));
        if (upload.refusal().isEmpty()) {
            words(me, upload, file).ifPresent(more -> lines.add(line(more, lang)));
        }
        return new Answer(upload.refusal().isPresent() ? "refused" : "stored", file.originalName(), file.size(), file.size(),
            file.id().toString(), file.sha256().hex(), deep(row), lines);
    }

    private Optional<UploadVerdict> words(Actor me, Upload upload, StoredFile file) {
        return targets.of(me, upload.slot()).flatMap(target -> target.verdict(me, upload.slot(), file));
    }

    private static String deep(MediaSql.Row row) {
        if (row.deepAt().isEmpty()) {
            return "pending";
        }
        return row.deepFault().isPresent() ? "impossible" : "done";
    }

    private static Line line(UploadVerdict verdict, Lang lang) {
        return new Line(verdict.level().name().toLowerCase(Locale.ROOT), verdict.text().in(lang));
    }
}

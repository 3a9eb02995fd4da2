package huizhan.nomination;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import huizhan.rules.SecrecyMark;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head of the summary table, field by field (A11), and the overview film with its own disclosure (A10). */
@Service
public class Heads {
    private static final int LONGEST = 300;
    private final HeadSql sql;
    private final Nominations nominations;
    private final MediaFiles media;
    private final OpenCall open;
    private final Audit audit;
    private final Zone zone;

    Heads(HeadSql sql, Nominations nominations, MediaFiles media, OpenCall open, Audit audit, Zone zone) {
        this.sql = sql;
        this.nominations = nominations;
        this.media = media;
        this.open = open;
        this.audit = audit;
        this.zone = zone;
    }

    /** What became of one field that saved itself. */
    public sealed interface Save {
        record Kept(HeadSql.Written written) implements Save {}

        /** Someone else's text is there; both are shown, neither is lost (B4). */
        record Faster(HeadSql.Written theirs) implements Save {}

        record Refused(Text why) implements Save {}
    }

    @Transactional(readOnly = true)
    Map<String, HeadSql.Written> of(RankedList list) {
        return sql.head(list.id());
    }

    @Transactional
    public Save write(Actor me, String field, String raw, long version) {
        var value = Plain.text(raw);
        if (nominations.call().headField(field).isEmpty()) {
            throw new Faults.NotThere();
        }
        var no = nominations.refusal(me, "head.written").or(() -> unfit(value));
        if (no.isPresent()) {
            return new Save.Refused(no.get());
        }
        var list = nominations.begun(me);
        var before = sql.head(list.id()).get(field);
        if (before != null && before.value().equals(value)) {
            return new Save.Kept(before);
        }
        var written = new HeadSql.Written(value, version + 1, open.arrived());
        if ((before == null ? 0 : before.version()) != version || !sql.write(list.id(), field, written, me.account())) {
            return before == null ? new Save.Refused(new Text("这一栏刚被改过，请刷新页面。", "This field has just been changed. Please reload the page."))
                : new Save.Faster(before);
        }
        audit.record(me, "head.written", Nominations.subject(list), Map.of("field", field, "version", written.version()));
        return new Save.Kept(written);
    }

    static Optional<Text> unfit(String value) {
        if (value.codePointCount(0, value.length()) > LONGEST) {
            return Optional.of(new Text("最多 %d 个字符，请缩短。".formatted(LONGEST), "At most %d characters; please shorten it.".formatted(LONGEST)));
        }
        return SecrecyMark.in(value).map(mark -> new Text("这里有密级标志“%s”，没有保存。本系统不处理国家秘密，请交本单位保密部门。".formatted(mark),
            "This carries the secrecy mark “%s” and was not saved. State secrets must not enter this system; turn to your confidentiality office.".formatted(mark)));
    }

    /** The film with its stored file, if there is one. */
    record Film(UUID id, String disclosure, StoredFile file) {
        public Disclosure shownTo() {
            return Disclosure.of(disclosure).orElseThrow();
        }
    }

    @Transactional(readOnly = true)
    Optional<Film> film(RankedList list) {
        return sql.film(list.id()).flatMap(film -> media.find(film.file()).map(file -> new Film(film.id(), film.disclosure(), file)));
    }

    /** Takes the place of the one before, which is kept as a dated fact. Stands in the transaction of the upload's arrival. */
    @Transactional
    public Optional<Text> film(Actor me, Disclosure disclosure, StoredFile file) {
        var no = filmRefusal(me, disclosure);
        if (no.isPresent()) {
            return no;
        }
        var list = nominations.begun(me);
        sql.film(list.id()).ifPresent(old -> sql.remove(list.id(), old.id(), open.arrived(), me.account()));
        sql.insert(list.id(), new HeadSql.Film(UUID.randomUUID(), file.id(), disclosure.code()), open.arrived(), me.account());
        audit.record(me, "overview.added", Nominations.subject(list), Map.of("file", file.id().toString(), "disclosure", disclosure.code()));
        return Optional.empty();
    }

    Optional<Text> filmRefusal(Actor me, Disclosure disclosure) {
        if (!zone.mayHold(disclosure)) {
            return Optional.of(new Text("非公开的综述视频不能上传到这里，请随非公开材料按规定渠道报送。",
                "A non-public overview film can't be uploaded here. Send it with the non-public material by the prescribed channel."));
        }
        return nominations.refusal(me, "overview.added");
    }

    @Transactional
    Optional<Text> removeFilm(Actor me) {
        var no = nominations.refusal(me, "overview.removed");
        if (no.isPresent()) {
            return no;
        }
        var list = nominations.begun(me);
        sql.film(list.id()).ifPresent(film -> {
            sql.remove(list.id(), film.id(), open.arrived(), me.account());
            audit.record(me, "overview.removed", Nominations.subject(list), Map.of("file", film.file().toString()));
        });
        return Optional.empty();
    }

    @Transactional(readOnly = true)
    boolean holds(UUID department, UUID file) {
        return sql.holds(department, file);
    }

    @Transactional(readOnly = true)
    boolean signed(UUID file) {
        return sql.signed(file);
    }
}

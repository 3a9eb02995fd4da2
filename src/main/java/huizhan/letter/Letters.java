package huizhan.letter;

import huizhan.audit.Audit;
import huizhan.documents.Letter;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.letter.LetterSql.Written;
import huizhan.nomination.OwnLists;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.rules.SecrecyMark;
import huizhan.web.Dates;
import huizhan.web.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter of recommendation of a department (B26), proposed, written, and as a paper. */
@Service
class Letters {
    private final LetterSql sql;
    private final OwnLists lists;
    private final Departments departments;
    private final OpenCall open;
    private final Audit audit;

    Letters(LetterSql sql, OwnLists lists, Departments departments, OpenCall open, Audit audit) {
        this.sql = sql;
        this.lists = lists;
        this.departments = departments;
        this.open = open;
        this.audit = audit;
    }

    /**
     * A letter as it stands: what was written, and for the rest what is proposed.
     *
     * @param last the last day on which the department may hand in
     */
    record Sheet(Proposal proposal, LocalDate last, Map<LetterField, Written> fields) {

        public Written field(LetterField field) {
            return fields.getOrDefault(field, new Written("", 0, Instant.EPOCH));
        }

        public String text(LetterField field) {
            return field(field).value();
        }
    }

    @Transactional(readOnly = true)
    Sheet of(UUID department) {
        var list = lists.outline(department);
        var head = list.head().getOrDefault("name", "");
        var sender = head.isBlank() ? departments.nameOf(department).map(Text::zh).orElse("") : head;
        var proposal = new Proposal(open.call(), sender, list, Dates.dayOf(list.at().orElseGet(open::arrived)));
        var fields = new EnumMap<LetterField, Written>(LetterField.class);
        for (var field : LetterField.values()) {
            fields.put(field, new Written(proposal.of(field), 0, Instant.EPOCH));
        }
        fields.putAll(sql.of(department, open.call().id()));
        return new Sheet(proposal, open.lastDay(department), fields);
    }

    /** As a paper. */
    @Transactional(readOnly = true)
    Letter paper(UUID department) {
        var sheet = of(department);
        var paragraphs = sheet.text(LetterField.BODY).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new Letter(sheet.proposal().sender(), sheet.text(LetterField.NUMBER), sheet.text(LetterField.TITLE), sheet.text(LetterField.ADDRESSEE), paragraphs,
            sheet.proposal().enclosures(), LocalDate.parse(sheet.text(LetterField.DAY)), sheet.proposal().contact());
    }

    /** What became of one field that saved itself. */
    sealed interface Save {
        record Kept(Written written) implements Save {}

        record Overtaken(Written theirs) implements Save {}

        record Refused(Text why) implements Save {}
    }

    /** Until the department's own end, signed off or not: the number often comes last. */
    @Transactional
    Save write(Actor me, String code, String raw, long version) {
        var field = LetterField.of(code).orElseThrow(Faults.NotThere::new);
        var value = Plain.text(raw).strip();
        var no = open.refusal(me, "letter.written", subject(me)).or(() -> unfit(field, value));
        if (no.isPresent()) {
            return new Save.Refused(no.get());
        }
        var before = Optional.ofNullable(sql.of(me.owner(), open.call().id()).get(field));
        if (before.filter(each -> each.value().equals(value)).isPresent()) {
            return new Save.Kept(before.get());
        }
        var next = new Written(value, version + 1, open.arrived());
        if (before.map(Written::version).orElse(0L) != version || !sql.write(me.owner(), open.call().id(), field, next, me.account())) {
            return new Save.Overtaken(sql.of(me.owner(), open.call().id()).getOrDefault(field, next));
        }
        audit.record(me, "letter.written", subject(me), Map.of("field", code, "version", next.version()));
        return new Save.Kept(next);
    }

    private static String subject(Actor me) {
        return "department:" + me.owner();
    }

    private static Optional<Text> unfit(LetterField field, String value) {
        if (value.codePointCount(0, value.length()) > field.longest()) {
            return Optional.of(new Text("最多 %d 个字符，请缩短。".formatted(field.longest()), "At most %d characters; please shorten it.".formatted(field.longest())));
        }
        if (field == LetterField.DAY && !isDay(value)) {
            return Optional.of(new Text("请填写成文日期。", "Give the day of the letter."));
        }
        return SecrecyMark.in(value).map(mark -> new Text("这里有密级标志“%s”，没有保存。本系统不处理国家秘密，请交本单位保密部门。".formatted(mark),
            "This carries the secrecy mark “%s” and was not saved. State secrets must not enter this system; turn to your confidentiality office.".formatted(mark)));
    }

    private static boolean isDay(String value) {
        try {
            return !LocalDate.parse(value).toString().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** One field's versions, oldest first; none where nobody has written it. */
    @Transactional(readOnly = true)
    List<Version> past(UUID department, LetterField field) {
        return sql.versions(department, open.call().id(), field);
    }

    @Transactional(readOnly = true)
    Optional<String> version(UUID department, LetterField field, long version) {
        return sql.value(department, open.call().id(), field, version);
    }

    boolean isOpen(UUID department) {
        return open.isOpen(department);
    }
}

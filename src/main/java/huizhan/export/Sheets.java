package huizhan.export;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Lang;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.Values;
import huizhan.rules.CharacterCount;
import huizhan.stamped.StampedLists;
import huizhan.web.Dates;
import huizhan.web.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the list: departments, achievements, files, stamped papers. A cell is a text or a whole number. */
final class Sheets {
    private static final String BOARD = "board.";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private final List<Share> shares;
    private final ArchiveNames names;
    private final Call call;
    private final Lang lang;
    private final Texts texts;

    Sheets(List<Share> shares, ArchiveNames names, Call call, Lang lang, Texts texts) {
        this.shares = shares;
        this.names = names;
        this.call = call;
        this.lang = lang;
        this.texts = texts;
    }

    /** @param rows texts and whole numbers */
    record Sheet(String name, List<String> head, List<List<Object>> rows) {}

    /** @param stamped how it stands with the stamped papers, by department */
    List<Sheet> all(Map<UUID, List<StampedLists.Line>> stamped) {
        return List.of(departments(), achievements(), files(), stamped(stamped));
    }

    private String word(String key) {
        return texts.in(lang, "export." + key);
    }

    private List<String> head(String... keys) {
        return Stream.of(keys).map(key -> word("column." + key)).toList();
    }

    private Sheet departments() {
        var head = new ArrayList<>(head("code", "department"));
        call.head().forEach(field -> head.add(field.label().in(lang)));
        head.addAll(head("receipt", "signed", "achievements", "stubs", "files", "bytes", "digest"));
        var rows = new ArrayList<List<Object>>();
        for (var share : shares) {
            var row = new ArrayList<Object>(List.of(share.department().code(), share.department().name().in(lang)));
            call.head().forEach(field -> row.add(share.content().material().department().text(field.id())));
            row.addAll(List.of(share.standing().receipt(), MOMENT.format(share.standing().at().atZone(Dates.ZONE)), (long) share.achievements().size(),
                share.stubs(), (long) share.originals().size(), share.bytes(), share.standing().digest().hex()));
            rows.add(row);
        }
        return new Sheet(word("sheet.departments"), head, rows);
    }

    private Sheet achievements() {
        var head = new ArrayList<>(head("code", "department", "rank", "disclosure"));
        call.fields().forEach(field -> head.add(label(field)));
        head.addAll(head("board-count", "statement", "statement-count", "pictures", "video", "objects", "attachments", "receipt"));
        var rows = new ArrayList<List<Object>>();
        shares.forEach(share -> share.achievements().forEach(each -> rows.add(row(share, each))));
        return new Sheet(word("sheet.achievements"), head, rows);
    }

    /** Annexes 1 and 2 have cells of the same name. */
    private String label(Field field) {
        return field.id().startsWith(BOARD) ? texts.in(lang, "export.column.board", field.label().in(lang)) : field.label().in(lang);
    }

    /** Of a stub rank and disclosure, and nothing else. */
    private List<Object> row(Share share, Achievement each) {
        var row = new ArrayList<Object>(List.of(share.department().code(), share.department().name().in(lang), (long) each.rank().orElse(0),
            each.shownTo().map(shown -> shown.label().in(lang)).orElse("")));
        if (each.stub()) {
            return row;
        }
        call.fields().forEach(field -> row.add(Cells.words(field, each.values(), call, lang)));
        row.addAll(List.of((long) CharacterCount.of(each.values().text("board.text")), statement(each), count(each), (long) each.pictures().size(),
            word(each.video().isBlank() ? "no" : "yes"), objects(each), attachments(each), share.standing().receipt()));
        return row;
    }

    private String statement(Achievement each) {
        var sections = call.kind(each.values().text("kind")).map(kind -> kind.sections().stream()
            .filter(section -> !each.values().blank(Values.STATEMENT + section.code()))
            .map(section -> section.label().in(lang) + "\n" + each.values().text(Values.STATEMENT + section.code())).collect(Collectors.joining("\n"))).orElse("");
        return sections.isEmpty() ? each.prose() : sections;
    }

    /** Our own headings don't count (A5). */
    private static long count(Achievement each) {
        var sections = each.statement();
        return sections.blank() ? CharacterCount.of(each.prose()) : sections.texts().stream().mapToInt(entry -> CharacterCount.of(entry.getValue())).sum();
    }

    private String objects(Achievement each) {
        return each.objects().stream().map(object -> object.name() + " (" + call.choice("object-kinds", object.kind()).map(kind -> kind.label().in(lang)).orElse("")
            + ")").collect(Collectors.joining("\n"));
    }

    private String attachments(Achievement each) {
        return each.attachments().stream().map(one -> call.choice("attachments", one.kind()).map(kind -> kind.label().in(lang)).orElse(one.kind()))
            .collect(Collectors.joining("\n"));
    }

    private Sheet files() {
        var rows = new ArrayList<List<Object>>();
        for (var share : shares) {
            for (var each : share.originals()) {
                var facts = each.file().facts();
                rows.add(List.of(share.department().code(), share.department().name().in(lang), (long) each.rank(), names.folder(share) + each.path(),
                    each.file().originalName(), each.file().size(), pixels(facts), duration(facts), each.file().sha256().hex()));
            }
        }
        return new Sheet(word("sheet.files"), head("code", "department", "rank", "path", "original", "bytes", "pixels", "duration", "sha256"), rows);
    }

    private Sheet stamped(Map<UUID, List<StampedLists.Line>> stamped) {
        var rows = new ArrayList<List<Object>>();
        for (var share : shares) {
            stamped.getOrDefault(share.department().id(), List.of()).stream().filter(each -> takes(share, each)).forEach(each -> rows.add(row(share, each)));
        }
        return new Sheet(word("sheet.stamped"), head("code", "department", "rank", "paper", "name", "scan", "scan-file", "scan-reason", "scan-code", "original-paper", "day",
            "original-note", "receipt"), rows);
    }

    /** The summary and the letter are of the whole, as everywhere. */
    private static boolean takes(Share share, StampedLists.Line line) {
        return line.achievement().map(id -> share.achievements().stream().anyMatch(each -> each.id().equals(Optional.of(id)))).orElseGet(share::whole);
    }

    private List<Object> row(Share share, StampedLists.Line line) {
        return List.of(share.department().code(), share.department().name().in(lang), line.rank() == 0 ? "" : (Object) (long) line.rank(), texts.in(lang, line.paperKey()),
            line.name(), texts.in(lang, line.scan().stateKey()), line.scan().file(), line.scan().note(), line.codeKey().isEmpty() ? "" : texts.in(lang, line.codeKey()),
            line.overdue() ? word("overdue") : texts.in(lang, line.original().stateKey()), line.original().day().map(LocalDate::toString).orElse(""), line.original().note(),
            share.standing().receipt());
    }

    private static String pixels(FileFacts facts) {
        return facts.picture().filter(each -> each.width() > 0).map(each -> each.seenWidth() + "×" + each.seenHeight())
            .or(() -> facts.film().filter(each -> each.width() > 0).map(each -> each.width() + "×" + each.height())).orElse("");
    }

    private static String duration(FileFacts facts) {
        return facts.film().flatMap(each -> each.duration()).map(time -> "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())).orElse("");
    }
}

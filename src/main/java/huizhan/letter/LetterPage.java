package huizhan.letter;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page of the letter, {@code templates/letter/letter.html}.
 *
 * @param fields  in the order of the paper
 * @param remarks keys of what wants a look
 */
record LetterPage(String sender, List<Field> fields, List<Remark> remarks, List<String> enclosures, String contact, boolean open) {
    private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}{1,20}〔\\d{4}〕[1-9]\\d{0,4}号");
    private static final Pattern COUNT = Pattern.compile("(?:推荐|报送|共)\\p{IsHan}{0,6}?(\\d{1,4})\\s*项");

    /** @param at when it was saved; null for what is only proposed */
    record Field(String code, String value, long version, @Nullable Instant at) {}

    /** @param about figures and days that the text needs */
    record Remark(String key, String field, List<Object> about) {}

    static LetterPage of(Letters.Sheet sheet, boolean open) {
        var fields = new ArrayList<Field>();
        for (var field : LetterField.values()) {
            var written = sheet.field(field);
            fields.add(new Field(field.code(), written.value(), written.version(), written.version() > 0 ? written.at() : null));
        }
        return new LetterPage(sheet.proposal().sender(), fields, remarks(sheet), sheet.proposal().enclosures(), sheet.proposal().contact(), open);
    }

    private static List<Remark> remarks(Letters.Sheet sheet) {
        var remarks = new ArrayList<Remark>();
        var number = sheet.text(LetterField.NUMBER);
        if (number.isEmpty()) {
            remarks.add(new Remark("number.none", "number", List.of()));
        } else if (!NUMBER.matcher(number).matches()) {
            remarks.add(new Remark("number.form", "number", List.of()));
        }
        int lines = sheet.proposal().list().lines();
        Matcher count = COUNT.matcher(sheet.text(LetterField.BODY));
        if (count.find() && Integer.parseInt(count.group(1)) != lines) {
            remarks.add(new Remark("count", "body", List.of(count.group(1), lines)));
        }
        if (sheet.proposal().contact().isEmpty()) {
            remarks.add(new Remark("contact", "", List.of()));
        }
        if (sheet.text(LetterField.BODY).isBlank()) {
            remarks.add(new Remark("body.none", "body", List.of()));
        }
        day(sheet).ifPresent(remarks::add);
        return remarks;
    }

    /** The letter goes with the material: no reason to refuse a later day, but mostly a slip. */
    private static Optional<Remark> day(Letters.Sheet sheet) {
        var day = LocalDate.parse(sheet.text(LetterField.DAY));
        return day.isAfter(sheet.last()) ? Optional.of(new Remark("day.late", "day", List.of(said(day), said(sheet.last())))) : Optional.empty();
    }

    private static Text said(LocalDate day) {
        return new Text(Dates.day(Lang.ZH, day), Dates.day(Lang.EN, day));
    }
}

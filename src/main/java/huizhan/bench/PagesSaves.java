package huizhan.bench;

import huizhan.rules.CharacterCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Saving under load, and the proof that what was answered with 200 is there: the value, and one row of history for each (B4). */
final class PagesSaves {
    /** Four fields of a form, so that 256 people write in 64 forms without meeting in one field. */
    private static final List<String> FIELDS = List.of("board.text", "board.intellectualProperty", "board.chineseInvestment", "board.wishes");
    private static final String BEFORE = "第";
    private static final String AFTER = "次修改：双方互换种质312份，定位抗旱主效位点4个，育成耐旱新品种2个，推广18万亩，惠及1.2万户农户。";
    /** Of 256 fields each of two threads has half. */
    private static final int MOST = 128;
    private final Path work;
    private final Wrk wrk;
    private final List<Answered> answered = new ArrayList<>();

    PagesSaves(Path work, Wrk wrk) {
        this.work = work;
        this.wrk = wrk;
    }

    /** Versions first + 1 to last of a field were answered with 200, each with these words behind it. */
    private record Answered(UUID form, String field, String after, long first, long last) {}

    /** One after the other, each connection with a field that is with no other; each field's text has its own length, by which its answer is known. */
    Wrk.Figures run(String address, List<PagesVisitor> writers, List<String> forms, int connections, int seconds) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < connections; i++) {
            var writer = writers.get(i % writers.size());
            var form = forms.get(i % forms.size());
            var field = field(i, forms);
            var version = version(writer.get(form), field);
            var count = CharacterCount.of(text(Long.parseLong(version), after(i)));
            lines.add(String.join("\t", form + "/fields", writer.cookies(), writer.token(), field, version, String.valueOf(count),
                PagesVisitor.encoded(BEFORE), PagesVisitor.encoded(after(i))));
        }
        var run = wrk.taken("save.lua", address, connections, seconds, Files.write(work.resolve("save.txt"), lines));
        for (var each : run.saved()) {
            int i = each.line() - 1;
            var form = forms.get(i % forms.size());
            answered.add(new Answered(UUID.fromString(form.substring(form.lastIndexOf('/') + 1)), field(i, forms), after(i), each.first(), each.last()));
        }
        return run.figures();
    }

    private static String field(int connection, List<String> forms) {
        return FIELDS.get(connection / forms.size() % FIELDS.size());
    }

    private static String after(int connection) {
        return AFTER + "再".repeat(connection / 2 % MOST);
    }

    private static String version(String page, String field) throws IOException {
        var found = Pattern.compile("name=\"version:" + Pattern.quote(field) + "\" value=\"(\\d+)\"").matcher(page);
        if (!found.find()) {
            throw new IOException(field + " can't be written");
        }
        return found.group(1);
    }

    /** Reads everything back out of the folder of the stopped server. */
    boolean kept(Path data) {
        var sql = new SavedSql(data);
        long missing = 0;
        long all = 0;
        for (var each : answered) {
            var rows = sql.history(each.form(), each.field(), each.first(), each.last());
            for (long version = each.first() + 1; version <= each.last(); version++) {
                var wanted = text(version, each.after());
                missing += rows.getOrDefault(version, List.of()).equals(List.of(wanted)) ? 0 : 1;
                all++;
            }
        }
        System.out.printf(Locale.ROOT, "%n%,d values were answered with 200; %,d of them have not exactly one row of history with that value, %,d fields don't hold their newest: %s%n",
            all, missing, lost(sql), missing + lost(sql) == 0 ? "met" : "NOT MET");
        return missing + lost(sql) == 0;
    }

    /** Fields whose value is older than the newest answer. */
    private long lost(SavedSql sql) {
        return answered.stream().filter(each -> sql.version(each.form(), each.field()) < each.last()).count();
    }

    private static String text(long version, String after) {
        return BEFORE + version + after;
    }
}

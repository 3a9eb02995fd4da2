package huizhan.bench;

import static huizhan.bench.BenchSupport.heading;
import static huizhan.bench.BenchSupport.line;
import static huizhan.bench.BenchSupport.median;
import static huizhan.bench.BenchSupport.ratio;
import static huizhan.bench.BenchSupport.timed;

import huizhan.bench.BenchSupport.Timing;
import huizhan.call.Call;
import huizhan.call.Calls;
import huizhan.documents.FormValues;
import huizhan.documents.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench forms [--rounds N]}: 20 board forms as PDF, warm, against LibreOffice on our own Word files, 20 in one process; and all
 * 21 papers of a department, warm.
 */
public final class FormsBench {
    private static final int FORMS = 20;
    private static final int WARM_UP = 40;
    private static final double OF_PEER = 0.4;
    private static final double DEPARTMENT_SECONDS = 1.2;
    private static final int ACHIEVEMENTS = 10;
    private final Call call = Calls.bundled(Calls.FIRST);
    private final Papers papers = Papers.bundled();
    private final int rounds;
    private final Path work;

    private FormsBench(List<String> args) throws IOException {
        rounds = Integer.parseInt(BenchSupport.option(args, "--rounds", String.valueOf(BenchSupport.ROUNDS)));
        work = Files.createTempDirectory("forms-bench");
    }

    /** 0 if every limit is met, 1 if one isn't. */
    public static int run(List<String> args) throws Exception {
        BenchSupport.need("soffice", "libreoffice-writer-nogui");
        var bench = new FormsBench(args);
        try {
            return bench.forms() & bench.department() ? 0 : 1;
        } finally {
            BenchSupport.removeTree(bench.work);
        }
    }

    private boolean forms() throws Exception {
        var values = new ArrayList<FormValues>();
        for (int i = 0; i < FORMS; i++) {
            values.add(FormsMaterial.board(i));
        }
        var form = call.form("board-form");
        for (int i = 0; i < WARM_UP; i++) {
            values.forEach(each -> papers.pdf(form, each, call));
        }
        heading("board forms, " + FORMS + " of them, median of " + rounds + "; the peer at its best");
        var ours = median(rounds, () -> timed(() -> values.forEach(each -> papers.pdf(form, each, call))));
        line("Huizhan, PDF/A-2u, warm", ours);
        var peer = soffice(values);
        line("soffice --convert-to pdf, our .docx, one process", peer);
        each("each, Huizhan", ours);
        each("each, soffice", peer);
        return ratio("Huizhan / soffice", ours.wall(), peer.wall(), OF_PEER);
    }

    private Timing soffice(List<FormValues> values) throws Exception {
        var command = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + work.resolve("profile").toUri(), "--headless",
                "--convert-to", "pdf", "--outdir", work.resolve("out").toString()));
        for (int i = 0; i < values.size(); i++) {
            var file = work.resolve(i + ".docx");
            Files.write(file, papers.docx(call.form("board-form"), values.get(i), call));
            command.add(file.toString());
        }
        BenchSupport.run(command);
        var timings = new ArrayList<Timing>();
        for (int i = 0; i < rounds; i++) {
            timings.add(timed(command));
        }
        try (var made = Files.list(work.resolve("out"))) {
            if (made.count() != values.size()) {
                throw new IOException("soffice did not convert all forms");
            }
        }
        return timings.stream().min(Comparator.comparingDouble(Timing::wall)).orElseThrow();
    }

    private boolean department() throws Exception {
        var summary = FormsMaterial.summary(ACHIEVEMENTS);
        var statements = new ArrayList<FormValues>();
        var boards = new ArrayList<FormValues>();
        for (int i = 0; i < ACHIEVEMENTS; i++) {
            statements.add(FormsMaterial.statement(i));
            boards.add(FormsMaterial.board(i));
        }
        BenchSupport.Work all = () -> {
            papers.pdf(call.form("summary"), summary, call);
            statements.forEach(each -> papers.pdf(call.form("statement"), each, call));
            boards.forEach(each -> papers.pdf(call.form("board-form"), each, call));
        };
        BenchSupport.Work word = () -> {
            papers.docx(call.form("summary"), summary, call);
            statements.forEach(each -> papers.docx(call.form("statement"), each, call));
            boards.forEach(each -> papers.docx(call.form("board-form"), each, call));
        };
        for (int i = 0; i < WARM_UP / 4; i++) {
            all.run();
            word.run();
        }
        heading("one department: a summary table, ten statements, ten board forms, warm, median of " + rounds);
        var ours = median(rounds, () -> timed(all));
        line("Huizhan, 21 PDF files", ours);
        line("Huizhan, the same as Word files", median(rounds, () -> timed(word)));
        boolean met = ours.wall() <= DEPARTMENT_SECONDS;
        System.out.printf(Locale.ROOT, "%-58s %10.2f   at most %.2f s: %s%n", "21 PDF files", ours.wall(), DEPARTMENT_SECONDS, met ? "met" : "NOT MET");
        return met;
    }

    private static void each(String name, Timing all) {
        System.out.printf(Locale.ROOT, "%-58s %10.4f %10.4f%n", name, all.wall() / FORMS, all.cpu() / FORMS);
    }
}

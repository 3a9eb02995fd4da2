package huizhan.bench;

import huizhan.bench.Wrk.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code bench pages [--seconds N] [--rounds N] [--connections 1,16,64,256] [--pages form,list,matrix,save,sign-in] [--data FOLDER]}: pages
 * under load while 130 departments with 10 achievements each are there, by {@code wrk} on the same cores, beside nginx that serves a file
 * of the same bytes. 64 people have 64 forms open. Afterwards every saved value is read back.
 *
 * <p>The limits are the issue's; HotCRP, the fastest peer that runs on such a machine, gave in the same set-up 475 form pages a second
 * (p99 186 ms at 64 connections, 604 ms at 256) and 46 lists of 1,301 entries a second (p50 1.3 s at 64).
 */
public final class PagesBench {
    private static final int DEPARTMENTS = 130;
    private static final int EACH = 10;
    private static final int WRITERS = 64;
    /** Requests after which a server is warm, and runs that are made for it at most. */
    private static final int WARM = 60_000;
    private static final int WARMING = 36;
    private static final int LARGEST_LIST = 200_000;
    /** The organizer's pages. */
    private static final Map<String, String> ORGANIZERS = Map.of("list", "/nominations/achievements", "matrix", "/progress");
    private static final Pattern FORM = Pattern.compile("href=\"(/achievements/[0-9a-f-]{36})\"");

    private final Path work;
    private final int seconds;
    private final int rounds;
    private final List<Integer> connections;
    private final List<String> wanted;
    private final Wrk wrk;
    private final List<PagesVisitor> writers = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private boolean met = true;

    private PagesBench(Path work, List<String> args) {
        this.work = work;
        this.seconds = Integer.parseInt(BenchSupport.option(args, "--seconds", "10"));
        this.rounds = Integer.parseInt(BenchSupport.option(args, "--rounds", "3"));
        this.connections = java.util.Arrays.stream(BenchSupport.option(args, "--connections", "1,16,64,256").split(",")).map(Integer::parseInt).toList();
        this.wanted = List.of(BenchSupport.option(args, "--pages", "form,list,matrix,save,sign-in").split(","));
        this.wrk = new Wrk(work);
    }

    /** A page under load. */
    private interface Load {
        Figures run(int connections, int seconds) throws Exception;
    }

    /** @return 0 where each figure keeps its limit, else 1 */
    public static int run(List<String> args) throws Exception {
        BenchSupport.need("wrk", "wrk");
        BenchSupport.need("nginx", "nginx");
        var work = Files.createTempDirectory("huizhan-pages");
        try {
            var data = Path.of(BenchSupport.option(args, "--data", work.resolve("data").toString()));
            PagesStage.fill(data, DEPARTMENTS, EACH, WRITERS);
            return new PagesBench(work, args).measure(data) ? 0 : 1;
        } finally {
            BenchSupport.removeTree(work);
        }
    }

    private boolean measure(Path data) throws Exception {
        var saves = new PagesSaves(work, wrk);
        try (var stage = PagesStage.open(data)) {
            var pages = pages(signIn(stage));
            try (var nginx = PagesStage.nginx(work, pages)) {
                for (var page : pages) {
                    visited(page, stage.address(), nginx.url(""));
                }
            }
            if (wanted.contains("save")) {
                saved(saves, stage.address());
            }
            if (wanted.contains("sign-in")) {
                signedIn(stage.address());
            }
        }
        return wanted.contains("save") ? saves.kept(data) & met : met;
    }

    /**
     * A page to be visited.
     *
     * @param bytes  of one visit
     * @param visits a line for each of the people
     */
    record Page(String name, byte[] bytes, Path visits) {}

    private List<Page> pages(PagesVisitor organizer) throws IOException, InterruptedException {
        var pages = new ArrayList<Page>();
        if (wanted.contains("form")) {
            var lines = java.util.stream.IntStream.range(0, forms.size()).mapToObj(i -> forms.get(i) + "\t" + writers.get(i).cookies()).toList();
            pages.add(new Page("form", bytes(writers.get(0), forms.get(0)), visits("form", lines)));
        }
        for (var page : ORGANIZERS.entrySet()) {
            if (wanted.contains(page.getKey()) && !organizer.sees(page.getValue())) {
                System.out.println(page.getKey() + " left out: there is no page " + page.getValue());
            } else if (wanted.contains(page.getKey())) {
                pages.add(new Page(page.getKey(), bytes(organizer, page.getValue()), visits(page.getKey(), List.of(page.getValue() + "\t" + organizer.cookies()))));
            }
        }
        return pages;
    }

    /** All who take part; the organizer is the answer. */
    private PagesVisitor signIn(PagesStage stage) throws IOException, InterruptedException {
        var accounts = stage.accounts();
        for (var account : accounts.get("unit")) {
            var writer = new PagesVisitor(stage.address(), account[0], account[1]);
            writer.signIn();
            var links = FORM.matcher(writer.get("/achievements")).results().map(link -> link.group(1)).toList();
            writers.add(writer);
            forms.add(links.get(links.size() - 1));
        }
        var account = accounts.get("organizer").get(0);
        var organizer = new PagesVisitor(stage.address(), account[0], account[1]);
        organizer.signIn();
        return organizer;
    }

    private static byte[] bytes(PagesVisitor visitor, String path) throws IOException, InterruptedException {
        return visitor.get(path).getBytes(StandardCharsets.UTF_8);
    }

    private Path visits(String name, List<String> lines) throws IOException {
        return Files.write(work.resolve(name + ".txt"), lines);
    }

    private void visited(Page page, String ours, String peer) throws Exception {
        int size = page.bytes().length;
        heading(page.name() + " page, " + size + " bytes");
        var still = visits(page.name() + "-nginx", List.of("/" + page.name() + "\t-"));
        for (int count : connections) {
            var own = new ArrayList<Figures>();
            var others = new ArrayList<Figures>();
            warm((many, time) -> wrk.shared("visit.lua", ours, many, time, page.visits(), "identity").figures(), count);
            for (int round = 0; round < rounds; round++) {
                own.add(wrk.shared("visit.lua", ours, count, seconds, page.visits(), "identity").figures());
                others.add(wrk.shared("visit.lua", peer, count, seconds, still, "identity").figures());
            }
            var figures = Figures.median(own);
            var other = Figures.median(others);
            line("huizhan", count, figures);
            line("nginx, a file of the same bytes", count, other);
            System.out.printf(Locale.ROOT, "  %-45s %10.3f   no limit%n", "huizhan / nginx, requests a second", figures.perSecond() / other.perSecond());
            limits(page.name(), count, figures, size);
        }
        if (page.name().equals("list")) {
            limit("list, bytes of the first view", size, LARGEST_LIST, size < LARGEST_LIST);
        }
    }

    private void limits(String page, int count, Figures figures, int size) {
        met &= figures.errors() == 0 && figures.bytes() > 0.9 * size;
        if (count == 64 && page.equals("form")) {
            limit("form, at least a second", figures.perSecond(), 1000, figures.perSecond() >= 1000);
            limit("form, p99 in ms below", figures.p99(), 120, figures.p99() < 120);
        }
        if (count == 64 && page.equals("list")) {
            limit("list, at least a second", figures.perSecond(), 500, figures.perSecond() >= 500);
        }
    }

    private void saved(PagesSaves saves, String address) throws Exception {
        heading("saving a field by itself, on the disk before the answer");
        for (int count : connections) {
            var runs = new ArrayList<Figures>();
            warm((many, time) -> saves.run(address, writers, forms, many, time), count);
            for (int round = 0; round < rounds; round++) {
                runs.add(saves.run(address, writers, forms, count, seconds));
            }
            var figures = Figures.median(runs);
            line("huizhan", count, figures);
            met &= figures.errors() == 0;
            if (count == 256) {
                limit("saving, at least a second", figures.perSecond(), 1000, figures.perSecond() >= 1000);
                limit("saving, p99 in ms at most", figures.p99(), 250, figures.p99() <= 250);
            }
        }
    }

    private void signedIn(String address) throws Exception {
        heading("signing in (Argon2id, slow by intent)");
        var lines = new ArrayList<String>();
        for (var writer : writers) {
            lines.add(writer.again());
        }
        var file = visits("sign-in", lines);
        for (int count : connections) {
            var runs = new ArrayList<Figures>();
            for (int round = 0; round < rounds; round++) {
                runs.add(wrk.each("sign-in.lua", address, count, seconds, file).figures());
            }
            line("huizhan", count, Figures.median(runs));
        }
    }

    private void warm(Load load, int count) throws Exception {
        if (count != connections.get(0)) return;
        double answered = 0;
        for (int i = 0; i < WARMING && answered < WARM; i++) {
            answered += load.run(WRITERS, seconds).perSecond() * seconds;
        }
    }

    private static void heading(String text) {
        System.out.printf(Locale.ROOT, "%n%s%n%-34s %11s %12s %10s %10s %8s%n", text, "", "connections", "a second", "p50 ms", "p99 ms", "errors");
    }

    private static void line(String name, int count, Figures figures) {
        System.out.printf(Locale.ROOT, "%-34s %11d %12.1f %10.1f %10.1f %8d%n", name, count, figures.perSecond(), figures.p50(), figures.p99(), figures.errors());
    }

    private void limit(String name, double figure, double limit, boolean kept) {
        System.out.printf(Locale.ROOT, "  %-45s %10.1f   limit %.0f: %s%n", name, figure, limit, kept ? "met" : "NOT MET");
        met &= kept;
    }
}

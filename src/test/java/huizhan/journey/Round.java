package huizhan.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.organization.TestPeople.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes from page to page and writes down what is wrong with each. */
final class Round {
    private static final Optional<Path> SHOTS = Optional.ofNullable(System.getProperty("huizhan.shots")).map(Path::of);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("huizhan.visits", ".*"));
    private static final int DESK = 1366;
    private static final int DESK_HEIGHT = 768;
    private static final int TELEPHONE = 320;
    private static final int ALIKE = 0;
    private static final int TELEPHONE_HEIGHT = 640;
    private final List<String> remarks = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Set<String> built = new HashSet<>();
    /** Visits that show what another has shown, to somebody else perhaps: in one language that was enough, as it was looked at in both. */
    private final Set<String> alike = new HashSet<>();
    private final Chrome chrome;

    /** A page that was there for someone: his roles, none for nobody, and its path. */
    record Seen(Set<Role> roles, String path) {}

    Round(Chrome chrome) {
        this.chrome = chrome;
    }

    List<String> remarks() {
        return remarks;
    }

    List<Seen> seen() {
        return seen;
    }

    void make(List<Visit> visits) {
        make(visits, Lang.values());
    }

    void make(List<Visit> visits, Lang... langs) {
        Map<Optional<Person>, List<Visit>> byPerson = new LinkedHashMap<>();
        visits.stream().filter(each -> ONLY.matcher(each.name()).matches()).forEach(each -> byPerson.computeIfAbsent(each.who(), who -> new ArrayList<>()).add(each));
        byPerson.forEach((who, theirs) -> {
            var page = chrome.window(theirs.get(0).server(), who);
            for (var lang : langs) {
                page.navigate("/sign-in?lang=" + lang.name().toLowerCase(java.util.Locale.ROOT));
                theirs.stream().filter(visit -> lang == langs[0] || !alike.contains(visit.name())).forEach(visit -> visit(page, visit, lang));
            }
            page.context().close();
        });
        remarks.addAll(chrome.complaints());
    }

    private void visit(Page page, Visit visit, Lang lang) {
        page.setViewportSize(DESK, DESK_HEIGHT);
        if (visit.who().isEmpty()) {
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-huizhan"));
        }
        var answer = page.navigate(visit.path());
        visit.then().accept(page);
        if (answer.status() == 200) {
            seen.add(new Seen(visit.roles(), java.net.URI.create(page.url()).getPath()));
        }
        if (SHOTS.isEmpty() && visit.who().isPresent() && !isNew(page, ALIKE)) alike.add(visit.name());
        look(page, visit, lang, DESK);
        page.setViewportSize(TELEPHONE, TELEPHONE_HEIGHT);
        look(page, visit, lang, TELEPHONE);
    }

    /**
     * Words change nothing of what axe-core asks, width may: it looks at one language on the desk and at the other on the telephone, and
     * once at what is built alike.
     */
    private void look(Page page, Visit visit, Lang lang, int width) {
        var where = visit + " " + lang + " " + width + ": ";
        if (SHOTS.isPresent() || (lang == Lang.ZH) == (width == DESK) && isNew(page, width)) {
            Axe.barriers(page, width == DESK).forEach(each -> remarks.add(where + each));
        }
        Axe.tooWide(page).forEach(each -> remarks.add(where + each));
        SHOTS.ifPresent(folder -> keep(page, folder.resolve("%s-%s-%d".formatted(visit, lang.name().toLowerCase(java.util.Locale.ROOT), width)), width));
    }

    private boolean isNew(Page page, int width) {
        return Axe.build(page).stream().filter(each -> built.add(width + each)).count() > 0;
    }

    /** On the screen, and once as it is printed. */
    private static void keep(Page page, Path name, int width) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(name + ".png")));
        if (width == DESK) {
            page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(Path.of(name + ".pdf")));
        }
    }
}

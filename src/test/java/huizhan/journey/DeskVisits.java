package huizhan.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import huizhan.desk.DeskFiling;
import huizhan.desk.Gathered;
import huizhan.desk.TestDesk;
import huizhan.ferry.Freight;
import huizhan.kernel.Disclosure;
import huizhan.keys.KeyFault;
import huizhan.kit.Kits;
import huizhan.material.Achievement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The desk of one person: its door, its kit, its place, and the pages of the work as they are there. */
final class DeskVisits {
    private DeskVisits() {}

    static List<Visit> bare(TestDesk desk) {
        return List.of(Visit.ofNobody("desk-door", desk.server, "/desk/door"), Visit.ofNobody("desk-door-stale", desk.server, "/desk/door?ticket=used"), in(desk, "desk-kit", "/desk"),
            in(desk, "desk-kit-refused", "/desk", page -> {
                page.locator("#f-file").setInputFiles(new FilePayload("huizhan-kit-53.zip", "application/zip", new byte[] {'P', 'K'}));
                Visits.submit(page, "#take form");
                page.locator(".summary").waitFor();
            }));
    }

    /** A kit that came for the department is in place, and nobody works here yet. */
    static List<Visit> placing(TestDesk desk) {
        desk.take(Kits.ofDepartment("53"));
        return List.of(in(desk, "desk-place", "/desk"), in(desk, "desk-place-wrong", "/desk", page -> {
            Visits.submit(page, "#place form");
            page.locator(".summary").waitFor();
        }));
    }

    static List<Visit> ofDepartment(TestDesk desk) {
        desk.browser.post("/desk/place", Map.of("name", "示例乙", "kind", "department"));
        return List.of(in(desk, "desk-department", "/desk"), in(desk, "desk-department-call", "/call"), in(desk, "desk-department-nomination", "/nomination"), in(desk, "desk-department-achievements", "/achievements"), in(desk, "desk-reading-missing", "/desk/reading", page -> {
            Visits.submit(page, "main form");
            page.locator("#f-path-error").waitFor();
        }), in(desk, "desk-reading", "/desk/reading"), in(desk, "desk-kits-none", "/desk/kits"), in(desk, "desk-kits", "/desk/kits", page -> {
            page.locator("#f-unit").fill("示例水资源研究所");
            page.locator("#f-key").setInputFiles(new FilePayload("department.key", "text/plain", locked()));
            page.locator("#f-passphrase").fill(PASSPHRASE);
            Visits.submit(page, "#s-make form");
            page.locator("#s-kits .row").first().waitFor();
        }), in(desk, "desk-keys-differ", "/desk/kits", page -> {
            page.locator("#f-word").fill(PASSPHRASE);
            page.locator("#f-again").fill(PASSPHRASE);
            page.waitForDownload(() -> page.locator("#s-keys .actions .button").click());
            page.locator("#f-again").fill("");
            Visits.submit(page, "#s-keys form");
            page.locator("#f-again-error").waitFor();
        }), in(desk, "desk-discs-none", "/desk/discs"), in(desk, "desk-discs-where", "/desk/discs", page -> {
            page.locator("#inspect .actions .button").click();
            page.locator(".notice.bad").waitFor();
        }));
    }

    private static final String PASSPHRASE = "violet kettle roof";

    private static byte[] locked() {
        try {
            return Kits.DEPARTMENT.locked(PASSPHRASE.toCharArray()).getBytes(StandardCharsets.UTF_8);
        } catch (KeyFault e) {
            throw new AssertionError(e);
        }
    }

    /** Discs that came to it: looked at, taken in with gaps, and a version that is not wanted by itself. */
    static List<Visit> gathered(TestDesk desk, Path workshop) throws IOException {
        var gathered = new Gathered(workshop);
        var water = Gathered.open(1, "跨境水资源联合观测");
        var stub = Achievement.stub(Freight.id("特种材料联合试制"), 2);
        var first = gathered.open(Freight.list("示例部门 53", 1, water, stub), "53");
        var second = gathered.open(Freight.list("示例部门 53", 2, stub, water), "53");
        var strange = gathered.open(Freight.list("示例部门 11", 1, water), "11");
        desk.browser.get("/desk/discs");
        var refused = looked(desk, strange);
        var seen = looked(desk, first);
        var taken = looked(desk, first);
        desk.browser.post(taken + "/import", Map.of());
        Gathered.settled(desk.browser, taken);
        var newer = looked(desk, second);
        var declined = looked(desk, second);
        desk.browser.post(declined + "/import", Map.of());
        Gathered.settled(desk.browser, declined);
        return List.of(in(desk, "desk-discs-refused", refused), in(desk, "desk-discs-seen", seen), in(desk, "desk-discs-taken", taken), in(desk, "desk-discs-newer", newer), in(desk, "desk-discs", "/desk/discs"),
            in(desk, "desk-nomination-gathered", "/nomination"));
    }

    private static String looked(TestDesk desk, Path disc) {
        desk.browser.get("/desk/discs");
        var place = desk.browser.post("/desk/discs/inspections", Map.of("paths", disc.toString())).location();
        Gathered.settled(desk.browser, place);
        return place;
    }

    /** What a department has signed off at its desk goes out in two halves. */
    static List<Visit> signedOff(TestDesk desk, Path workshop) throws IOException {
        var filing = new DeskFiling(desk, workshop);
        filing.picked(Disclosure.PUBLIC, "高原耐旱青稞联合育种");
        filing.picked(Disclosure.NON_PUBLIC, "海洋预报数据共享");
        var receipt = filing.signOff();
        return List.of(in(desk, "desk-department-receipt", receipt), in(desk, "desk-sealed", receipt + "/sealed"), in(desk, "desk-sealed-made", receipt + "/sealed", page -> {
            Visits.submit(page, "#s-discs form");
            page.locator("#s-discs .row").first().waitFor();
        }), in(desk, "desk-wipe", "/desk/wipe"), in(desk, "desk-wipe-unsure", "/desk/wipe", page -> {
            Visits.submit(page, "main form");
            page.locator(".notice.bad").waitFor();
        }));
    }

    static List<Visit> ofUnit(TestDesk desk) {
        var id = desk.browser.post("/achievements", Map.of("disclosure", "non-public")).location();
        return List.of(in(desk, "desk-unit", "/desk"), in(desk, "desk-unit-achievements", "/achievements"), in(desk, "desk-unit-achievement", id), in(desk, "desk-unit-discs", id + "/discs"), in(desk, "desk-unit-discs-made", id + "/discs", page -> {
            Visits.submit(page, "#s-discs form");
            page.locator("#s-discs .row").first().waitFor();
        }));
    }

    private static Visit in(TestDesk desk, String name, String path) {
        return in(desk, name, path, page -> {});
    }

    private static Visit in(TestDesk desk, String name, String path, Consumer<Page> then) {
        return Visit.ofNobody(name, desk.server, "/desk/door").then(page -> {
            page.navigate(desk.server.address() + desk.entry());
            page.navigate(desk.server.address() + path);
            then.accept(page);
        });
    }
}

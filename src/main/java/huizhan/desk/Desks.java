package huizhan.desk;

import huizhan.audit.Audit;
import huizhan.call.Calls;
import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.kit.Kit;
import huizhan.kit.KitReader;
import huizhan.kit.KitReading;
import huizhan.kit.KitWriter;
import huizhan.opening.OpenCall;
import huizhan.organization.LocalPerson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Setting up a desk: it takes a kit, then its person's place; from then on a newer kit of the same department and call may replace it (C1). */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class Desks {
    private final Path data;
    /** The files of the call that the program goes by since its start. */
    private final Map<String, Sha256> running;
    private final LocalPerson person;
    private final KitTerms terms;
    private final OpenCall open;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Desks(KitTerms terms, LocalPerson person, OpenCall open, Audit audit, ApplicationEventPublisher events, @Value("${huizhan.call:" + Calls.FIRST + "}") String call) {
        this.data = terms.data();
        this.running = KitWriter.digests(Calls.files(call));
        this.person = person;
        this.terms = terms;
        this.open = open;
        this.audit = audit;
        this.events = events;
    }

    Path data() {
        return data;
    }

    /** The kit in place; empty before the first one. */
    Optional<Kit> kit() {
        return DeskFolder.in(data).reading().flatMap(KitReading::kit);
    }

    /** Whether the desk has all it needs. */
    boolean settled() {
        return person.actor().department().isPresent();
    }

    /** Whether the program runs under the kit's own call. */
    boolean ready() {
        return DeskFolder.in(data).reading().filter(this::runs).isPresent();
    }

    private boolean runs(KitReading read) {
        var kit = read.kit().orElseThrow();
        return kit.call().equals(open.call().id()) && kit.files().equals(running);
    }

    /** Looks at a file and puts it in place where it holds; what is wrong stands in the reading. */
    KitReading take(Actor me, byte[] file) {
        var read = KitReader.read(file, Optional.empty());
        var all = new ArrayList<>(read.defects());
        if (read.holds()) strange(me, read.kit().orElseThrow()).ifPresent(all::add);
        var told = new KitReading(read.kit(), all, read.entries());
        if (!told.holds()) {
            audit.refused(me, "desk.kit-taken", "desk", Map.of("reasons", all.stream().map(Text::en).toList()));
            return told;
        }
        DeskFolder.in(data).put(read, file);
        if (settled()) go(me, read);
        return told;
    }

    /** A desk that has begun stays with its department, its unit and its call, and never goes back to an older kit. */
    private Optional<Text> strange(Actor me, Kit kit) {
        if (!settled()) return Optional.empty();
        var now = kit();
        if (now.isEmpty()) return Optional.empty();
        var known = now.get();
        if (!known.call().equals(kit.call()) || !known.department().code().equals(kit.department().code())) {
            return Optional.of(new Text("这是另一次征集或另一个部门的征集包。本工作台已在用；要改用它，请先清除本工作台，或换一个数据文件夹。",
                "This kit is for another call or department. The desk is in use already: wipe it first, or use another data folder."));
        }
        if (me.unit().isPresent() && !kit.unit().map(Kit.ForUnit::name).equals(person.unit())) {
            return Optional.of(new Text("这不是给本单位的征集包。请向推荐部门要一个写明本单位名称的。", "This kit is not made out to your unit. Ask the department for one that is."));
        }
        if (me.ofDepartment() && kit.unit().isPresent()) {
            return Optional.of(new Text("这是部门发给单位的征集包；部门的工作台要用组织单位发来的那一个。", "This kit is one that a department gives to a unit; a department's desk takes the organizer's."));
        }
        return kit.made().isBefore(known.made()) ? Optional.of(new Text("这个征集包比正在用的旧。", "This kit is older than the one in use.")) : Optional.empty();
    }

    /**
     * Gives the person its place.
     *
     * @param unit the unit's name; empty for the department's own desk
     */
    void settle(String name, Optional<String> unit) {
        var read = DeskFolder.in(data).reading().orElseThrow();
        var kit = read.kit().orElseThrow();
        go(person.settle(name, kit.department().code(), kit.department().name(), kit.unit().map(Kit.ForUnit::name).or(() -> unit)), read);
    }

    /** Under the running call at once, under another one after a new start. */
    private void go(Actor me, KitReading read) {
        if (runs(read)) terms.apply(me);
        else events.publishEvent(new OtherCall(read.kit().orElseThrow().call()));
    }

    /** The digest by which the trail and the desk name a kit's file. */
    static String digest(byte[] file) {
        return Sha256.of(file).hex();
    }
}

package huizhan.desk;

import huizhan.audit.Audit;
import huizhan.call.Calls;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Text;
import huizhan.keys.PrivateKeys;
import huizhan.kit.Kit;
import huizhan.kit.KitWriter;
import huizhan.opening.OpenCall;
import huizhan.opening.exceptions.Exceptions;
import huizhan.opening.exceptions.Grant;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.cards.KeyCards;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a department's call kit out of what a server knows (C1): the call, the name, more time, exceptions. */
@Service
public class KitMaking {
    private final String call;
    private final OpenCall open;
    private final Departments departments;
    private final Exceptions exceptions;
    private final KeyCards cards;
    private final Desk desk;

    /** The trail and the clocks. */
    @org.springframework.stereotype.Component("kitDesk")
    record Desk(Audit audit, Clocks clocks) {}

    KitMaking(@Value("${huizhan.call:" + Calls.FIRST + "}") String call, OpenCall open, Departments departments, Exceptions exceptions, KeyCards cards, Desk desk) {
        this.call = call;
        this.open = open;
        this.departments = departments;
        this.exceptions = exceptions;
        this.cards = cards;
        this.desk = desk;
    }

    /** The kit's bytes, or why there is none. */
    public record Made(Optional<byte[]> kit, Optional<Text> refusal) {
        static Made no(String zh, String en) {
            return new Made(Optional.empty(), Optional.of(new Text(zh, en)));
        }
    }

    /** @param code the department's */
    @Transactional public Made make(Actor by, String code, PrivateKeys organizer) {
        var department = departments.active().stream().filter(each -> each.code().equals(code)).findFirst();
        if (department.isEmpty()) return Made.no("没有代码为 " + code + " 的推荐部门，或者它不参加这次征集。", "There is no department with the code " + code + ", or it takes no part.");
        var announced = cards.organizers();
        if (announced.filter(card -> !card.fingerprint().equals(organizer.card().fingerprint())).isPresent()) {
            return Made.no("这把密钥不是组织单位现行公钥卡（" + announced.get().id() + "）的。请用那一把，或先换卡。",
                "This key doesn't belong to the organizer's card in force (" + announced.get().id() + "). Use that one, or replace the card first.");
        }
        var files = Calls.files(call);
        var kit = new Kit(open.call().id(), new Kit.Department(code, department.get().name()), organizer.card(), desk.clocks().business().instant().truncatedTo(ChronoUnit.SECONDS),
            permit(department.get()), exceptions.standing(department.get().id()).stream().map(Grant::exception).toList(), KitWriter.digests(files), Optional.empty());
        desk.audit().record(by, "kit.written", "department:" + department.get().id(), Map.of("key", organizer.card().id()));
        return new Made(Optional.of(KitWriter.write(kit, files, organizer)), Optional.empty());
    }

    private Optional<Kit.Permit> permit(Department department) {
        return open.extension(department.id()).map(each -> new Kit.Permit(each.until(), each.reason()));
    }
}

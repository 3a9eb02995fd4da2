package huizhan.nomination;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Zone;
import huizhan.material.CanonicalJson;
import huizhan.material.Digests;
import huizhan.material.NominationWriter;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a nomination's content down for good, under its digest and a receipt's number (B8, B17). */
@Component
class Freezing {
    private final NominationSql sql;
    private final OpenCall open;
    private final Audit audit;
    private final Departments departments;
    private final Zone zone;
    private final ObjectProvider<SignOffTold> listeners;

    /** @param listeners looked up late: they use this module */
    Freezing(NominationSql sql, OpenCall open, Audit audit, Departments departments, Zone zone, ObjectProvider<SignOffTold> listeners) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
        this.departments = departments;
        this.zone = zone;
        this.listeners = listeners;
    }

    /** @param verb as the trail names it */
    Signature freeze(Actor me, RankedList list, Content content, String verb) {
        var at = open.arrived().truncatedTo(ChronoUnit.MILLIS);
        int sequence = sql.signed(list.department(), open.call().id()) + 1;
        var digest = Digests.nomination(content.material(), open.call());
        var receipt = ReceiptNumber.of(zone, departments.find(list.department()).orElseThrow().code(), sequence);
        var signature = new Signature(UUID.randomUUID(), sequence, receipt, digest, audit.head().toString(), at, me.name(), Optional.empty());
        sql.insert(list.id(), signature, CanonicalJson.of(NominationWriter.tree(content.material(), open.call())), me.account());
        content.files().forEach((path, file) -> sql.insertFile(signature.revision(), path, file.id()));
        audit.record(me, verb, Nominations.subject(list), Map.of("receipt", receipt.text(), "digest", digest.hex(), "lines", content.material().achievements().size()));
        tell(signature.revision(), true);
        return signature;
    }

    void tell(UUID revision, boolean holds) {
        listeners.orderedStream().forEach(each -> each.told(revision, holds));
    }
}

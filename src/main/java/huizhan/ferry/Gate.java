package huizhan.ferry;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Material;
import huizhan.nomination.Receiving;
import huizhan.opening.OpenCall;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What keeps a material out, however sound its discs are: a secrecy mark, silence about disclosure, a department that works here itself. */
@Component
class Gate {
    private final ArrivalSql sql;
    private final Receiving receiving;
    private final OpenCall open;
    private final Zone zone;

    Gate(ArrivalSql sql, Receiving receiving, OpenCall open, Zone zone) {
        this.sql = sql;
        this.receiving = receiving;
        this.open = open;
        this.zone = zone;
    }

    List<Finding> findings(Material material) {
        return Rules.findings(material, open.call(), Optional.of(zone));
    }

    /** What the material itself says against it. */
    Stream<Objection> said(Material material, List<Finding> findings, String place) {
        var marks = findings.stream().filter(each -> each.rule().equals("A4.mark") && each.stops())
            .map(each -> new Objection("import.mark", place, new Text(each.message(Lang.ZH), each.message(Lang.EN))));
        return Stream.concat(marks, untold(material, place).stream());
    }

    private static Optional<Objection> untold(Material material, String place) {
        return Openly.told(material) ? Optional.empty() : Optional.of(new Objection("import.disclosure", place,
            new Text("有成果或综述视频没有标明公开或非公开，不能接收。请与部门核对后补正。", "An achievement or the overview film doesn't say whether it is public. Ask the department to say so.")));
    }

    /** Whether the department works here itself: what holds was not made out of discs. */
    private boolean works(UUID department) {
        var present = receiving.present(department);
        return present.begun() && present.revision().filter(revision -> sql.isMade(department, revision)).isEmpty();
    }

    /** Empty where its discs may come in. */
    Optional<Objection> online(UUID department, String place) {
        return works(department)
            ? Optional.of(new Objection("import.online", place, new Text("该部门已在这台服务器上填报，以其在线签发的为准，光盘不再导入。请让部门在线补充，或到限定网络的服务器上接收。",
                "This department fills in on this server, and what it signs off here counts; discs of it are not taken in. Let it complete its nomination here, or take the disc in on the restricted server.")))
            : Optional.empty();
    }
}

package huizhan.ferry;

import huizhan.kernel.Text;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose a delivery is: by the code on the disc, by the name in the head of annex 1, or as somebody says. */
@Component
class Addressing {
    private final Departments departments;

    Addressing(Departments departments) {
        this.departments = departments;
    }

    /** The department, or why it isn't known. */
    record Sender(Optional<Department> department, Optional<Objection> objection) {}

    /** @param said the code that somebody gave for all of them; empty for none */
    Sender of(Delivery delivery, Optional<String> said) {
        if (delivery.ferried().isPresent()) return ferried(delivery, delivery.ferried().get().department());
        if (said.isPresent()) return said(delivery, said.get());
        var distinct = told(delivery);
        if (distinct.isEmpty() && delivery.code().isPresent()) {
            return no(delivery, new Text("光盘写明的部门代码 " + delivery.code().get() + " 不是这里登记的推荐部门。请核对后指明部门。",
                "The disc tells the code " + delivery.code().get() + ", and no department here has it. Check it, and name the department."));
        }
        if (distinct.size() == 1) return new Sender(Optional.of(distinct.get(0)), Optional.empty());
        return no(delivery, distinct.isEmpty()
            ? new Text("看不出是哪个推荐部门的光盘（抬头为“" + head(delivery) + "”）。请指明部门。",
                "It isn't clear whose disc this is (the head says \"" + head(delivery) + "\"). Name the department.")
            : new Text("光盘上的部门代码与汇总表抬头不是同一个推荐部门。请核对后指明部门。",
                "The code on the disc and the head of the summary table mean different departments. Check it, and name the department."));
    }

    /** The open server knows whose it is. */
    private Sender ferried(Delivery delivery, String code) {
        var found = departments.all().stream().filter(each -> each.code().equals(code)).findFirst();
        return found.isPresent() ? new Sender(found, Optional.empty()) : no(delivery, new Text("这台服务器上没有代码为 " + code + " 的推荐部门。请先登记这个部门，再导入。",
            "There is no department with the code " + code + " on this server. Enter it first, then take this in."));
    }

    Department department(UUID id) {
        return departments.find(id).orElseThrow();
    }

    /** Whether it is this department's, where no other can be meant: one that tells nothing is, too. */
    Sender own(Delivery delivery, Department own) {
        var told = told(delivery);
        boolean strange = delivery.code().filter(code -> !code.equals(own.code())).isPresent() || !told.isEmpty() && !told.equals(List.of(own));
        return strange ? no(delivery, new Text("光盘写明的推荐部门（代码“" + delivery.code().orElse("") + "”，抬头“" + head(delivery) + "”）不是本部门，不能收。",
            "The department that the disc tells (code \"" + delivery.code().orElse("") + "\", head \"" + head(delivery) + "\") is not this one; it isn't taken in."))
            : new Sender(Optional.of(own), Optional.empty());
    }

    private Sender said(Delivery delivery, String code) {
        var found = departments.all().stream().filter(each -> each.code().equals(code)).findFirst();
        if (found.isEmpty()) return no(delivery, new Text("没有代码为 " + code + " 的推荐部门。", "There is no department with the code " + code + "."));
        return coded(delivery).filter(each -> !each.equals(found.get())).isPresent() ? no(delivery, new Text("光盘写明是部门 " + delivery.code().orElse("") + " 的，不能算作部门 " + code + " 的。",
            "The disc says that it is of department " + delivery.code().orElse("") + "; it can't be taken as one of " + code + ".")) : new Sender(found, Optional.empty());
    }

    private Optional<Department> coded(Delivery delivery) {
        return delivery.code().flatMap(code -> departments.all().stream().filter(each -> each.code().equals(code)).findFirst());
    }

    /** The department that it tells; several where its code and its head mean others, or where only a head tells that two have borne. */
    private List<Department> told(Delivery delivery) {
        var coded = coded(delivery);
        var called = departments.called(head(delivery));
        if (coded.isEmpty()) return called;
        if (called.isEmpty() || called.contains(coded.get())) return List.of(coded.get());
        return Stream.concat(coded.stream(), called.stream()).toList();
    }

    private static String head(Delivery delivery) {
        return huizhan.kernel.Plain.line(delivery.material().department().text("name"));
    }

    private static Sender no(Delivery delivery, Text text) {
        return new Sender(Optional.empty(), Optional.of(new Objection("import.department", delivery.name(), text)));
    }
}

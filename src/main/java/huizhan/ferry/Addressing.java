package huizhan.ferry;

import huizhan.kernel.Text;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose a delivery is: by the code outside a sealed disc, by the name in the head of annex 1, or as somebody says. */
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
        var told = told(delivery);
        if (said.isPresent()) return said(delivery, said.get(), told);
        var distinct = told.stream().distinct().toList();
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

    private Sender said(Delivery delivery, String code, List<Department> told) {
        var found = departments.all().stream().filter(each -> each.code().equals(code)).findFirst();
        if (found.isEmpty()) return no(delivery, new Text("没有代码为 " + code + " 的推荐部门。", "There is no department with the code " + code + "."));
        boolean other = delivery.sealed() && told.stream().noneMatch(found.get()::equals) && !told.isEmpty();
        return other ? no(delivery, new Text("封装光盘写明是部门 " + delivery.code().orElse("") + " 的，不能算作部门 " + code + " 的。",
            "The sealed disc says that it is of department " + delivery.code().orElse("") + "; it can't be taken as one of " + code + ".")) : new Sender(found, Optional.empty());
    }

    private List<Department> told(Delivery delivery) {
        var told = new ArrayList<Department>();
        delivery.code().ifPresent(code -> departments.all().stream().filter(each -> each.code().equals(code)).forEach(told::add));
        told.addAll(departments.called(head(delivery)));
        return told;
    }

    private static String head(Delivery delivery) {
        return huizhan.kernel.Plain.line(delivery.material().department().text("name"));
    }

    private static Sender no(Delivery delivery, Text text) {
        return new Sender(Optional.empty(), Optional.of(new Objection("import.department", delivery.name(), text)));
    }
}

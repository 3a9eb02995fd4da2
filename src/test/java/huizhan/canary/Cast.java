package huizhan.canary;

import huizhan.kernel.Role;
import huizhan.organization.Department;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestBrowser.Answer;
import huizhan.organization.TestPeople.Person;
import huizhan.organization.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One person of each role, made by program in a server that then makes way for another process. */
record Cast(Map<String, Person> people, Department department) {

    static Cast of(TestServer server) {
        var people = server.people();
        var department = people.department("53");
        var all = new LinkedHashMap<String, Person>();
        var drafter = people.reachable(department, "drafter@example.org", Role.DRAFTER);
        all.put("DRAFTER", drafter);
        all.put("APPROVER", people.reachable(department, "approver@example.org", Role.APPROVER));
        all.put("UNIT", people.reachable(drafter, people.unit(drafter, "示例单位 " + Scan.word(CanaryTest.PLANTED_ROW)), "unit@example.org"));
        all.put("MIDDLE", people.of(drafter, people.body(drafter, "示例归口局")));
        all.put("ORGANIZER", people.organizer());
        for (var role : new Role[] {Role.CLERK, Role.CONFIDENTIALITY}) all.put(role.name(), people.granted("示例 " + role, role));
        for (var role : new Role[] {Role.SYSADMIN, Role.SECADMIN, Role.AUDITADMIN}) all.put(role.name(), people.administrator(role));
        return new Cast(all, department);
    }

    /** All of them, signed in at an address, each answer shown to somebody. */
    Map<String, TestBrowser> at(String address, Consumer<Answer> watcher) {
        var browsers = new LinkedHashMap<String, TestBrowser>();
        people.forEach((role, person) -> {
            var browser = TestBrowser.at(address).watched(watcher);
            browser.signIn(person.username(), person.password());
            browsers.put(role, browser);
        });
        return browsers;
    }
}

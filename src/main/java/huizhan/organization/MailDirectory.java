package huizhan.organization;

import huizhan.kernel.Text;
import huizhan.mail.Directory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the outbox who is who. */
@Component
class MailDirectory implements Directory {
    private final Departments departments;
    private final Accounts accounts;

    MailDirectory(Departments departments, Accounts accounts) {
        this.departments = departments;
        this.accounts = accounts;
    }

    @Override public Map<UUID, Text> departments() {
        var names = new HashMap<UUID, Text>();
        departments.all().forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    @Override public Optional<String> person(UUID account) {
        return accounts.nameOf(account);
    }
}

package huizhan;

import huizhan.database.StartRefusal;
import huizhan.desk.DeskWipe;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.organization.Departments;
import huizhan.organization.Grants;
import huizhan.organization.Invitations;
import huizhan.web.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code admin}: accounts and departments from the command line, while the server is stopped. Whoever may run it on the server's own
 * machine may do what no web page does: make the first people anew when all three administrators have lost their way in. All of it
 * stands in the trail.
 */
@Command(name = "admin", description = "Accounts and departments, while the server is stopped.")
public final class AdminCommand implements Callable<Integer> {
    private static final int NO = 1;
    private static final int USAGE = 2;
    private static final Actor CONSOLE = new Actor(Actor.PROGRAM, "huizhan admin", Set.of(Role.SYSADMIN, Role.SECADMIN), Optional.empty(), Optional.empty());
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", scope = ScopeType.INHERIT, description = "the data folder")
    private Path data = Path.of("data");
    @Option(names = "--lang", defaultValue = "zh", scope = ScopeType.INHERIT, description = "zh or en") private String lang = "zh";
    @Option(names = "--address", paramLabel = "URL", defaultValue = "", scope = ScopeType.INHERIT, description = "the server's address, to print before links")
    private String address = "";

    @Override public Integer call() {
        throw new ParameterException(spec.commandLine(), "admin accounts | admin account | admin link | admin departments | admin wipe | admin desk-kit");
    }

    @Command(name = "accounts", description = "Lists all accounts: id, user name, name, roles, state.")
    int accounts() {
        return offline(server -> {
            server.getBean(Accounts.class).all().forEach(account -> print(account.id() + "\t" + account.username().orElse("-") + "\t" + account.name()
                + "\t" + roles(account.roles()) + "\t" + (account.disabledAt().isPresent() ? "off" : "on")));
            return 0;
        });
    }

    @Command(name = "account", description = "Makes an account and prints its link.")
    int account(@Option(names = "--name", required = true, description = "the person's name") String name,
            @Option(names = "--role", paramLabel = "ROLE", description = "may be given several times") List<Role> granted,
            @Option(names = "--department", paramLabel = "CODE", description = "a department's code") String code) {
        return offline(server -> {
            var department = Optional.ofNullable(code).map(wanted -> server.getBean(Departments.class).all().stream()
                .filter(each -> each.code().equals(wanted)).findFirst().orElseThrow(() -> new StartRefusal("没有代码为 " + wanted + " 的推荐部门。",
                    "There is no department with the code " + wanted + ".")).id());
            return new TransactionTemplate(server.getBean(PlatformTransactionManager.class)).execute(status -> {
                var link = server.getBean(Accounts.class).create(CONSOLE, name, "", "", department);
                var roles = granted == null ? Set.<Role>of() : EnumSet.copyOf(granted);
                var refusal = roles.isEmpty() ? Optional.<String>empty() : server.getBean(Grants.class).set(CONSOLE, link.account(), roles);
                if (refusal.isEmpty()) print(link);
                else status.setRollbackOnly();
                return refusal.map(this::no).orElse(0);
            });
        });
    }

    private int no(String key) {
        spec.commandLine().getErr().println(new Texts(false).in(language(), key));
        return NO;
    }

    @Command(name = "link", description = "Makes a new link for an account: to join, or to a new password.")
    int link(@Parameters(paramLabel = "ID", description = "the account's id or user name") String who,
            @Option(names = "--without-factor", description = "takes the second factor away too") boolean withoutFactor) {
        return offline(server -> {
            var found = server.getBean(Accounts.class).all().stream().filter(each -> is(each, who)).findFirst();
            if (found.isEmpty()) return no("organization.roles.unknown");
            if (withoutFactor) server.getBean(Grants.class).dropFactor(CONSOLE, found.get().id());
            var link = server.getBean(Invitations.class).renew(CONSOLE, found.get().id());
            link.ifPresent(this::print);
            return link.isPresent() ? 0 : NO;
        });
    }

    private static boolean is(Account account, String who) {
        return account.id().toString().equals(who) || account.username().filter(name -> name.equalsIgnoreCase(who)).isPresent();
    }

    @Command(name = "departments", description = "Lists the departments: code, name, whether each takes part.")
    int departments() {
        return offline(server -> {
            var departments = server.getBean(Departments.class);
            var active = departments.active().stream().map(each -> each.id()).toList();
            departments.all().forEach(each -> print(each.code() + "\t" + each.name().in(language()) + "\t" + (active.contains(each.id()) ? "on" : "off")));
            return 0;
        });
    }

    @Command(name = "wipe", description = "Removes everything from a desk's folder.")
    int wipe(@Option(names = "--yes", description = "without it nothing is removed") boolean yes) {
        if (!yes) {
            spec.commandLine().getErr().println(new Text("要清除“" + data + "”里本机工作台的全部材料，请加 --yes。没有清除任何东西。",
                "To remove everything of the desk in " + data + ", add --yes. Nothing was removed.").in(language()));
            return USAGE;
        }
        try {
            print(DeskServer.emptied(data, DeskWipe.wipe(data)).in(language()));
            return 0;
        } catch (StartRefusal no) {
            spec.commandLine().getErr().println(no.text().in(language()));
            return USAGE;
        }
    }

    @Command(name = "desk-kit", description = "A zip file with all that a desk needs on a machine without Java.")
    int deskKit(@Option(names = "--for", paramLabel = "SYSTEM", required = true, description = "linux or windows") String system,
            @Option(names = "--out", paramLabel = "FILE", description = "the zip file; without it one in this folder") Path out,
            @Option(names = "--jmods", paramLabel = "DIR", description = "the folder jmods of a JDK for that system") Path jmods) throws IOException {
        try {
            var machine = DeskKit.Machine.named(system);
            var file = out == null ? machine.file() : out;
            DeskKit.ofThisProgram().write(machine, Optional.ofNullable(jmods), file);
            print(file + "\t" + Files.size(file));
            return 0;
        } catch (StartRefusal no) {
            spec.commandLine().getErr().println(no.text().in(language()));
            return USAGE;
        }
    }

    private Lang language() {
        return Lang.of(Locale.forLanguageTag(lang));
    }

    private static String roles(Set<Role> roles) {
        return roles.isEmpty() ? "-" : String.join("+", roles.stream().map(Role::name).sorted().toList());
    }

    private void print(Invitations.Link link) {
        print(link.account() + "\t" + address.replaceAll("/+$", "") + link.path() + "\t" + link.expiresAt());
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private int offline(Function<AnnotationConfigApplicationContext, Integer> work) {
        try (var server = Offline.open(data)) {
            return work.apply(server);
        } catch (RuntimeException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof StartRefusal refusal) {
                    spec.commandLine().getErr().println(refusal.text().in(language()));
                    return USAGE;
                }
            }
            throw e;
        }
    }
}

package huizhan.story;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.organization.Accounts;
import huizhan.organization.Grants;
import huizhan.organization.Invitations;
import huizhan.organization.MiddleBody;
import huizhan.organization.SetUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives every person of the story an account, by invitation as anyone gets one, with a password of its own for each fresh folder. */
@Component
public class Cast {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private final SetUp setUp;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Grants grants;
    private final SecureRandom random = new SecureRandom();
    private final List<SignIn> signIns = new ArrayList<>();

    Cast(SetUp setUp, Accounts accounts, Invitations invitations, Grants grants) {
        this.setUp = setUp;
        this.accounts = accounts;
        this.invitations = invitations;
        this.grants = grants;
    }

    /** One line of {@code demo-accounts.csv}. */
    public record SignIn(String username, String password, String role, String organization) {}

    boolean isEmpty() {
        return setUp.isOpen();
    }

    /** The three administrators and the organizer; the organizer's rights come from two of them. */
    Actor organizer() {
        var links = setUp.begin(List.of("系统管理员（演示）", "安全管理员（演示）", "审计管理员（演示）")).orElseThrow();
        var sysadmin = join(links.get(Role.SYSADMIN), "sysadmin", Role.SYSADMIN, "荟展");
        var secadmin = join(links.get(Role.SECADMIN), "secadmin", Role.SECADMIN, "荟展");
        join(links.get(Role.AUDITADMIN), "auditadmin", Role.AUDITADMIN, "荟展");
        var link = accounts.create(sysadmin, "组织单位经办（演示）", "", "", Optional.empty());
        var organizer = join(link, "organizer", Role.ORGANIZER, "组织单位");
        grants.set(secadmin, organizer.account(), Set.of(Role.ORGANIZER)).ifPresent(no -> {
            throw new IllegalStateException(no);
        });
        return accounts.find(organizer.account()).orElseThrow().actor();
    }

    /** A person of a department or of one of its units. */
    Actor member(Actor by, Book.Person person, Role role, UUID department, Optional<UUID> unit, String organization) {
        return join(invite(by, person.name(), person.username() + "@example.org", role, department, unit), person.username(), role, organization);
    }

    /** A person of a body between a department and its units. */
    Actor member(Actor by, Book.Person person, MiddleBody body) {
        var invited = invitations.invite(by, new Invitations.Person(person.name(), person.username() + "@example.org", "", Optional.of(body.department()), Optional.empty(),
            Optional.of(body.id()), Set.of(Role.MIDDLE)));
        return join(sent(invited), person.username(), Role.MIDDLE, body.name());
    }

    /** One who is invited and has never signed in; the program acts in that name. */
    Actor guest(Actor by, String name, Role role, UUID department, Optional<UUID> unit) {
        return accounts.find(invite(by, name, "", role, department, unit).account()).orElseThrow().actor();
    }

    private Invitations.Link invite(Actor by, String name, String email, Role role, UUID department, Optional<UUID> unit) {
        var invited = invitations.invite(by, new Invitations.Person(name, email, "", Optional.of(department), unit, Set.of(role)));
        return sent(invited);
    }

    private static Invitations.Link sent(Invitations.Invited invited) {
        if (invited instanceof Invitations.Invited.Sent sent) {
            return sent.link();
        }
        throw new IllegalStateException(((Invitations.Invited.Refused) invited).key());
    }

    private Actor join(Invitations.Link link, String username, Role role, String organization) {
        var password = password();
        var outcome = invitations.accept(link.token(), username, password);
        if (!(outcome instanceof Invitations.Accepted.Done)) {
            throw new IllegalStateException(username + ": " + outcome);
        }
        signIns.add(new SignIn(username, password, role.name().toLowerCase(java.util.Locale.ROOT), organization));
        return accounts.find(link.account()).orElseThrow().actor();
    }

    private String password() {
        var password = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            password.append(i > 0 && i % 5 == 4 ? '-' : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    void write(Path csv) throws IOException {
        var lines = new StringBuilder("username,password,role,organization\n");
        signIns.forEach(each -> lines.append(String.join(",", each.username(), each.password(), each.role(), each.organization())).append('\n'));
        var part = csv.resolveSibling(csv.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (csv.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, lines, StandardCharsets.UTF_8);
        Files.move(part, csv, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The sign-ins of a demo folder that was filled earlier. */
    public static List<SignIn> read(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1))
            .map(part -> new SignIn(part[0], part[1], part[2], part[3])).toList();
    }
}

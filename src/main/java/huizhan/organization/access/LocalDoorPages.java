package huizhan.organization.access;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.organization.LocalPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door of a desk: a ticket lets its one person in; without one it says how to get one. */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class LocalDoorPages {
    private final LocalDoor door;
    private final LocalPerson person;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate writing;

    LocalDoorPages(LocalDoor door, LocalPerson person, Sessions sessions, Audit audit, TransactionTemplate writing) {
        this.door = door;
        this.person = person;
        this.sessions = sessions;
        this.audit = audit;
        this.writing = writing;
    }

    /** For a second start on this machine: where its person comes in. */
    @PostMapping(LocalDoor.TICKETS)
    ResponseEntity<String> ticket(@RequestHeader(name = LocalDoor.HEADER, defaultValue = "") String word) {
        if (!door.knows(word)) {
            audit.refused(Actor.nobody(), "desk.entry-refused", "desk", Map.of());
            throw new Faults.NotThere();
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(door.entry().orElseThrow());
    }

    @GetMapping(LocalDoor.PATH)
    ModelAndView door(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String ticket) {
        if (SignInPages.session(request).isPresent()) return SignInPages.redirect("/");
        if (ticket.isEmpty()) return new ModelAndView("organization/desk-door", Map.of("stale", false));
        if (!door.spend(ticket)) {
            audit.refused(Actor.nobody(), "desk.entry-refused", "desk", Map.of());
            return new ModelAndView("organization/desk-door", Map.of("stale", true), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        writing.executeWithoutResult(status -> {
            var actor = person.actor();
            var origin = SignInPages.origin(request);
            SessionCookie.SESSION.write(response, sessions.open(actor.account(), false, origin.address(), origin.agent()));
            audit.record(actor, "desk.entered", "account:" + actor.account(), Map.of());
        });
        return SignInPages.redirect("/");
    }
}

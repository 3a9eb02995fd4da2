package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a department's people, {@code templates/organization/people.html}, or of a body's, {@code middle.html}; after a refusal with what was typed. */
@Component
class PeopleViews {
    private final MiddleBodies bodies;
    private final InvitationLetters letters;
    private final People people;

    PeopleViews(MiddleBodies bodies, InvitationLetters letters, People people) {
        this.bodies = bodies;
        this.letters = letters;
        this.people = people;
    }

    /**
     * What was typed, and what is wrong with it.
     *
     * @param typed  by field, but for the person's; a field of a unit or a body that is there already bears its id
     * @param errors the key of what is wrong, by field
     * @param there  the name that is there already, or empty
     */
    record Input(PersonForm person, Map<String, String> typed, Map<String, String> errors, String there) {
        static final Input NONE = new Input(PersonForm.EMPTY, Map.of(), Map.of(), "");

        static Input of(PersonForm person, Map<String, String> errors) {
            return new Input(person, Map.of(), errors, "");
        }

        static Input of(Map<String, String> typed, String field, String wrong, String there) {
            return new Input(PersonForm.EMPTY, typed, Map.of(field, wrong), there);
        }
    }

    ModelAndView page(Actor me, HttpServletRequest request, Input input) {
        var model = new HashMap<String, Object>();
        var body = body(me);
        model.put("page", body.map(own -> people.ofMiddle(me, own, request)).orElseGet(() -> people.of(me, me.owner(), request)));
        body.ifPresent(own -> model.put("body", own));
        model.put("shown", Optional.ofNullable(request.getParameter("through")).orElse(""));
        model.put("form", input.person());
        model.put("errors", input.errors());
        model.put("typed", input.typed());
        model.put("there", input.there());
        model.put("mails", letters.isOpen());
        model.put("given", RoleRules.givenBy(me).stream().filter(Role::isOfDepartment).toList());
        return new ModelAndView(body.isPresent() ? "organization/middle" : "organization/people", model, input.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The body whose person it is. */
    Optional<MiddleBody> body(Actor me) {
        return me.middle().flatMap(id -> bodies.find(me.owner(), id));
    }

    InvitationLetters.Wish wish(boolean mail, HttpServletRequest request) {
        return people.wish(mail, request);
    }
}

package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The upload server behind the sign-in. */
@Controller
class TusPages {
    private final Tus tus;

    TusPages(Tus tus) {
        this.tus = tus;
    }

    @RequestMapping(path = {Tus.PATH, Tus.PATH + "/{id}", Tus.PATH + "/{id}/verdict"},
        method = {RequestMethod.OPTIONS, RequestMethod.POST, RequestMethod.HEAD, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.GET})
    void serve(Actor me, Lang lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
        tus.serve(me, lang, request, response);
    }
}

package huizhan.web;

import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last door: what no module answered itself becomes one page (or one JSON document for a script), with what happened and what to do.
 * A fault gets an incident number; its text stands in the log only (ASVS 16.5.1).
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Texts texts;

    ErrorPages(Texts texts) {
        this.texts = texts;
    }

    /** Exceptions out of handlers and views. Those of security go back to the filter that knows what to do with them. */
    @ExceptionHandler(Exception.class)
    Object thrown(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) throw thrown;
        var fault = faultOf(thrown);
        var incident = incident(fault, thrown, request);
        // what has begun to go out can't be called back: the container breaks the connection, so that nobody takes a part for the whole
        if (response.isCommitted()) throw thrown;
        return answer(fault, incident, request);
    }

    /** What the container itself answers, and what filters refuse by {@code sendError}. */
    @RequestMapping("${server.error.path:/error}")
    @Nullable Object sent(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) return null;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : Faults.NOT_THERE.status();
        var fault = thrown == null ? Faults.ofStatus(status) : Faults.of(thrown);
        return answer(fault, incident(fault, thrown, request), request);
    }

    private static Faults faultOf(Exception thrown) {
        if (thrown instanceof MethodArgumentTypeMismatchException) return Faults.NOT_THERE;
        if (thrown instanceof ErrorResponse known) return Faults.ofStatus(known.getStatusCode().value());
        if (thrown instanceof HttpMessageNotReadableException) return Faults.UNREADABLE;
        return Faults.of(thrown);
    }

    private static @Nullable String incident(Faults fault, @Nullable Throwable thrown, HttpServletRequest request) {
        if (fault != Faults.FAULT && fault != Faults.FULL) return null;
        var incident = Faults.incident();
        LOG.error("incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), thrown);
        return incident;
    }

    private Object answer(Faults fault, @Nullable String incident, HttpServletRequest request) {
        Languages.failed(request);
        return wantsJson(request) ? json(fault, incident, Languages.of(request)) : page(fault, incident);
    }

    private static ModelAndView page(Faults fault, @Nullable String incident) {
        var model = new LinkedHashMap<String, @Nullable Object>();
        model.put("status", fault.status());
        model.put("code", fault.code());
        model.put("incident", incident);
        return new ModelAndView("error/error", model, HttpStatusCode.valueOf(fault.status()));
    }

    private ResponseEntity<Map<String, Object>> json(Faults fault, @Nullable String incident, Lang lang) {
        var body = new LinkedHashMap<String, Object>();
        body.put("status", fault.status());
        body.put("code", fault.code());
        body.put("message", texts.in(lang, "web.error." + fault.code() + ".what") + texts.in(lang, "web.sentence.gap")
            + texts.in(lang, "web.error." + fault.code() + ".todo"));
        if (incident != null) body.put("incident", incident);
        return ResponseEntity.status(fault.status()).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}

package huizhan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Before a page is rendered: takes the word after a redirect, and makes the CSRF token while its cookie can still be sent. */
final class ShellInterceptor implements HandlerInterceptor {
    private final Texts texts;

    ShellInterceptor(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || String.valueOf(page.getViewName()).startsWith("redirect:")) return;
        if (request.getAttribute("_csrf") instanceof CsrfToken token) token.getToken();
        if (request.getHeader("HX-Request") != null) return;
        if (request.getAttribute(Shell.NAME) instanceof Shell shell) Flash.take(request, response, texts).ifPresent(shell::say);
    }
}

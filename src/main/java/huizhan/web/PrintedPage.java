package huizhan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.servlet.View;

/**
 * A page, or a part of one, that is printed from stencils to its last letter. It is printed when the handler and all that follows it are
 * done, so that the word after a redirect stands in it.
 */
public final class PrintedPage implements View {
    private static final int PAGE_SIZE = 96 << 10;
    private static final int PART_SIZE = 8 << 10;
    private final Stencils stencils;
    private final @Nullable Main page;
    private final Html part;

    private PrintedPage(Stencils stencils, @Nullable Main page, Html part) {
        this.stencils = stencils;
        this.page = page;
        this.part = part;
    }

    /**
     * What stands within a page, as HTML, but for the title.
     *
     * @param aside what stands beside it, null for nothing
     */
    public record Main(String title, Html main, @Nullable Html aside) {}

    /** A whole page of the ordinary kind. */
    static PrintedPage whole(Stencils stencils, Main page) {
        return new PrintedPage(stencils, page, Html.EMPTY);
    }

    /** A part that a page fetches anew. */
    static PrintedPage part(Stencils stencils, Html html) {
        return new PrintedPage(stencils, null, html);
    }

    @Override public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var html = page == null ? part : around(page, request);
        response.setContentType("text/html;charset=UTF-8");
        // all at once: hundreds of parts would go through the server's own buffer one by one, and out in pieces of 8 KB
        var bytes = new FastByteArrayOutputStream(page == null ? PART_SIZE : PAGE_SIZE);
        html.write(bytes);
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    private Html around(Main shown, HttpServletRequest request) {
        var shell = (Shell) Objects.requireNonNull(request.getAttribute(Shell.NAME));
        return stencils.print(shell.getLang(), "printed", "", marks -> {
            var model = new HashMap<String, Object>();
            model.put(Shell.NAME, stencils.frame(shell, marks));
            if (request.getAttribute("_csrf") instanceof CsrfToken token) {
                model.put("_csrf", Map.of("token", marks.text(token.getToken()), "headerName", token.getHeaderName()));
            }
            model.put("named", marks.text(shown.title));
            model.put("inside", marks.html(shown.main));
            if (shown.aside != null) model.put("beside", marks.html(shown.aside));
            return model;
        });
    }
}

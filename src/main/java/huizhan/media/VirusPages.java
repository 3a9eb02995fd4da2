package huizhan.media;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Looks at every file that comes within a form before anything reads it, and says in words where one may not pass. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class VirusPages implements WebMvcConfigurer, HandlerInterceptor {
    private static final Text UNCHECKED = new Text("表单里的文件没有经过病毒检查：检查程序现在没有应答，或者文件超过它一次能查的大小。没有检查过的不能接收。",
        "The file in the form went unchecked: the virus checker doesn't answer just now, or the file is larger than it takes. Nothing passes unchecked.");
    private final VirusCheck virus;
    private final Audit audit;

    VirusPages(VirusCheck virus, Audit audit) {
        this.virus = virus;
        this.audit = audit;
    }

    @Override public void addInterceptors(InterceptorRegistry registry) {
        if (virus.configured()) registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (!(request instanceof MultipartHttpServletRequest form)) return true;
        for (var files : form.getMultiFileMap().values()) {
            for (var file : files) look(request, file);
        }
        return true;
    }

    private void look(HttpServletRequest request, MultipartFile file) throws IOException {
        if (file.isEmpty()) return;
        var name = UploadName.safe(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        try {
            virus.pass(name, file.getInputStream(), file.getSize());
        } catch (VirusFault no) {
            if (no.infected() && request.getAttribute(Actor.class.getName()) instanceof Actor me) {
                audit.refused(me, "upload.infected", "page:" + request.getRequestURI(), Map.of("name", name, "virus", no.virus()));
            }
            throw no;
        }
    }

    @ExceptionHandler(VirusFault.class)
    ModelAndView said(VirusFault no, Lang lang) {
        return new ModelAndView("media/virus", Map.of("text", no.infected() ? no.text().in(lang) : UNCHECKED.in(lang), "infected", no.infected()), no.infected() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.SERVICE_UNAVAILABLE);
    }
}

package huizhan.web;

import huizhan.kernel.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How requests reach static files and what page handlers may ask for. */
@Configuration(proxyBeanMethods = false)
class WebRouting implements WebMvcConfigurer {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Texts texts;
    private final Assets assets;
    private final PageTurns turns;

    /** A page that breaks in the middle must become an error page, not half a page with status 200. */
    WebRouting(Texts texts, Assets assets, PageTurns turns, ThymeleafViewResolver views) {
        this.texts = texts;
        this.assets = assets;
        this.turns = turns;
        views.setProducePartialOutputWhileProcessing(false);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(turns);
        registry.addInterceptor(new ShellInterceptor(texts));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ShellArguments());
    }

    /** A page made by another version of the program still finds its files, but nobody keeps them under that address. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.ROOT + assets.version() + "/**").addResourceLocations("classpath:/static/")
            .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable()).resourceChain(false).addResolver(new Known(0));
        registry.addResourceHandler(Assets.ROOT + "*/**").addResourceLocations("classpath:/static/")
            .setCacheControl(CacheControl.noCache()).resourceChain(false).addResolver(new Known(1));
    }

    /** Asks for no file that isn't there: the class loader would keep its name (C7). */
    private final class Known extends PathResourceResolver {
        private final int versions;

        private Known(int versions) {
            this.versions = versions;
        }

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var name = versions == 0 ? path : path.substring(path.indexOf('/') + 1);
            return assets.has("/" + name) ? super.getResource(name, location) : null;
        }
    }

    private static final class ShellArguments implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Lang.class || parameter.getParameterType() == Flash.class;
        }

        @Override
        public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servlet = request.getNativeRequest(HttpServletRequest.class);
            var answer = request.getNativeResponse(HttpServletResponse.class);
            if (servlet == null || answer == null) throw new IllegalStateException("not a servlet request");
            return parameter.getParameterType() == Lang.class ? Languages.of(servlet) : new Flash(servlet, answer);
        }
    }
}

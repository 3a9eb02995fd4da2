package huizhan.web;

import huizhan.kernel.Clocks;
import huizhan.kernel.Json;
import huizhan.kernel.Zone;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the shell. Needs a {@link Zone} and a {@link Clocks} bean. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Texts messageSource(@Value("${huizhan.texts.strict:false}") boolean strict) {
        return new Texts(strict);
    }

    /** A page goes out in a few pieces instead of ten; the buffers of a line go with it, so that memory keeps nothing of what somebody sent (C7). */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageConnector() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appWriteBufSize", Integer.toString(32 << 10));
            connector.setProperty("socket.bufferPool", "0");
        });
    }

    /** As the framework makes it, but for the buffers. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    JsonMapper.Builder jsonMapperBuilder(ObjectProvider<JsonMapperBuilderCustomizer> customizers) {
        var builder = Json.mapper();
        customizers.orderedStream().forEach(each -> each.customize(builder));
        return builder;
    }

    @Bean
    Results results(Clocks clocks) {
        return new Results(clocks.system());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    PageTurns pageTurns(@Value("${huizhan.pages-at-once:0}") int most) {
        return new PageTurns(most > 0 ? most : 4 * Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(1));
    }

    @Bean
    Stencils stencils(ITemplateEngine engine, Zone zone, Assets assets) {
        return new Stencils(engine, zone, assets);
    }

    @Bean
    ShellParts shellParts(Zone zone, Clocks clocks, Texts texts, Assets assets, ObjectProvider<Menu> menus, ObjectProvider<ShellCall> call,
            ObjectProvider<HomeNotice.Source> news) {
        return new ShellParts(zone, clocks, texts, assets, SingletonSupplier.of(() -> menus.orderedStream().toList()),
            SingletonSupplier.of(() -> Optional.ofNullable(call.getIfAvailable())), SingletonSupplier.of(() -> news.orderedStream().toList()));
    }

    @Bean
    FilterRegistrationBean<ShellFilter> shellFilter(ShellParts parts) {
        var registration = new FilterRegistrationBean<>(new ShellFilter(parts));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}

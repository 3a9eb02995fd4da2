package huizhan.export;

import huizhan.nomination.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The way to the export, beside the list of departments. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean @Order(90) Tab.Source exportTab() {
        return () -> new Tab(ExportPages.HOME, "export.tab");
    }
}

package huizhan;

import huizhan.database.DataFolder;
import huizhan.desk.DeskFolder;
import huizhan.kernel.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The server: everything that is a bean under this package, behind one port. Two modules may call their pages alike. */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Server {
    private static final String LOOPBACK = "127.0.0.1";

    @Bean Zone zone(DataFolder folder, @Value("${huizhan.zone:open}") String zone) {
        return folder.belongTo(Zone.named(zone));
    }

    /**
     * A server that runs.
     *
     * @param address where a browser on this machine finds it
     */
    public record Running(ConfigurableApplicationContext context, String address) {

        /** Stops it, as SIGTERM does. */
        public void stop() {
            context.close();
        }

        /** A bean of the server, for whoever fills it by program. */
        public <T> T get(Class<T> type) {
            return context.getBean(type);
        }
    }

    /** Starts a server and comes back when it answers. */
    public static Running start(ServeOptions options) {
        var application = new SpringApplication(Server.class);
        application.setDefaultProperties(properties(options));
        application.setAdditionalProfiles();
        var context = application.run(arguments(options));
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        var host = options.host().equals("0.0.0.0") ? LOOPBACK : options.host();
        return new Running(context, (options.tls() ? "https" : "http") + "://" + host + ":" + port);
    }

    /** Log files must be known before anything is logged, and a configuration file may still say otherwise. */
    private static Properties properties(ServeOptions options) {
        var properties = new Properties();
        properties.put("logging.file.name", options.data().resolve("logs").resolve("huizhan.log").toString());
        if (options.behindProxy()) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.remote-ip-header", "x-forwarded-for");
            properties.put("server.tomcat.remoteip.protocol-header", "x-forwarded-proto");
            properties.put("server.tomcat.remoteip.internal-proxies", "127.0.0.0/8, ::1/128");
        }
        return properties;
    }

    /** What the command line says goes before any file. */
    private static String[] arguments(ServeOptions options) {
        var arguments = new ArrayList<>(List.of("--server.port=" + options.port(), "--server.address=" + options.host(),
            "--huizhan.data=" + options.data().toAbsolutePath(), "--huizhan.zone=" + options.zone().name().toLowerCase(java.util.Locale.ROOT)));
        options.now().ifPresent(now -> arguments.add("--huizhan.now=" + now));
        options.config().ifPresent(file -> arguments.add("--spring.config.additional-location=" + file.toAbsolutePath().toUri()));
        if (options.tls()) {
            arguments.add("--server.ssl.certificate=" + options.tlsCert().orElseThrow().toAbsolutePath().toUri());
            arguments.add("--server.ssl.enabled-protocols=TLSv1.3,TLSv1.2");
            arguments.add("--server.ssl.certificate-private-key=" + options.tlsKey().orElseThrow().toAbsolutePath().toUri());
        }
        if (options.zone() == Zone.DESK && !options.more().containsKey("huizhan.call")) {
            DeskFolder.in(options.data()).call().ifPresent(call -> arguments.add("--huizhan.call=" + call));
        }
        for (Map.Entry<String, String> each : options.more().entrySet()) arguments.add("--" + each.getKey() + "=" + each.getValue());
        return arguments.toArray(String[]::new);
    }
}

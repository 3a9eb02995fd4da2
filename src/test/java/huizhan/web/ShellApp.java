package huizhan.web;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.StaleData;
import huizhan.kernel.Zone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The shell alone with a few pages to try it on: no database, no modules. Not a component, so that no other test picks it up. */
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@Import({WebConfiguration.class, WebRouting.class, ErrorPages.class, Health.class})
class ShellApp {
    static final Instant NOW = Instant.parse("2015-07-10T01:00:00Z");
    static final UUID ACCOUNT = new UUID(7, 7);

    final AtomicBoolean healthy = new AtomicBoolean(true);
    final AtomicReference<ResponseEntity<Object>> nextAnswer = new AtomicReference<>();
    final List<String> received = new CopyOnWriteArrayList<>();

    static ConfigurableApplicationContext start() {
        return new SpringApplication(ShellApp.class).run("--server.port=0", "--huizhan.texts.strict=true", "--server.ssl.enabled=false",
            "--spring.main.banner-mode=off", "--logging.level.root=ERROR", "--logging.level.huizhan.web=OFF");
    }

    static String address(ConfigurableApplicationContext app) {
        return "http://127.0.0.1:" + ((WebServerApplicationContext) app).getWebServer().getPort();
    }

    @Bean
    Zone zone() {
        return Zone.OPEN;
    }

    @Bean
    Clocks clocks() {
        return new Clocks(Clock.fixed(NOW, Dates.ZONE), Clock.systemUTC(), true);
    }

    @Bean
    ShellCall call() {
        return new ShellCall() {
            @Override
            public String title(Lang lang) {
                return lang == Lang.ZH ? "成果征集" : "The call";
            }

            @Override
            public Instant deadline() {
                return Instant.parse("2015-07-20T15:59:59Z");
            }
        };
    }

    @Bean
    Menu menu() {
        return actor -> {
            var entries = new ArrayList<>(List.of(new MenuEntry("/test", "web.home", "home", 0), new MenuEntry("/test/page", "web.menu.small", "doc", 3)));
            for (var i = 0; i < 6; i++) entries.add(new MenuEntry("/other/" + i, "web.menu.small", "list", 0));
            return entries;
        };
    }

    @Bean
    HealthCheck database() {
        return new HealthCheck() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public boolean ready() {
                return healthy.get();
            }
        };
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/test/secret").denyAll().anyRequest().permitAll())
            .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, why) -> response.sendError(404)))
            .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())).build();
    }

    @Bean
    Pages pages() {
        return new Pages();
    }

    @org.springframework.stereotype.Controller
    class Pages {
        @GetMapping("/test/page")
        ModelAndView page(HttpServletRequest request) {
            request.setAttribute(Actor.class.getName(), new Actor(ACCOUNT, "林晓燕", Set.of(Role.UNIT), Optional.empty(), Optional.empty()));
            return new ModelAndView("webtest/page", Map.of("paging", Paging.of(2, 20, 51)));
        }

        @GetMapping("/test/things/{id}")
        @ResponseBody String thing(@PathVariable("id") UUID id) {
            throw new Faults.NotThere();
        }

        @GetMapping("/test/fault/{kind}")
        @ResponseBody String fault(@PathVariable("kind") String kind) throws IOException {
            switch (kind) {
                case "stale" -> throw new StaleData("row");
                case "full" -> throw new IllegalStateException(new IOException("No space left on device"));
                default -> throw new IllegalStateException("the secret 绝不能出现");
            }
        }

        @GetMapping("/test/half")
        String half() {
            return "webtest/half";
        }

        @PostMapping("/test/flash")
        String flash(Flash flash) {
            flash.good("web.paging.where", 1, "<b>二</b>", 12345);
            return "redirect:/test/page";
        }

        @PostMapping("/test/refused")
        ModelAndView refused(Lang lang) {
            return new ModelAndView("webtest/page", Map.of("paging", Paging.of(1, 20, 0)), HttpStatus.UNPROCESSABLE_CONTENT);
        }

        @PostMapping("/test/fields")
        ResponseEntity<Object> field(@RequestParam("field") String field, @RequestParam("value") String value, @RequestParam("version") int version) {
            received.add(field + "|" + value.replace("\n", "+") + "|" + version);
            var special = nextAnswer.getAndSet(null);
            return special != null ? special : ResponseEntity.ok(Map.of("version", version + 1, "savedAt", "09:12:03"));
        }

        @PostMapping("/test/order")
        ResponseEntity<Object> order(@RequestParam("id") List<String> ids, @RequestParam("version") int version) {
            received.add(String.join("", ids) + "|" + version);
            var special = nextAnswer.getAndSet(null);
            return special != null ? special : ResponseEntity.ok(Map.of("version", version + 1));
        }

        @GetMapping("/test/countries")
        @ResponseBody List<Map<String, String>> countries() {
            return List.of(country("DE", "德国", "Germany", "deguo", "dg"), country("FR", "法国", "France", "faguo", "fg"),
                country("FI", "芬兰", "Finland", "fenlan", "fl"));
        }

        private Map<String, String> country(String code, String zh, String en, String pinyin, String initials) {
            return Map.of("code", code, "zh", zh, "en", en, "pinyin", pinyin, "initials", initials);
        }
    }
}

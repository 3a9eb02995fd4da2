package huizhan.organization.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** The chain every request passes: session, form token, permission table. The headers are the shell's. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean SecurityFilterChain chain(HttpSecurity http, Sessions sessions, Secrets secrets, Permissions permissions, Refusals refusals) throws Exception {
        return http
            .addFilterBefore(new SessionFilter(sessions), SecurityContextHolderFilter.class)
            .securityContext(context -> context.securityContextRepository(new SessionContexts()))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(secrets))
                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                .sessionAuthenticationStrategy((authentication, request, response) -> { })
                .ignoringRequestMatchers(SecurityConfiguration::isTus, SecurityConfiguration::isSecondStart))
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .anyRequest().access(new Gate(permissions)))
            .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
            .requestCache(AbstractHttpConfigurer::disable)
            .formLogin(AbstractHttpConfigurer::disable)
            .httpBasic(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .headers(AbstractHttpConfigurer::disable)
            .build();
    }

    /** A second start of a desk is no browser: it has a word in a header of its own, which no other site can send. */
    private static boolean isSecondStart(HttpServletRequest request) {
        return request.getRequestURI().equals(LocalDoor.TICKETS) && request.getHeader(LocalDoor.HEADER) != null;
    }

    /** An upload outlives its session, and with it any token; its own header can't be sent by another site without our leave. */
    private static boolean isTus(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/files") && request.getHeader("Tus-Resumable") != null;
    }
}

/**
 * The shell around every page: top bar, menu, language (B1), notices, error pages, static files, security headers. Knows no
 * feature: modules contribute {@link huizhan.web.Menu} entries, one {@link huizhan.web.ShellCall} and
 * {@link huizhan.web.HealthCheck}s, and render their templates into {@code layout.html}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package huizhan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

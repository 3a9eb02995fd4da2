package huizhan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health}: 200 when everything that must work does, else 503 and the names of what doesn't; beside them what it works on without. */
@RestController
class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final int READY = 200;
    private static final int WAITING = 503;

    private final ObjectProvider<HealthCheck> checks;

    Health(ObjectProvider<HealthCheck> checks) {
        this.checks = checks;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, Object>> health() {
        List<String> waiting = checks.orderedStream().filter(HealthCheck::needed).filter(check -> !works(check)).map(HealthCheck::name).toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", waiting.isEmpty() ? "ready" : "waiting");
        if (!waiting.isEmpty()) answer.put("for", waiting);
        checks.orderedStream().filter(check -> !check.needed() && check.told()).forEach(check -> answer.put(check.name(), works(check) ? "answers" : "away"));
        return ResponseEntity.status(waiting.isEmpty() ? READY : WAITING).contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private static boolean works(HealthCheck check) {
        try {
            return check.ready();
        } catch (RuntimeException e) {
            LOG.warn("health check {} failed", check.name(), e);
            return false;
        }
    }
}

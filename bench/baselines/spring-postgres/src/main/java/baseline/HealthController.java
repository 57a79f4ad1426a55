package baseline;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the service can answer, and whether what it answers survives a loss of power.
@RestController
class HealthController {

    private static final String IS_DURABLE =
            """
            SELECT current_setting('fsync') = 'on'
                AND current_setting('full_page_writes') = 'on'
                AND current_setting('synchronous_commit') = 'on'
            """;

    private final JdbcClient database;

    HealthController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/health/ready")
    @Transactional(readOnly = true)
    public Map<String, String> ready() {
        boolean isDurable = database.sql(IS_DURABLE).query(Boolean.class).single();
        return Map.of("status", "UP", "durability", isDurable ? "durable" : "relaxed");
    }
}

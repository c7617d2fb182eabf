package nl.spil;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers now. */
final class DatabaseHealth implements HealthIndicator {
    private final DataSource database;

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try (var connection = database.getConnection()) {
            return connection.isValid(1)
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("reason", "the database does not answer")
                            .build();
        } catch (SQLException away) {
            return Health.down()
                    .withDetail("reason", "the database cannot be reached")
                    .build();
        }
    }
}

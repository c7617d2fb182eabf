package nl.spil;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this build, as the role that owns it. */
public final class Migrations {
    private Migrations() {}

    /** Applies what is missing; the runtime role gets exactly the rights that the migrations name. */
    public static void apply(DataSource owner, String runtimeRole) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtime", runtimeRole))
                // Every module numbers its own: what is new in one may stand below what another has applied already.
                .outOfOrder(true)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}

package nl.spil;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import nl.spil.embedded.DatabaseRoles;
import nl.spil.embedded.Durability;
import nl.spil.embedded.EmbeddedPostgres;
import nl.spil.ledger.LedgerSessions;
import nl.spil.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One database, ours or the operator's; nobody sees it before it has the schema of this build. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final String DATABASE = "spil";
    private static final int SESSIONS = 24;

    /** Starts PostgreSQL on the data folder; only in this mode does the bean exist. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spil.mode", havingValue = "EMBEDDED", matchIfMissing = true)
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(Settings settings) {
            var postgres = EmbeddedPostgres.startIn(settings.data().resolve("postgres"));
            postgres.roles().createDatabase(DATABASE);
            return postgres;
        }

        @Bean
        DatabaseAccess databaseAccess(EmbeddedPostgres postgres) {
            var roles = postgres.roles();
            return new DatabaseAccess(
                    roles.url(DATABASE),
                    new DatabaseAccess.Login(DatabaseRoles.OWNER, roles.ownerPassword()),
                    new DatabaseAccess.Login(DatabaseRoles.RUNTIME, roles.runtimePassword()));
        }
    }

    /** Uses the operator's database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spil.mode", havingValue = "EXTERNAL")
    static class External {
        @Bean
        DatabaseAccess databaseAccess(Settings settings) {
            var database = settings.database().orElseThrow();
            return new DatabaseAccess(
                    database.url(),
                    new DatabaseAccess.Login(database.owner(), database.ownerPassword()),
                    new DatabaseAccess.Login(database.runtime(), database.runtimePassword()));
        }
    }

    /** Sessions with the broker's daily rights; a database that is gone is noticed within a second. */
    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseAccess access) throws SQLException {
        mustBeStrong(access);
        Migrations.apply(access.asOwner(), access.runtime().role());
        mustBeStrong(access);
        var config = new HikariConfig();
        config.setPoolName("spil");
        config.setJdbcUrl(access.url());
        config.setUsername(access.runtime().role());
        config.setPassword(access.runtime().password());
        config.setMaximumPoolSize(SESSIONS);
        config.setConnectionTimeout(600);
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(20_000);
        // Seconds: a read that waits longer than this means that the server hangs, not that the answer is long.
        config.addDataSourceProperty("socketTimeout", "2");
        config.addDataSourceProperty("connectTimeout", "1");
        config.addDataSourceProperty("loginTimeout", "1");
        config.addDataSourceProperty("cancelSignalTimeout", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "spil-broker");
        return new HikariDataSource(config);
    }

    /** Sessions for the ledger's writer; after the pool, which is there only when the schema is. */
    @Bean
    LedgerSessions ledgerSessions(DatabaseAccess access, DataSource migrated) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "user", access.runtime().role(),
                "password", access.runtime().password(),
                "connectTimeout", "1",
                "loginTimeout", "1",
                "cancelSignalTimeout", "1",
                "tcpKeepAlive", "true",
                "logServerErrorDetail", "false",
                "ApplicationName", "spil-ledger"));
        return () -> DriverManager.getConnection(access.url(), properties);
    }

    @Bean
    DatabaseHealth databaseHealthIndicator(DataSource dataSource) {
        return new DatabaseHealth(dataSource);
    }

    /** Before the schema is made and after it, since some rights are there only then. */
    private static void mustBeStrong(DatabaseAccess access) throws SQLException {
        try (var connection = access.asRuntime().getConnection()) {
            var weaknesses = new ArrayList<String>(Durability.weaknesses(connection));
            weaknesses.addAll(
                    RoleSeparation.weaknesses(connection, access.owner().role()));
            if (!weaknesses.isEmpty()) {
                throw new DatabaseTooWeak(weaknesses);
            }
        }
    }
}

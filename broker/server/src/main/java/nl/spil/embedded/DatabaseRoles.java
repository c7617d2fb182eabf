package nl.spil.embedded;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The two roles of a database: one owns the tables, the other may only do the broker's daily work. */
public final class DatabaseRoles {
    public static final String OWNER = "spil_owner";
    public static final String RUNTIME = "spil_broker";

    private final int port;
    private final RolePasswords passwords;

    DatabaseRoles(int port, RolePasswords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    int port() {
        return port;
    }

    RolePasswords passwords() {
        return passwords;
    }

    /** The address of a database of this cluster. */
    public String url(String database) {
        return url(port, database);
    }

    public String ownerPassword() {
        return passwords.owner();
    }

    public String runtimePassword() {
        return passwords.runtime();
    }

    /** Sessions that may change the schema: for migrations and tests, never for daily work. */
    public DataSource owner(String database) {
        return source(url(database), OWNER, passwords.owner());
    }

    /** Sessions with the rights the broker has when it runs. */
    public DataSource runtime(String database) {
        return source(url(database), RUNTIME, passwords.runtime());
    }

    /** Makes an empty database that only these two roles may enter; a database that is there is left alone. */
    public void createDatabase(String database) {
        Databases.create(source(url("postgres"), Cluster.ADMIN, passwords.admin()), database, "template1");
    }

    /** Makes a copy of another database, with everything in it. */
    public void copyDatabase(String from, String to) {
        Databases.create(source(url("postgres"), Cluster.ADMIN, passwords.admin()), to, from);
    }

    /** A program that listens on the port while PostgreSQL is away must not be told a password. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?requireAuth=scram-sha-256&logServerErrorDetail=false&sslmode=disable&gssEncMode=disable&loginTimeout=10";
    }

    static DataSource source(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    @Override
    public String toString() {
        return "DatabaseRoles[port=" + port + "]";
    }
}

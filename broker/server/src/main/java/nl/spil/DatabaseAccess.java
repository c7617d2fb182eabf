package nl.spil;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the database is and the two names under which the broker enters it; who runs it is nobody else's concern. */
record DatabaseAccess(String url, Login owner, Login runtime) {

    record Login(String role, String password) {
        @Override
        public String toString() {
            return role;
        }
    }

    /** Unpooled sessions of the owner, for migrations only. */
    DataSource asOwner() {
        return new DriverManagerDataSource(url, owner.role(), owner.password());
    }

    /** Unpooled sessions with the rights of daily work, to see what these are. */
    DataSource asRuntime() {
        return new DriverManagerDataSource(url, runtime.role(), runtime.password());
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + owner + ", " + runtime + "]";
    }
}

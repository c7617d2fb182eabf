package nl.spil.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives new database sessions of the runtime role that belong to no pool, since the writer keeps its own for life. */
@FunctionalInterface
public interface LedgerSessions {
    /** A new session, or a failure within a second. */
    Connection open() throws SQLException;
}

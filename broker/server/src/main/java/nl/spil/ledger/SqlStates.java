package nl.spil.ledger;

import java.sql.SQLException;
import java.util.Set;

/** What a failure of the database means for whoever asked. */
final class SqlStates {
    /** Data, constraint, syntax or right, view check, raised by a trigger: the statement is wrong, not the moment. */
    private static final Set<String> ROWS = Set.of("22", "23", "42", "44", "P0");

    private SqlStates() {}

    static boolean meansTheRows(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && state.length() == 5 && ROWS.contains(state.substring(0, 2));
    }
}

package nl.spil.ledger;

import java.sql.SQLException;
import java.util.List;

/**
 * The rows that belong to the entries of one writing: deliveries or register rows, in the same transaction.
 *
 * <p>Must be quick, must not reach outside the database, and may run more than once, since a batch that fails is
 * written again without what made it fail.
 */
@FunctionalInterface
public interface Work {
    /** No rows besides the entries. */
    Work NONE = (rows, positions) -> {};

    /**
     * Writes the rows.
     *
     * @param positions where the entries of this writing will stand, in the order of its drafts
     */
    void write(Rows rows, List<Position> positions) throws SQLException;
}

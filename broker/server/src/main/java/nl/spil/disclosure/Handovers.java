package nl.spil.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.Acknowledgement.Result;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which releases were handed over, and what the recipient said about each. */
final class Handovers {
    private static final String FIND =
            "select entry, result, result_entry from collection where disclosure = ? and id = ? and release = ?";

    private final JdbcClient jdbc;

    Handovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The handing over under exactly this release. */
    Optional<HandedOver> find(DisclosureId disclosure, UUID id, Sha256 release) {
        return jdbc.sql(FIND)
                .params(disclosure.value(), id, release.value())
                .query((row, _) -> new HandedOver(row.getLong("entry"), said(row)))
                .optional();
    }

    private static Optional<Said> said(ResultSet row) throws SQLException {
        var entry = row.getLong("result_entry");
        return Optional.ofNullable(row.getString("result")).map(result -> new Said(Result.valueOf(result), entry));
    }

    /**
     * One release that a recipient got.
     *
     * @param entry where it was recorded
     * @param said empty until the recipient acknowledged
     */
    record HandedOver(long entry, Optional<Said> said) {}

    /** What the recipient said, and where that stands. */
    record Said(Result result, long entry) {}
}

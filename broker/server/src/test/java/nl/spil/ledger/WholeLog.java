package nl.spil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import nl.spil.protocol.proof.LogAudit;

/** The check with which every test ends that had a running broker write to its ledger. */
public final class WholeLog {
    private WholeLog() {}

    public static void assertClean(Ledger ledger, DataSource sessions) {
        try (var log = new PostgresStoredLog(sessions.getConnection(), List.of())) {
            assertThat(LogAudit.check(ledger.key(), log).findings()).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

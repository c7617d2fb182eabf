package nl.spil.ledger;

import java.time.Instant;
import java.util.List;
import nl.spil.protocol.proof.Finding;

/** What the broker itself found when it last looked at its whole log. */
public sealed interface LogCondition {

    /** Not looked at since the start; its right edge was checked then. */
    record NotYetSeen() implements LogCondition {}

    /** Everything kept is what was signed. */
    record Intact(long entries, Instant at) implements LogCondition {}

    /**
     * Something kept is not what was signed.
     *
     * @param since when this was first noticed
     */
    record Altered(List<Finding> findings, Instant since) implements LogCondition {
        public Altered {
            findings = List.copyOf(findings);
        }

        /** The first of them, for a person to begin with. */
        public Finding first() {
            return findings.getFirst();
        }
    }
}

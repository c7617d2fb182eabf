package nl.spil.protocol;

import java.time.Instant;

/**
 * That a person judged the sharing necessary, proportionate and the lightest means; Spil never judges it itself.
 *
 * @param judgedBy pseudonym of the employee who judged
 */
public record NecessityRecord(
        boolean necessity, boolean proportionality, boolean subsidiarity, EmployeeId judgedBy, Instant judgedAt) {
    public NecessityRecord {
        WholeSeconds.check(judgedAt, "the moment of judgment");
    }
}

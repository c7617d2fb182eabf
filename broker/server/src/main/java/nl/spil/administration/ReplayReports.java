package nl.spil.administration;

import java.time.Instant;
import java.util.List;

/** What this module asks of the application: which reports there are of replaying past decisions with these rules. */
@FunctionalInterface
public interface ReplayReports {

    /**
     * The reports about exactly this bundle, oldest first.
     *
     * @param bundle its digest, {@code sha256:…}
     */
    List<Report> of(String bundle);

    /**
     * One replay.
     *
     * @param digest of the report
     */
    record Report(String digest, Instant at) {}
}

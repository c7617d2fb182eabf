package nl.spil.sdk;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * On what terms a partner is let into a case.
 *
 * @param incidental whether it is a third party, for this occasion only (Wgs 2.31(9))
 */
public record Admission(Optional<Instant> from, Optional<Instant> until, boolean incidental) {

    /** From now on and until the case closes. */
    public static Admission asParticipant() {
        return new Admission(Optional.empty(), Optional.empty(), false);
    }

    /** For this occasion only. */
    public static Admission asThirdParty(Instant until) {
        return new Admission(Optional.empty(), Optional.of(until), true);
    }

    JsonNode json() {
        var tree = JsonText.object();
        from.ifPresent(moment -> tree.put("from", moment.getEpochSecond()));
        until.ifPresent(moment -> tree.put("until", moment.getEpochSecond()));
        if (incidental) {
            tree.put("incidental", true);
        }
        return tree;
    }
}

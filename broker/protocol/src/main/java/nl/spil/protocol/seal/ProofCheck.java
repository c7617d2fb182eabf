package nl.spil.protocol.seal;

import java.util.List;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;

/** Tells whether a proof shows that a release was recorded before it reached its recipient. */
@FunctionalInterface
public interface ProofCheck {

    /**
     * Everything that is wrong; empty only when the proof includes a collected entry for exactly this release under a
     * checkpoint that is consistent with the last one seen.
     *
     * @param proof a c2sp.org/tlog-proof@v1 with the leaf in its extra line
     * @param release SHA-256 of the release as it was received
     */
    List<Problem> examine(String proof, Sha256 release);
}

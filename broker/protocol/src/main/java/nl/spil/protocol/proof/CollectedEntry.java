package nl.spil.protocol.proof;

import java.util.List;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;

/**
 * The entry that a delivery must prove: that this recipient collected exactly this release, in the log as it was seen
 * before. No proof, no data.
 *
 * @param recipient whose collecting it must be
 * @param history what is known of the log
 */
public record CollectedEntry(Oin recipient, History history) {
    private static final String TYPE = "collected";

    /** What somebody knows of a log, against which every receipt is held. */
    @FunctionalInterface
    public interface History {
        /** Throws {@link InvalidProof} unless the receipt holds and fits everything seen before. */
        Receipt.Proven accept(Receipt receipt);
    }

    /** Everything that is wrong with the proof of a delivery; empty when it proves what it should. */
    public List<Problem> examine(String proof, Sha256 release) {
        try {
            var parsed = TlogProof.parse(proof);
            var receipt = Receipt.of(
                    parsed.leaf(), parsed.inclusion(), parsed.checkpoint().note());
            return isOf(release, history.accept(receipt).leaf())
                    ? List.of()
                    : List.of(problem("proof-of-another", "The proof is not about the collecting of this release."));
        } catch (InvalidProof _) {
            return List.of(problem("proof-invalid", "The proof does not hold in the log as it is known."));
        }
    }

    private boolean isOf(Sha256 release, Leaf leaf) {
        return leaf.type().equals(TYPE)
                && recipient.equals(leaf.header().to())
                && release.equals(leaf.header().release());
    }

    private static Problem problem(String code, String detail) {
        return new Problem(code, "/header/proof", detail);
    }
}

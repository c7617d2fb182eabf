package nl.spil.protocol.seal;

import java.util.List;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;

/** What came of a delivery: opened, or the first of the steps at which it was refused. */
public sealed interface Opening {

    /** Everything is as it should be. */
    record Opened(OpenedExchange exchange) implements Opening {}

    /** The bytes are not a delivery. */
    record Malformed(List<Problem> problems) implements Opening {}

    /** Nothing proves that the delivery was recorded: no proof, no data. */
    record Unrecorded(List<Problem> problems) implements Opening {}

    /** The broker did not release this, or not to us, or not now. */
    record Unreleased(List<Problem> problems) implements Opening {}

    /** The sender did not sign this. */
    record Unsigned(List<Problem> problems) implements Opening {}

    /** Labels, contents and shares are not exactly the items released. */
    record Incomplete(List<Problem> problems) implements Opening {}

    /**
     * It was released and signed, but does not open; the recipient answers with a signed "unreadable".
     *
     * @param culprit whose doing it must be
     * @param release digest of the release as received, for the answer
     */
    record Unreadable(Culprit culprit, List<Problem> problems, ExchangeId exchange, Sha256 release)
            implements Opening {}

    /** Whose doing it is that a delivery does not open. */
    enum Culprit {
        /** What arrived is what the sender signed for, and it does not open. */
        SENDER,
        /** What arrived is not what the sender signed for. */
        CARRIER,
        /** It was sealed for a key this recipient does not have. */
        RECIPIENT
    }
}

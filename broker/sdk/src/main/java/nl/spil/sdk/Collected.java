package nl.spil.sdk;

import java.nio.file.Path;
import java.util.UUID;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.OpenedExchange;
import nl.spil.protocol.seal.Opening;

/** What a recipient collected; still to be acknowledged, so that the broker can let go of it. */
public sealed interface Collected {

    DisclosureId disclosure();

    UUID collection();

    ExchangeId exchangeId();

    /** Digest of the release as it was received. */
    Sha256 release();

    /**
     * It was recorded, released, signed and complete, and it opened.
     *
     * @param evidence the folder with what anyone can check later: who sent what, released and recorded when
     */
    record Opened(DisclosureId disclosure, UUID collection, OpenedExchange exchange, Path evidence)
            implements Collected {
        @Override
        public ExchangeId exchangeId() {
            return exchange.claims().exchange();
        }

        @Override
        public Sha256 release() {
            return exchange.releaseDigest();
        }
    }

    /** It was recorded, released and signed, but cannot be read; saying so is the answer. */
    record Unreadable(DisclosureId disclosure, UUID collection, Opening.Unreadable opening) implements Collected {
        @Override
        public ExchangeId exchangeId() {
            return opening.exchange();
        }

        @Override
        public Sha256 release() {
            return opening.release();
        }
    }
}

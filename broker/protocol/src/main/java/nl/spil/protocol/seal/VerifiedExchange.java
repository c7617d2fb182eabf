package nl.spil.protocol.seal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/** An exchange that is proven to be by its sender, every label and ciphertext of it; only verifying makes one. */
public final class VerifiedExchange {
    private final Envelope envelope;

    VerifiedExchange(Envelope envelope) {
        this.envelope = envelope;
    }

    public ExchangeClaims claims() {
        return envelope.payload().claims();
    }

    /** What may be known of the items, in the order of their digests. */
    public List<Label> labels() {
        return envelope.labels();
    }

    /** The sealing key used for each recipient, in the order in which they are addressed. */
    public Map<Oin, KeyId> recipients() {
        return SealedExchange.recipients(envelope);
    }

    /** SHA-256 of `protected.payload`: the same for a retry, another for anything else. */
    public Sha256 signedDigest() {
        return envelope.signedDigest();
    }

    /** What the broker may keep for one recipient; of all other items neither ciphertext nor share remains. */
    public KeptExchange keepFor(Oin recipient, Set<ContentDigest> items) {
        return KeptExchange.of(envelope, recipient, items);
    }

    @Override
    public String toString() {
        return "verified exchange of " + envelope.triples().size() + " items";
    }
}

package nl.spil.protocol.seal;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/**
 * What is left of an exchange for one recipient: the items it may have, still under the sender's signature. It can be
 * narrowed and never widened, for what was left out is gone.
 */
public final class KeptExchange {
    private final Envelope envelope;

    private KeptExchange(Envelope envelope) {
        this.envelope = envelope;
    }

    static KeptExchange of(Envelope envelope, Oin recipient, Set<ContentDigest> items) {
        var index = envelope.keyOf(recipient);
        if (index.isEmpty()) {
            throw new IllegalArgumentException("the exchange was not sealed for this recipient");
        }
        return new KeptExchange(only(envelope, items, envelope.keys().only(index.getAsInt())));
    }

    private static Envelope only(Envelope envelope, Set<ContentDigest> items, WrappedKeys keys) {
        if (items.isEmpty() || !envelope.items().containsAll(items)) {
            throw new IllegalArgumentException("an exchange is narrowed to at least one of its own items");
        }
        return envelope.only(items, keys);
    }

    /** Reads what {@link #bytes()} wrote; a stored exchange that is not well-formed has been tampered with. */
    public static Checked<KeptExchange> parse(byte[] stored) {
        return EnvelopeReader.read(stored, EnvelopeReader.Form.KEPT).map(KeptExchange::new);
    }

    /** The form in which it is stored. */
    public byte[] bytes() {
        return EnvelopeWriter.write(envelope);
    }

    public ExchangeClaims claims() {
        return envelope.payload().claims();
    }

    public List<Label> labels() {
        return envelope.labels();
    }

    /** SHA-256 of `protected.payload`, by which a release names this exchange. */
    public Sha256 signedDigest() {
        return envelope.signedDigest();
    }

    /** The same with fewer items; throws IllegalArgumentException for an item that is no longer here. */
    public KeptExchange narrowTo(Set<ContentDigest> items) {
        return new KeptExchange(only(envelope, items, envelope.keys()));
    }

    /** The delivery: what is kept, with the broker's release for exactly these items and the proof of its recording. */
    public byte[] deliver(String release, String proof) {
        return EnvelopeWriter.write(envelope.delivered(release, proof));
    }

    @Override
    public String toString() {
        return "kept exchange of " + envelope.triples().size() + " items";
    }
}

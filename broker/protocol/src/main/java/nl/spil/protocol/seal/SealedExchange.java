package nl.spil.protocol.seal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.protocol.Checked;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/** An exchange as a sender submits it: well-formed, but not yet known to be by anyone. */
public final class SealedExchange {
    /** The media type under which an exchange travels. */
    public static final String MEDIA_TYPE = "application/vnd.spil.sealed+sd-jwt+json; v=1";

    /** Nothing larger is read. */
    public static final int MAXIMUM_BYTES = EnvelopeReader.MAXIMUM_BYTES;

    private final Envelope envelope;

    private SealedExchange(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Reads what a sender submitted; checks every limit before anything is computed, and finds every problem. */
    public static Checked<SealedExchange> parse(byte[] submitted) {
        return EnvelopeReader.read(submitted, EnvelopeReader.Form.SUBMITTED).map(SealedExchange::new);
    }

    /** What the sender is said to claim. */
    public ExchangeClaims claims() {
        return envelope.payload().claims();
    }

    /** What may be known of the items, in the order of their digests. */
    public List<Label> labels() {
        return envelope.labels();
    }

    /** The key that is said to have signed. */
    public KeyId signedWith() {
        return envelope.header().key();
    }

    /** The sealing key used for each recipient, in the order in which they are addressed. */
    public Map<Oin, KeyId> recipients() {
        return recipients(envelope);
    }

    static Map<Oin, KeyId> recipients(Envelope envelope) {
        var recipients = new LinkedHashMap<Oin, KeyId>();
        for (var i = 0; i < envelope.keys().recipients().size(); i++) {
            recipients.put(
                    envelope.payload().claims().recipients().get(i),
                    envelope.keys().recipients().get(i).key());
        }
        return recipients;
    }

    /** SHA-256 of `protected.payload`: the same for a retry, another for anything else. */
    public Sha256 signedDigest() {
        return envelope.signedDigest();
    }

    /** Finds out whether this partner signed it with one of these keys, now, and all of it. */
    public Checked<VerifiedExchange> verify(Oin partner, Collection<VerificationKey> registered, Instant now) {
        var findings = new Findings();
        findings.unless(claims().sender().equals(partner), Flaw.SENDER_DIFFERS, "/payload/iss");
        new Validity(claims().issuedAt(), claims().expiresAt())
                .check(now, ExchangeClaims.LONGEST_LIFE, "/payload", findings);
        var key = envelope.header().keyAmong(registered, "/protected", findings);
        if (key.isPresent() && !envelope.isSignedWith(key.get())) {
            findings.add(Flaw.SIGNATURE_INVALID, "/signature");
        }
        if (findings.none()) {
            checkWhatIsSigned(findings);
        }
        return findings.none() ? Checked.sound(new VerifiedExchange(envelope)) : Checked.unsound(findings.problems());
    }

    /** The broker cannot open contents, but it can see that they are the ones committed to, and so can blame later. */
    private void checkWhatIsSigned(Findings findings) {
        envelope.checkLabels(findings);
        envelope.checkCommitments(findings);
        for (var i = 0; i < envelope.keys().recipients().size(); i++) {
            findings.unless(
                    envelope.keys()
                            .commitment(i)
                            .equals(envelope.payload().keys().get(i)),
                    Flaw.KEYS_NOT_SIGNED,
                    "/header/keys/recipients/" + i);
        }
    }

    @Override
    public String toString() {
        return "sealed exchange of " + envelope.triples().size() + " items";
    }
}

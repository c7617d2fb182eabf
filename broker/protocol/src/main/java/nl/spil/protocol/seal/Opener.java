package nl.spil.protocol.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.Opening.Culprit;

/**
 * Opens deliveries for one recipient, in the one order that is safe: recorded, released, signed, complete; only then is
 * anything decrypted.
 */
public final class Opener {
    private final Oin recipient;
    private final List<SealingKeyPair> ownKeys;
    private final SenderKeys senderKeys;
    private final List<VerificationKey> brokerKeys;
    private final ProofCheck proofCheck;
    private final ValueCheck valueCheck;

    /**
     * An opener for one recipient.
     *
     * @param ownKeys the current sealing key and those that may still be in use
     * @param senderKeys signing keys from key sets this recipient verified itself
     * @param brokerKeys with which the broker signs releases
     */
    public Opener(
            Oin recipient,
            Collection<SealingKeyPair> ownKeys,
            SenderKeys senderKeys,
            Collection<VerificationKey> brokerKeys,
            ProofCheck proofCheck,
            ValueCheck valueCheck) {
        this.recipient = recipient;
        this.ownKeys = List.copyOf(ownKeys);
        this.senderKeys = senderKeys;
        this.brokerKeys = List.copyOf(brokerKeys);
        this.proofCheck = proofCheck;
        this.valueCheck = valueCheck;
    }

    public Opening open(byte[] delivery, Instant now) {
        return switch (EnvelopeReader.read(delivery, EnvelopeReader.Form.DELIVERED)) {
            case Checked.Unsound<Envelope>(var problems) -> new Opening.Malformed(problems);
            case Checked.Sound<Envelope>(var envelope) -> afterReading(envelope, now);
        };
    }

    private Opening afterReading(Envelope envelope, Instant now) {
        var release = envelope.release().orElseThrow();
        var unproven = envelope.proof()
                .map(proof -> proofCheck.examine(proof, Sha256.of(release)))
                .orElseGet(() -> List.of(Flaw.PROOF_MISSING.at("/header/proof")));
        if (!unproven.isEmpty()) {
            return new Opening.Unrecorded(unproven);
        }
        return switch (Release.verify(release, brokerKeys, recipient, now)) {
            case Checked.Unsound<Release>(var problems) -> new Opening.Unreleased(problems);
            case Checked.Sound<Release>(var read) -> afterRelease(envelope, read, now);
        };
    }

    private Opening afterRelease(Envelope envelope, Release release, Instant now) {
        var findings = new Findings();
        findings.unless(
                release.signedExchange().equals(envelope.signedDigest())
                        && release.exchange().equals(envelope.payload().claims().exchange()),
                Flaw.RELEASE_OF_ANOTHER,
                "/header/release");
        if (!findings.none()) {
            return new Opening.Unreleased(findings.problems());
        }
        checkSignature(envelope, now, findings);
        return findings.none() ? afterSignature(envelope, release) : new Opening.Unsigned(findings.problems());
    }

    private void checkSignature(Envelope envelope, Instant now, Findings findings) {
        var claims = envelope.payload().claims();
        findings.unless(claims.recipients().contains(recipient), Flaw.AUDIENCE_DIFFERS, "/payload/aud");
        new Validity(claims.issuedAt(), claims.expiresAt())
                .check(now, ExchangeClaims.LONGEST_LIFE, "/payload", findings);
        var key = envelope.header().keyAmong(senderKeys.of(claims.sender()), "/protected", findings);
        if (key.isPresent() && !envelope.isSignedWith(key.get())) {
            findings.add(Flaw.SIGNATURE_INVALID, "/signature");
        }
    }

    /** Sets are compared, not counted: a dropped label once passed a count. */
    private Opening afterSignature(Envelope envelope, Release release) {
        var findings = new Findings();
        findings.unless(
                envelope.items().equals(new HashSet<>(release.released())),
                Flaw.RELEASE_DIFFERS,
                "/header/disclosures");
        envelope.checkLabels(findings);
        return findings.none() ? afterSets(envelope, release) : new Opening.Incomplete(findings.problems());
    }

    private Opening afterSets(Envelope envelope, Release release) {
        var findings = new Findings();
        envelope.checkCommitments(findings);
        var index = envelope.keyOf(recipient);
        findings.unless(index.isPresent(), Flaw.KEYS_NOT_SIGNED, "/header/keys");
        if (!findings.none()) {
            return unreadable(Culprit.CARRIER, envelope, findings);
        }
        return ownKey(envelope, index.getAsInt())
                .map(key -> decapsulate(envelope, release, index.getAsInt(), key))
                .orElseGet(() -> {
                    findings.add(Flaw.SEALED_FOR_ANOTHER, "/header/keys");
                    return unreadable(Culprit.RECIPIENT, envelope, findings);
                });
    }

    private Optional<SealingKeyPair> ownKey(Envelope envelope, int index) {
        var wanted = envelope.keys().recipients().get(index).key();
        return ownKeys.stream().filter(pair -> pair.id().equals(wanted)).findFirst();
    }

    private Opening decapsulate(Envelope envelope, Release release, int index, SealingKeyPair key) {
        return envelope.keys()
                .unwrap(index, envelope.payload().claims(), recipient, key)
                .map(secret -> decrypt(envelope, release, secret))
                .orElseGet(() -> {
                    var findings = new Findings();
                    findings.add(Flaw.KEYS_UNREADABLE, "/header/keys");
                    return unreadable(Culprit.SENDER, envelope, findings);
                });
    }

    private Opening decrypt(Envelope envelope, Release release, byte[] secret) {
        var findings = new Findings();
        var items = new ArrayList<OpenedItem>();
        var contents = new ArrayList<String>();
        for (var i = 0; i < envelope.triples().size(); i++) {
            var triple = envelope.triples().get(i);
            var pointer = "/header/edis/" + i;
            content(triple, secret, pointer, findings).ifPresent(content -> {
                contents.add(Base64Url.encode(content));
                item(triple.label(), content, pointer, findings).ifPresent(items::add);
            });
        }
        if (!findings.none()) {
            return unreadable(Culprit.SENDER, envelope, findings);
        }
        return new Opening.Opened(new OpenedExchange(
                envelope.payload().claims(),
                release,
                releaseDigest(envelope),
                items,
                Evidence.write(envelope, contents)));
    }

    private static Optional<byte[]> content(Triple triple, byte[] secret, String pointer, Findings findings) {
        var item = triple.label().item();
        var key = ItemSecret.key(secret, Base64Url.decode(triple.share()), item);
        var content = CompactJwe.open(key, triple.ciphertext());
        findings.unless(content.isPresent(), Flaw.CONTENT_UNREADABLE, pointer);
        return content.filter(bytes -> {
            var same = ContentDisclosure.digest(bytes).equals(item);
            findings.unless(same, Flaw.DIGEST_CHANGED, pointer);
            return same;
        });
    }

    private Optional<OpenedItem> item(Label label, byte[] content, String pointer, Findings findings) {
        var value = ContentDisclosure.value(content)
                .filter(read -> valueCheck.accepts(label.category(), label.answerType(), read));
        findings.unless(value.isPresent(), Flaw.VALUE_ILL_FORMED, pointer);
        return value.map(
                read -> new OpenedItem(label.item(), label.category(), label.answerType(), label.subject(), read));
    }

    private static Opening unreadable(Culprit culprit, Envelope envelope, Findings findings) {
        return new Opening.Unreadable(
                culprit, findings.problems(), envelope.payload().claims().exchange(), releaseDigest(envelope));
    }

    private static Sha256 releaseDigest(Envelope envelope) {
        return Sha256.of(envelope.release().orElseThrow());
    }
}

package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/**
 * A sealed exchange as read from bytes of the right shape, which says nothing yet about who wrote it.
 *
 * @param protectedPart the header as it was signed, in base64url, as are payloadPart and signature
 * @param triples in the order of their digests
 * @param release the broker's release, in deliveries only
 * @param proof the proof of its recording, in deliveries only
 */
record Envelope(
        String protectedPart,
        String payloadPart,
        String signature,
        JoseHeader header,
        SignedPayload payload,
        List<Triple> triples,
        WrappedKeys keys,
        Optional<String> release,
        Optional<String> proof) {

    Envelope {
        triples = List.copyOf(triples);
    }

    String signingInput() {
        return protectedPart + '.' + payloadPart;
    }

    /** By this digest a retry is recognised, and a release says which exchange it is for. */
    Sha256 signedDigest() {
        return Sha256.of(signingInput());
    }

    List<Label> labels() {
        return triples.stream().map(Triple::label).toList();
    }

    Set<ContentDigest> items() {
        var items = new HashSet<ContentDigest>();
        triples.forEach(triple -> items.add(triple.label().item()));
        return items;
    }

    boolean isSignedWith(VerificationKey key) {
        return key.verifies(signingInput().getBytes(US_ASCII), Base64Url.decode(signature));
    }

    /** Looks up every label among the digests the sender signed; each label counts for one of them. */
    void checkLabels(Findings findings) {
        for (var i = 0; i < triples.size(); i++) {
            findings.unless(
                    payload.items().contains(Sha256.of(triples.get(i).disclosure())),
                    Flaw.LABEL_NOT_SIGNED,
                    "/header/disclosures/" + i);
        }
    }

    void checkCommitments(Findings findings) {
        for (var i = 0; i < triples.size(); i++) {
            var triple = triples.get(i);
            var commitment = ItemSecret.commitment(triple.ciphertext(), Base64Url.decode(triple.share()));
            findings.unless(
                    commitment.equals(triple.label().commitment()), Flaw.CONTENT_NOT_SIGNED, "/header/edis/" + i);
        }
    }

    /** Where this recipient's wrapped key stands among those here, if one the sender signed for does. */
    OptionalInt keyOf(Oin recipient) {
        var position = payload.claims().recipients().indexOf(recipient);
        for (var i = 0; position >= 0 && i < keys.recipients().size(); i++) {
            if (keys.commitment(i).equals(payload.keys().get(position))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    Envelope only(Set<ContentDigest> kept, WrappedKeys keysKept) {
        return new Envelope(
                protectedPart,
                payloadPart,
                signature,
                header,
                payload,
                triples.stream()
                        .filter(triple -> kept.contains(triple.label().item()))
                        .toList(),
                keysKept,
                Optional.empty(),
                Optional.empty());
    }

    Envelope delivered(String releasePart, String proofPart) {
        return new Envelope(
                protectedPart,
                payloadPart,
                signature,
                header,
                payload,
                triples,
                keys,
                Optional.of(releasePart),
                Optional.of(proofPart));
    }
}

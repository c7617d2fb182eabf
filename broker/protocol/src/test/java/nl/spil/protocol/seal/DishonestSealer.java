package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Sha256;

/** A sender that signs properly for what does not open. */
final class DishonestSealer {
    private final SampleCase sample;
    private final byte[] secret = new byte[ItemSecret.SECRET];

    private DishonestSealer(SampleCase sample) {
        this.sample = sample;
    }

    /** Each content is another than the one whose digest was signed. */
    static SealedSubmission underAnotherDigest(SampleCase sample) {
        var sealer = new DishonestSealer(sample);
        return sealer.submission(
                sample.claims(),
                sealer.triples((content, digest, share) ->
                        sealer.seal(ItemSecret.key(sealer.secret, share, digest), sealer.other())),
                sealer.keys(sample.claims()));
    }

    /** The contents are encrypted under keys that nobody can make. */
    static SealedSubmission underAnotherKey(SampleCase sample) {
        var sealer = new DishonestSealer(sample);
        return sealer.submission(
                sample.claims(),
                sealer.triples((content, digest, share) -> sealer.seal(sealer.random(32), content)),
                sealer.keys(sample.claims()));
    }

    /** The secret is wrapped for the same recipients in another exchange. */
    static SealedSubmission wrappedForAnotherCase(SampleCase sample) {
        var sealer = new DishonestSealer(sample);
        var another = sample.claims(sample.claims().recipients(), "019a43b2-7c00-7000-8000-000000000002");
        return sealer.submission(
                sample.claims(),
                sealer.triples(
                        (content, digest, share) -> sealer.seal(ItemSecret.key(sealer.secret, share, digest), content)),
                sealer.keys(another));
    }

    private interface Encrypting {
        String ciphertext(byte[] content, ContentDigest digest, byte[] share);
    }

    private List<Triple> triples(Encrypting encrypting) {
        var triples = new ArrayList<Triple>();
        for (var item : SampleCase.items()) {
            var content = ContentDisclosure.write(random(16), item.value());
            var digest = ContentDisclosure.digest(content);
            var share = random(ItemSecret.SHARE);
            var ciphertext = encrypting.ciphertext(content, digest, share);
            var commitment = ItemSecret.commitment(ciphertext, share);
            var label = new Label(digest, item.category(), item.answerType(), item.subject(), commitment);
            triples.add(
                    new Triple(label, LabelDisclosure.write(random(16), label), ciphertext, Base64Url.encode(share)));
        }
        return triples;
    }

    private WrappedKeys keys(ExchangeClaims claims) {
        return WrappedKeys.wrap(secret, claims, sample.publicKeys(), sample.random);
    }

    private SealedSubmission submission(ExchangeClaims claims, List<Triple> triples, WrappedKeys keys) {
        var digests = new TreeSet<Sha256>();
        triples.forEach(triple -> digests.add(Sha256.of(triple.disclosure())));
        while (digests.size() % 8 != 0) {
            digests.add(new Sha256(Base64Url.encode(random(32))));
        }
        var commitments = IntStream.range(0, 2).mapToObj(keys::commitment).toList();
        var payload = new SignedPayload(claims, digests, commitments);
        var protectedPart = JoseHeader.write(sample.policeKey, EnvelopeReader.TYPE);
        var payloadPart = PayloadJson.write(payload);
        var signature = sample.policeKey.sign((protectedPart + '.' + payloadPart).getBytes(US_ASCII));
        var envelope = new Envelope(
                protectedPart,
                payloadPart,
                Base64Url.encode(signature),
                new JoseHeader(SignatureAlgorithm.ES256, sample.policeKey.id(), Jwk.object()),
                payload,
                triples.stream()
                        .sorted(Comparator.comparing(triple -> triple.label().item()))
                        .toList(),
                keys,
                Optional.empty(),
                Optional.empty());
        return new SealedSubmission(
                EnvelopeWriter.write(envelope),
                envelope,
                triples.stream().map(triple -> triple.label().item()).toList());
    }

    private byte[] other() {
        return ContentDisclosure.write(random(16), SampleCase.items().get(1).value());
    }

    private String seal(byte[] key, byte[] content) {
        return CompactJwe.seal(key, random(12), content);
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        sample.random.nextBytes(bytes);
        return bytes;
    }
}

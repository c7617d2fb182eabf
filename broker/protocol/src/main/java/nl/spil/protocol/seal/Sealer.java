package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/** Seals items for named recipients and signs them once, so that any of them can be left out and the rest still holds. */
public final class Sealer {
    private static final int SALT = 16;
    private static final int ITEMS_IN_STEPS_OF = 8;
    private static final int MOST_ITEMS = 256;

    private final SigningKey key;
    private final SecureRandom random;

    public Sealer(SigningKey key) {
        this(key, new SecureRandom());
    }

    Sealer(SigningKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * Seals the items for exactly the recipients the claims name. Sealing draws fresh randomness, so that a retry must
     * send the same bytes again; throws IllegalArgumentException for what would be refused by whoever reads it.
     */
    public SealedSubmission seal(ExchangeClaims claims, List<Item> items, Map<Oin, SealingPublicKey> recipients) {
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("an exchange holds one to 256 items");
        }
        if (!recipients.keySet().equals(Set.copyOf(claims.recipients()))) {
            throw new IllegalArgumentException("an exchange is sealed for exactly the recipients it names");
        }
        var secret = random(ItemSecret.SECRET);
        var sealed = items.stream().map(item -> seal(item, secret)).toList();
        var envelope = sign(claims, sealed, WrappedKeys.wrap(secret, claims, recipients, random));
        var bytes = EnvelopeWriter.write(envelope);
        if (bytes.length > EnvelopeReader.MAXIMUM_BYTES) {
            throw new IllegalArgumentException("an exchange is larger than 4 MiB");
        }
        return new SealedSubmission(
                bytes, envelope, sealed.stream().map(one -> one.label().item()).toList());
    }

    private Triple seal(Item item, byte[] secret) {
        var content = ContentDisclosure.write(random(SALT), item.value());
        var digest = ContentDisclosure.digest(content);
        var share = random(ItemSecret.SHARE);
        var ciphertext = CompactJwe.seal(ItemSecret.key(secret, share, digest), random(AesGcm.NONCE), content);
        var label = new Label(
                digest, item.category(), item.answerType(), item.subject(), ItemSecret.commitment(ciphertext, share));
        return new Triple(label, LabelDisclosure.write(random(SALT), label), ciphertext, Base64Url.encode(share));
    }

    private Envelope sign(ExchangeClaims claims, List<Triple> sealed, WrappedKeys keys) {
        var commitments = IntStream.range(0, keys.recipients().size())
                .mapToObj(keys::commitment)
                .toList();
        var payload = new SignedPayload(claims, digests(sealed), commitments);
        var protectedPart = JoseHeader.write(key, EnvelopeReader.TYPE);
        var payloadPart = PayloadJson.write(payload);
        var signature = key.sign((protectedPart + '.' + payloadPart).getBytes(US_ASCII));
        return new Envelope(
                protectedPart,
                payloadPart,
                Base64Url.encode(signature),
                new JoseHeader(key.algorithm(), key.id(), Jwk.object()),
                payload,
                sealed.stream()
                        .sorted(Comparator.comparing(triple -> triple.label().item()))
                        .toList(),
                keys,
                Optional.empty(),
                Optional.empty());
    }

    /** The labels and, so that their number tells little, random digests up to a multiple of eight. */
    private Set<Sha256> digests(List<Triple> sealed) {
        var digests = new HashSet<Sha256>();
        sealed.forEach(triple -> digests.add(Sha256.of(triple.disclosure())));
        while (digests.size() % ITEMS_IN_STEPS_OF != 0) {
            digests.add(new Sha256(Base64Url.encode(random(AesGcm.KEY))));
        }
        return digests;
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

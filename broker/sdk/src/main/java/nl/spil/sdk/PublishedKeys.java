package nl.spil.sdk;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.SealingPublicKey;
import nl.spil.protocol.seal.VerificationKey;

/** The keys of a partner as they are published now, verified under the agreed root and found in the log; by key id. */
public record PublishedKeys(
        Oin partner,
        long sequence,
        String expiresAt,
        List<String> signing,
        List<String> sealing,
        List<String> revoked) {

    public PublishedKeys {
        signing = List.copyOf(signing);
        sealing = List.copyOf(sealing);
        revoked = List.copyOf(revoked);
    }

    static PublishedKeys of(KeySet set, Set<KeyId> revoked) {
        return new PublishedKeys(
                set.partner(),
                set.sequence(),
                set.expiresAt().toString(),
                set.signing().stream()
                        .map(VerificationKey::id)
                        .map(KeyId::value)
                        .toList(),
                set.sealing().stream()
                        .map(SealingPublicKey::id)
                        .map(KeyId::value)
                        .toList(),
                revoked.stream().map(KeyId::value).sorted().toList());
    }
}

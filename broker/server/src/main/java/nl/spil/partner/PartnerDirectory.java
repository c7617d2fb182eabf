package nl.spil.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.VerificationKey;

/** Who takes part, and with which keys now; read by everyone, changed only through the ledger. */
public interface PartnerDirectory {
    /** The partner with this number; empty for a stranger. */
    Optional<Partner> find(Oin oin);

    /** All partners, by number. */
    List<Partner> all();

    /** A signing key that the partner publishes, that is in force and not revoked. */
    Optional<VerificationKey> signingKey(Oin oin, KeyId id);

    /** All of those; empty for a stranger. */
    List<VerificationKey> signingKeys(Oin oin);

    /** The keys with which its systems prove to the token endpoint who they are, without the revoked ones. */
    List<VerificationKey> clientKeys(Oin oin);

    /** The certificates its systems may connect with, as base64url SHA-256 of the DER form; without the revoked ones. */
    Set<String> certificates(Oin oin);

    /**
     * Whether this certificate, to which an issuer bound a token of the partner, still counts: where the partner's
     * certificates are registered it is one of those and not revoked; where they are not, the issuer knows them.
     */
    default boolean countsCertificate(Oin oin, String thumbprint) {
        var registered = certificates(oin);
        return registered.isEmpty() || registered.contains(thumbprint);
    }
}

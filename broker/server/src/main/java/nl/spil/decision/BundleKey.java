package nl.spil.decision;

import java.nio.charset.StandardCharsets;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.seal.BundleSignature;
import nl.spil.protocol.seal.SigningKey;

/** The key with which an installation says which rules it uses; what another key signed is unknown here. */
final class BundleKey {
    private final SigningKey key;

    BundleKey(SigningKey key) {
        this.key = key;
    }

    Activation sign(PolicyVersion policy) {
        return new Activation(policy, key.id(), Base64Url.encode(key.sign(statement(policy))));
    }

    boolean signed(Activation activation) {
        return activation.signedBy().equals(key.id())
                && Base64Url.isOf(activation.signature(), 64)
                && key.verification()
                        .verifies(statement(activation.policy()), Base64Url.decode(activation.signature()));
    }

    /** The archive with this key's signature under all its files, in the form OPA reads. */
    BundleArchive sign(BundleArchive archive) {
        return archive.signed(BundleSignature.sign(archive.files(), key));
    }

    boolean signed(BundleArchive archive) {
        return archive.file(BundleSignature.FILE)
                .filter(signatures -> BundleSignature.verifies(archive.files(), signatures, key.verification()))
                .isPresent();
    }

    private static byte[] statement(PolicyVersion policy) {
        var text = "spil policy bundle\n" + policy.revision() + "\n" + policy.digest() + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

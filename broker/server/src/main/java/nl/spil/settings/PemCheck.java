package nl.spil.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.spil.protocol.seal.Pem;

/** Looks into certificate and key files before anything starts, so that a wrong one is a complaint like any other. */
final class PemCheck {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final Given given;
    private final Instant now;

    PemCheck(Given given, Instant now) {
        this.given = given;
        this.now = now;
    }

    /** The certificates in this file; with a complaint for each that is not valid now. */
    List<X509Certificate> certificates(String name, Path file) {
        List<X509Certificate> certificates;
        try {
            certificates = Pem.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            given.complain(name + " is not a file with certificates (PEM)");
            return List.of();
        }
        for (var certificate : certificates) {
            given.complainIf(
                    now.isAfter(certificate.getNotAfter().toInstant()), name + " has a certificate that has expired");
            given.complainIf(
                    now.isBefore(certificate.getNotBefore().toInstant()),
                    name + " has a certificate that is not valid yet");
        }
        return certificates;
    }

    /** The key in this file is the one that this certificate is about, and nobody else's. */
    void key(String name, Path file, Optional<X509Certificate> certificate) {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            given.complainIf(
                    permissions.contains(PosixFilePermission.OTHERS_READ), name + " is weak: everyone can read it");
            var match = PRIVATE_KEY.matcher(Files.readString(file));
            if (!match.find()) {
                given.complain(name + " is not a private key without password (PEM, PKCS #8)");
                return;
            }
            var bytes = Base64.getMimeDecoder().decode(match.group(1));
            given.complainIf(
                    certificate.isPresent() && !belongs(bytes, certificate.get().getPublicKey()),
                    name + " is not the key of spil.tls.certificate");
        } catch (IOException | IllegalArgumentException unreadable) {
            given.complain(name + " is not a private key without password (PEM, PKCS #8)");
        }
    }

    private static boolean belongs(byte[] bytes, PublicKey certified) {
        try {
            var kind = certified.getAlgorithm();
            var key = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            var signature = Signature.getInstance("EC".equals(kind) ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(bytes);
            var signed = signature.sign();
            signature.initVerify(certified);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException anotherKind) {
            return false;
        }
    }
}

package nl.spil.protocol.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import nl.spil.protocol.Oin;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

/** A small root of trust of one's own, for the embedded mode and for tests; elsewhere PKIoverheid has this role. */
public final class CertificateAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 120;

    private final SigningKey key;
    private final X509Certificate root;

    private CertificateAuthority(SigningKey key, X509Certificate root) {
        this.key = key;
        this.root = root;
    }

    /** A fresh root with a fresh key. */
    public static CertificateAuthority create(String name, Instant now, Duration life) {
        var key = SigningKey.generateEs256();
        var self = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        var usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        var constraints = new BasicConstraints(0);
        return new CertificateAuthority(
                key, certificate(key, self, self, key.verification(), constraints, usage, now, life));
    }

    /** An existing one, from what was kept of it; throws IllegalArgumentException when the two do not belong together. */
    public static CertificateAuthority of(SigningKey key, X509Certificate root) {
        var certified =
                VerificationKey.ofSubjectPublicKeyInfo(root.getPublicKey().getEncoded());
        if (!certified.equals(key.verification())) {
            throw new IllegalArgumentException("the root certificate is not of this key");
        }
        return new CertificateAuthority(key, root);
    }

    /** What every partner must know to trust what this authority issues. */
    public X509Certificate root() {
        return root;
    }

    /** The secret behind the root. */
    public SigningKey key() {
        return key;
    }

    /** Certifies that this key is that of the organisation with this number. */
    public X509Certificate issue(Oin organisation, String name, VerificationKey certified, Instant now, Duration life) {
        var issuer = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        var subject = new X500NameBuilder()
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.SERIALNUMBER, organisation.value())
                .addRDN(BCStyle.CN, name)
                .build();
        var usage = new KeyUsage(KeyUsage.digitalSignature);
        return certificate(key, issuer, subject, certified, new BasicConstraints(false), usage, now, life);
    }

    private static X509Certificate certificate(
            SigningKey signer,
            X500Name issuer,
            X500Name subject,
            VerificationKey certified,
            BasicConstraints constraints,
            KeyUsage usage,
            Instant now,
            Duration life) {
        try {
            var builder = new X509v3CertificateBuilder(
                            issuer,
                            new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS),
                            Date.from(now.minus(Validity.CLOCKS_DIFFER)),
                            Date.from(now.plus(life)),
                            subject,
                            certified.subjectPublicKeyInfo())
                    .addExtension(Extension.basicConstraints, true, constraints)
                    .addExtension(Extension.keyUsage, true, usage);
            var contentSigner = new BcECContentSignerBuilder(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256))
                    .build(signer.parameters());
            return Pem.certificate(builder.build(contentSigner).getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate can always be made", e);
        }
    }

    @Override
    public String toString() {
        return "certificate authority with key " + key.id();
    }
}

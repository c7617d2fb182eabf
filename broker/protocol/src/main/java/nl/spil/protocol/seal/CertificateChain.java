package nl.spil.protocol.seal;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.Oin;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import tools.jackson.databind.JsonNode;

/**
 * The certificates by which a partner shows that a key is its own (the x5c header of RFC 7515). Revocation of
 * certificates is not asked for online: a withdrawn partner is removed from the directory, and its sets with it.
 */
record CertificateChain(List<X509Certificate> certificates) {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int LONGEST = 4;
    private static final String AT = "/header/x5c";

    CertificateChain {
        certificates = List.copyOf(certificates);
    }

    static Optional<CertificateChain> read(JsonNode header, Findings findings) {
        try {
            var encoded = header.path("x5c");
            if (encoded.isArray() && !encoded.isEmpty() && encoded.size() <= LONGEST) {
                var certificates = new ArrayList<X509Certificate>();
                for (var one : encoded) {
                    certificates.add(certificate(Base64.getDecoder().decode(Members.string(one))));
                }
                return Optional.of(new CertificateChain(certificates));
            }
        } catch (CertificateException | IllegalArgumentException _) {
            // The finding below is the same for every kind of ill-formed chain.
        }
        findings.add(Flaw.MEMBER_ILL_FORMED, AT);
        return Optional.empty();
    }

    private static X509Certificate certificate(byte[] encoded) throws CertificateException {
        var read = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                .generateCertificate(new ByteArrayInputStream(encoded));
        if (read instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new CertificateException("this is no certificate");
    }

    /** The key of the first certificate, if all lead to the root now and it names this organisation. */
    Optional<VerificationKey> verify(X509Certificate root, Oin partner, Instant now, Findings findings) {
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            var path = CertificateFactory.getInstance("X.509", BOUNCY_CASTLE).generateCertPath(certificates);
            CertPathValidator.getInstance("PKIX", BOUNCY_CASTLE).validate(path, parameters);
        } catch (CertPathValidatorException | CertificateException | InvalidAlgorithmParameterException _) {
            findings.add(Flaw.CHAIN_UNTRUSTED, AT);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle validates certificate paths", e);
        }
        return key(partner, findings);
    }

    private Optional<VerificationKey> key(Oin partner, Findings findings) {
        var leaf = certificates.getFirst();
        var usage = leaf.getKeyUsage();
        findings.unless(leaf.getBasicConstraints() < 0 && (usage == null || usage[0]), Flaw.CHAIN_UNTRUSTED, AT);
        findings.unless(names(leaf, partner), Flaw.CERTIFICATE_OF_ANOTHER, AT);
        try {
            var key = VerificationKey.ofSubjectPublicKeyInfo(leaf.getPublicKey().getEncoded());
            return findings.none() ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.ALGORITHM_REFUSED, AT);
            return Optional.empty();
        }
    }

    /** PKIoverheid writes the OIN as the serial number of the subject; exactly one, or the name is ambiguous. */
    private static boolean names(X509Certificate leaf, Oin partner) {
        var subject = X500Name.getInstance(leaf.getSubjectX500Principal().getEncoded());
        var numbers = subject.getRDNs(BCStyle.SERIALNUMBER);
        return numbers.length == 1
                && !numbers[0].isMultiValued()
                && IETFUtils.valueToString(numbers[0].getFirst().getValue()).equals(partner.value());
    }
}

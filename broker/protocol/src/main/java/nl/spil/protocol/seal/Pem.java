package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.NoSuchProviderException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates as the text files in which people keep them (RFC 7468). */
public final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    public static String write(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::write).collect(Collectors.joining());
    }

    private static String write(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + LINES.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate has an encoding", e);
        }
    }

    /** Every certificate in the text, in order; throws IllegalArgumentException when there is none. */
    public static List<X509Certificate> read(String text) {
        try {
            var certificates = factory().generateCertificates(new ByteArrayInputStream(text.getBytes(US_ASCII)));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in this text");
            }
            return certificates.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no certificate", e);
        }
    }

    static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is no certificate", e);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        try {
            return CertificateFactory.getInstance("X.509", "SUN");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("this Java reads no certificates", e);
        }
    }
}

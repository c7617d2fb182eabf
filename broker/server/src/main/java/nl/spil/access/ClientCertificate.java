package nl.spil.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import nl.spil.protocol.Sha256;

/** The certificate with which the caller opened this connection, if it did. */
final class ClientCertificate {
    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    private ClientCertificate() {}

    /** Its thumbprint as RFC 8705 section 3.1 spells it. */
    static Optional<String> thumbprintIn(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(thumbprint(chain[0]))
                : Optional.empty();
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).value();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that opened a connection has an encoding", e);
        }
    }
}

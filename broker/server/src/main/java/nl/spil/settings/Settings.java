package nl.spil.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.Oin;

/**
 * Everything the operator decides about an installation; there is no half-checked one.
 *
 * @param data the folder in which all that must outlive the process is kept
 * @param address where partners reach the broker; its name in signed statements
 * @param issuer who issues the access tokens; the broker itself when it runs embedded
 * @param database where the database is; empty when the broker starts its own
 * @param tls with which certificate the broker serves; empty only on loopback
 * @param root the certificate under which partners' signing certificates stand; empty when the broker makes its own
 * @param opa the OPA server that evaluates the rules; empty when the broker does it itself
 * @param policySource where rules come from besides proposals; empty when nowhere
 * @param authzenFixture the folder of rules for somebody who judges the AuthZEN interface; embedded only
 */
public record Settings(
        Path data,
        Mode mode,
        Listening listening,
        URI address,
        URI issuer,
        Operator operator,
        Optional<ExternalDatabase> database,
        Optional<Tls> tls,
        Optional<Path> root,
        Optional<PartnershipTerm> partnership,
        Optional<URI> opa,
        Optional<PolicySource> policySource,
        Optional<Path> authzenFixture) {

    /** The good ones of the NCSC's TLS guidelines of 2025: forward secrecy and authenticated encryption only. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** Where the broker listens; the port is chosen when it was given as 0. */
    public record Listening(String host, int port) {}

    /** The organisation that runs the broker. */
    public record Operator(Oin oin, String name) {}

    /** PEM files of the broker's certificate, its key, and the certificate authorities of the partners' certificates. */
    public record Tls(Path certificate, Path key, Path trust) {}

    /** Keys are in `<data>/keys`, readable by the owner only. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** What follows from these for the web server. */
    public Map<String, Object> serverProperties() {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", listening.host());
        properties.put("server.port", listening.port());
        tls.ifPresent(files -> {
            properties.put("server.ssl.enabled", true);
            properties.put("server.ssl.certificate", files.certificate().toUri().toString());
            properties.put(
                    "server.ssl.certificate-private-key", files.key().toUri().toString());
            properties.put("server.ssl.trust-certificate", files.trust().toUri().toString());
            // A certificate is asked for and not demanded: a partner may prove itself by key instead (DPoP).
            properties.put("server.ssl.client-auth", "want");
            properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
            properties.put("server.ssl.ciphers", String.join(",", CIPHERS));
        });
        return properties;
    }
}

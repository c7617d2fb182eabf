package nl.spil.e2e.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority, a server and a client for mutual TLS, made for one measurement. */
final class Certificates {
    private static final X500Name AUTHORITY = new X500Name("CN=measurement authority");
    private static final char[] NO_PASSWORD = "x".toCharArray();

    private final KeyPair authority = keys();
    private final KeyPair server = keys();
    private final KeyPair client = keys();
    private final X509Certificate root = issue(AUTHORITY, authority, true);
    private final X509Certificate serverCertificate = issue(new X500Name("CN=127.0.0.1"), server, false);
    private final X509Certificate clientCertificate = issue(new X500Name("CN=measured partner"), client, false);

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 on this Java", e);
        }
    }

    private X509Certificate issue(X500Name subject, KeyPair keys, boolean mayIssue) {
        var now = Instant.now();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            AUTHORITY,
                            new BigInteger(100, new SecureRandom()),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(Duration.ofDays(1))),
                            subject,
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(mayIssue))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no certificate can be made", e);
        }
    }

    /** Writes what the server needs; answers with the settings that name it. */
    java.util.List<String> writeFor(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("server.pem"), pem(serverCertificate));
        var key =
                Files.writeString(folder.resolve("server.key"), pem(new JcaPKCS8Generator(server.getPrivate(), null)));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("trust.pem"), pem(root));
        return java.util.List.of(
                "--spil.tls.certificate=" + folder.resolve("server.pem"),
                "--spil.tls.key=" + folder.resolve("server.key"),
                "--spil.tls.trust=" + folder.resolve("trust.pem"));
    }

    /** The client's certificate, to be registered with the broker. */
    String clientPem() throws IOException {
        return pem(clientCertificate);
    }

    private static String pem(Object what) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        }
        return text.toString();
    }

    /** For the client's side of a connection. */
    SSLContext clientContext() {
        try {
            var own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(
                    "client", client.getPrivate(), NO_PASSWORD, new X509Certificate[] {clientCertificate, root});
            own.setCertificateEntry("root", root);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(own);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS on this Java", e);
        }
    }

    static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}

package nl.spil.protocol.seal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Oin;
import nl.spil.protocol.WholeSeconds;
import tools.jackson.databind.JsonNode;

/**
 * The keys of one partner, vouched for by its own organisation certificate and not by whoever hands them out.
 *
 * @param sequence grows with every set the partner publishes, so that an old set cannot pass for the present one
 * @param signing keys it signs with, the one in use first
 * @param sealing keys others seal with for it, the one to use first
 */
public record KeySet(
        Oin partner,
        long sequence,
        Instant issuedAt,
        Instant expiresAt,
        List<VerificationKey> signing,
        List<SealingPublicKey> sealing) {

    /** The media type under which a key set travels. */
    public static final String MEDIA_TYPE = "application/jwk-set+jwt";

    private static final String TYPE = "jwk-set+jwt";
    private static final Duration LONGEST_LIFE = Duration.ofDays(400);
    private static final int MOST_KEYS = 16;
    private static final long MOST_SETS = 1L << 40;
    private static final Set<String> MEMBERS = Set.of("iss", "sequence", "iat", "exp", "keys");

    public KeySet {
        WholeSeconds.check(issuedAt, "the moment of publishing");
        WholeSeconds.check(expiresAt, "the end of a set of keys");
        signing = List.copyOf(signing);
        sealing = List.copyOf(sealing);
        if (signing.isEmpty() || sealing.isEmpty() || signing.size() + sealing.size() > MOST_KEYS) {
            throw new IllegalArgumentException("a partner has one to sixteen keys, of both kinds");
        }
        if (new HashSet<>(signing).size() != signing.size() || new HashSet<>(sealing).size() != sealing.size()) {
            throw new IllegalArgumentException("a key stands in a set once");
        }
        if (sequence < 1 || sequence > MOST_SETS) {
            throw new IllegalArgumentException("sets are numbered from one");
        }
    }

    /** The key to seal with for this partner. */
    public SealingPublicKey currentSealing() {
        return sealing.getFirst();
    }

    /**
     * The compact JWS that is published.
     *
     * @param certified the key of the first certificate
     * @param chain the partner's certificate, then those above it, the root left out
     */
    public String sign(SigningKey certified, List<X509Certificate> chain) {
        var header = Jwk.object()
                .put("alg", certified.algorithm().jose())
                .put("typ", TYPE)
                .put("kid", certified.id().value());
        var certificates = header.putArray("x5c");
        chain.forEach(certificate -> certificates.add(encoded(certificate)));
        var claims = Jwk.object()
                .put("iss", partner.urn())
                .put("sequence", sequence)
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        var keys = claims.putArray("keys");
        signing.forEach(key -> keys.add(key.toJwk()));
        sealing.forEach(key -> keys.add(key.toJwk()));
        return CompactJws.signUnder(nl.spil.protocol.Base64Url.encode(header.toString()), certified, claims);
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate has an encoding", e);
        }
    }

    /**
     * Finds out whether this partner published the set, and whether it is newer than the last one seen.
     *
     * @param root the certificate all partners agreed on
     * @param newerThan the sequence of the last set seen, zero when there was none
     */
    public static Checked<KeySet> verify(String jws, X509Certificate root, Oin partner, long newerThan, Instant now) {
        return switch (CompactJws.parse(jws, TYPE, Set.of("x5c"))) {
            case Checked.Unsound<CompactJws>(var problems) -> Checked.unsound(problems);
            case Checked.Sound<CompactJws>(var parsed) -> {
                var findings = new Findings();
                CertificateChain.read(parsed.header().members(), findings)
                        .flatMap(chain -> chain.verify(root, partner, now, findings))
                        .ifPresent(key -> parsed.checkSignature(List.of(key), findings));
                var set = findings.none() ? read(parsed.claims(), findings) : Optional.<KeySet>empty();
                set.ifPresent(read -> read.check(partner, newerThan, now, findings));
                yield findings.none() ? Checked.sound(set.orElseThrow()) : Checked.unsound(findings.problems());
            }
        };
    }

    private void check(Oin expected, long newerThan, Instant now, Findings findings) {
        findings.unless(partner.equals(expected), Flaw.SENDER_DIFFERS, "/claims/iss");
        findings.unless(sequence > newerThan, Flaw.SEQUENCE_NOT_NEWER, "/claims/sequence");
        new Validity(issuedAt, expiresAt).check(now, LONGEST_LIFE, "/claims", findings);
    }

    private static Optional<KeySet> read(JsonNode claims, Findings findings) {
        var members = new Members(claims, "/claims", findings, MEMBERS);
        var partner = members.text("iss", Oin::ofUrn);
        var sequence = members.integer("sequence", 1, MOST_SETS);
        var issuedAt = members.moment("iat");
        var expiresAt = members.moment("exp");
        var keys = members.array("keys");
        var signing = new ArrayList<VerificationKey>();
        var sealing = new ArrayList<SealingPublicKey>();
        keys.optional().ifPresent(array -> {
            try {
                for (var key : array) {
                    if (new Jwk(key).is("use", "enc")) {
                        sealing.add(SealingPublicKey.ofJwk(key));
                    } else {
                        signing.add(VerificationKey.ofJwk(key));
                    }
                }
            } catch (IllegalArgumentException _) {
                findings.add(Flaw.KEYS_REFUSED, "/claims/keys");
            }
        });
        if (!findings.none()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeySet(
                    partner.value(), sequence.value(), issuedAt.value(), expiresAt.value(), signing, sealing));
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.KEYS_REFUSED, "/claims/keys");
            return Optional.empty();
        }
    }
}

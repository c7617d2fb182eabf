package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SealingKeyPair;
import nl.spil.protocol.seal.SigningKey;

/**
 * A partner's own keys on its own disk: the one its certificate is about, those it signs with and those others seal with
 * for it. A superseded key stays published for a while, and a sealing key is kept as long as something may still wait that
 * was sealed with it.
 */
final class OwnKeys {
    /** Sealing keys overlap by fourteen days, so that whoever has not yet seen the new one can still send. */
    static final Duration OVERLAP = Duration.ofDays(14);

    private static final Duration SET_LIFE = Duration.ofDays(365);
    private static final String ORGANISATION_KEY = "organisation.jwk";
    private static final String CERTIFICATES = "organisation.pem";
    private static final String SET = "set.jws";

    private final Folder folder;

    OwnKeys(Folder folder) {
        this.folder = folder;
    }

    /** Takes the key and certificate that vouch for the others. */
    void certify(SigningKey organisation, List<X509Certificate> chain) {
        folder.write(ORGANISATION_KEY, JsonText.write(organisation.toJwk()));
        folder.write(CERTIFICATES, Pem.write(chain).getBytes(StandardCharsets.US_ASCII));
    }

    boolean areCertified() {
        return folder.has(ORGANISATION_KEY) && folder.has(CERTIFICATES);
    }

    boolean exist() {
        return !ring().signing().isEmpty();
    }

    /** Whether the key to use first is missing or superseded, of either kind. */
    boolean mustRenew() {
        var ring = ring();
        return KeyRing.lacksCurrent(ring.signing()) || KeyRing.lacksCurrent(ring.sealing());
    }

    /** Makes a fresh key of each kind, which from now on come first; what was there remains for the overlap. */
    void renew(Instant now) {
        folder.exclusively(() -> {
            var signing = SigningKey.generateEs256();
            var sealing = SealingKeyPair.generate();
            folder.write(file(signing.id()), JsonText.write(signing.toJwk()));
            folder.write(file(sealing.id()), JsonText.write(sealing.toJwk()));
            keep(ring().withFirst(signing.id(), sealing.id(), whole(now)));
            return signing;
        });
    }

    /** Takes a key out of everything that is published or used, at once. */
    void drop(KeyId key) {
        folder.exclusively(() -> {
            keep(ring().without(key));
            folder.delete(file(key));
            return key;
        });
    }

    /** The next set to publish, signed; on disk before it is sent, so that a retry sends the same. */
    String nextSet(Oin partner, Instant now) {
        return folder.exclusively(() -> {
            var ring = ring().afterOverlap(now).numbered();
            var set = new KeySet(
                    partner,
                    ring.sequence(),
                    whole(now),
                    whole(now).plus(SET_LIFE),
                    ring.signing().stream()
                            .map(key -> signing(key.id()).verification())
                            .toList(),
                    ring.sealing().stream()
                            .map(key -> sealing(key.id()).publicKey())
                            .toList());
            var signed = set.sign(organisationKey(), certificates());
            folder.write(SET, signed.getBytes(StandardCharsets.US_ASCII));
            keep(ring);
            return signed;
        });
    }

    SigningKey currentSigning() {
        return ring().signing().stream()
                .findFirst()
                .map(key -> signing(key.id()))
                .orElseThrow(() -> new IllegalStateException("this partner has no keys yet: spil keys generate"));
    }

    /** Every sealing key with which something that may still be collected can have been sealed. */
    List<SealingKeyPair> openingKeys() {
        var ring = ring();
        return Stream.concat(ring.sealing().stream(), ring.retired().stream())
                .map(key -> sealing(key.id()))
                .toList();
    }

    /** Destroys the sealing keys that are no longer of use to anyone but a thief. */
    void destroyOutlived(Instant now) {
        folder.exclusively(() -> {
            var ring = ring();
            keep(ring.withoutOutlived(now));
            ring.outlived(now).forEach(key -> folder.delete(file(key)));
            return ring;
        });
    }

    KeyRing ring() {
        return folder.read(KeyRing.FILE).map(KeyRing::read).orElseGet(KeyRing::empty);
    }

    private void keep(KeyRing ring) {
        folder.write(KeyRing.FILE, ring.text());
    }

    private SigningKey organisationKey() {
        return key(ORGANISATION_KEY, SigningKey::ofJwk);
    }

    private List<X509Certificate> certificates() {
        return key(CERTIFICATES, Pem::read);
    }

    private SigningKey signing(KeyId id) {
        return key(file(id), SigningKey::ofJwk);
    }

    private SealingKeyPair sealing(KeyId id) {
        return key(file(id), SealingKeyPair::ofJwk);
    }

    private <T> T key(String file, Function<String, T> reading) {
        return reading.apply(text(file));
    }

    private String text(String file) {
        return folder.read(file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("there is no " + file + " in " + folder.path()));
    }

    private static String file(KeyId id) {
        return id.value() + ".jwk";
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}

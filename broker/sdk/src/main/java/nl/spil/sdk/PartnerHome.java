package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.seal.SigningKey;

/**
 * The folder of one partner: who it is, its keys, whom it trusts, what it sent and received, and what it must never
 * forget. Nobody else may read it; losing it is losing the keys.
 */
public final class PartnerHome {
    private static final String PROFILE = "profile.json";
    private static final String CLIENT_KEY = "client.jwk";
    private static final String NEXT_CLIENT_KEY = "client.next.jwk";
    private static final String LOG_KEY = "log.vkey";

    static final String ROOT = "root.pem";
    static final String RELEASE_KEYS = "release.jwks";

    private final Folder folder;

    private PartnerHome(Folder folder) {
        this.folder = folder;
    }

    public static PartnerHome at(Path path) {
        return new PartnerHome(new Folder(path));
    }

    public Path path() {
        return folder.path();
    }

    /** Whether a partner lives here. */
    public boolean inhabited() {
        return folder.has(PROFILE);
    }

    public Profile profile() {
        return Profile.read(folder.read(PROFILE)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + PROFILE + " in " + path())));
    }

    public void keep(Profile profile) {
        folder.write(PROFILE, profile.text());
    }

    /** The key by which the token endpoint knows this partner; made when first asked for. */
    public SigningKey clientKey() {
        return clientKey(CLIENT_KEY);
    }

    /** The key that is to replace the client key: on disk before the broker hears of it. */
    SigningKey nextClientKey() {
        return clientKey(NEXT_CLIENT_KEY);
    }

    /** The broker knows the next key, and no other: from now on it is the client key. */
    void useClientKey(SigningKey next) {
        keys().write(CLIENT_KEY, JsonText.write(next.toJwk()));
        keys().delete(NEXT_CLIENT_KEY);
    }

    private SigningKey clientKey(String file) {
        return keys().read(file).map(PartnerHome::signingKey).orElseGet(() -> freshClientKey(file));
    }

    private SigningKey freshClientKey(String file) {
        var key = SigningKey.generateEs256();
        keys().write(file, JsonText.write(key.toJwk()));
        return key;
    }

    private static SigningKey signingKey(byte[] text) {
        return SigningKey.ofJwk(new String(text, StandardCharsets.UTF_8));
    }

    /** Takes over whom to trust, handed over by another way than the broker itself. */
    public void keep(TrustAnchors anchors) {
        trust().write(ROOT, anchors.rootPem().getBytes(StandardCharsets.US_ASCII));
        trust().write(RELEASE_KEYS, anchors.releaseKeys().getBytes(StandardCharsets.UTF_8));
        trust().write(LOG_KEY, anchors.logKey().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes over the key and certificate that vouch for this partner's other keys. */
    public void certify(SigningKey organisation, List<X509Certificate> chain) {
        ownKeys().certify(organisation, chain);
    }

    /** Makes fresh keys, to be published; answers with the ids of all keys in use, those to use first in front. */
    public List<String> generateKeys() {
        ownKeys().renew(Instant.now());
        return ownKeys().ring().inUse();
    }

    OwnKeys ownKeys() {
        return new OwnKeys(keys());
    }

    /** Who is behind the pseudonyms, as far as this partner knows. */
    public CaseRegister register() {
        return new CaseRegister(cases());
    }

    /** The key by which the log is known, as it was handed over with the root. */
    public LogKey logKey() {
        return trust().read(LOG_KEY)
                .map(text -> LogKey.parse(new String(text, StandardCharsets.UTF_8)))
                .orElseThrow(() -> new VerificationFailed(
                        "the log is not known here: there is no " + LOG_KEY + " in " + trust().path()));
    }

    /** The last checkpoint of the log that this partner saw, for others to compare with theirs. */
    public Optional<String> lastCheckpoint() {
        return log().read("checkpoint").map(text -> new String(text, StandardCharsets.UTF_8));
    }

    Folder keys() {
        return folder.folder("keys");
    }

    Folder trust() {
        return folder.folder("trust");
    }

    /** Sealed and signed, not yet known to have arrived. */
    Folder outbox() {
        return folder.folder("outbox");
    }

    Folder sent() {
        return folder.folder("sent");
    }

    Folder received() {
        return folder.folder("received");
    }

    Folder receipts() {
        return folder.folder("receipts");
    }

    Folder cases() {
        return folder.folder("cases");
    }

    Folder log() {
        return folder.folder("log");
    }
}

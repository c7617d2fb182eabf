package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.spil.protocol.Checked;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SealingPublicKey;
import nl.spil.protocol.seal.VerificationKey;
import tools.jackson.databind.JsonNode;

/**
 * Which keys are really another partner's: checked here, under the root that all agreed on, because a directory that could
 * swap keys could read everything. What was seen once is remembered, so that an old set cannot come back.
 */
final class Trust {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String ROOT = PartnerHome.ROOT;
    private static final String RELEASE_KEYS = PartnerHome.RELEASE_KEYS;

    private final Folder folder;
    private final Broker broker;
    private final LogMemory log;
    private final InstantSource clock;
    private final Map<Oin, Known> recent = new ConcurrentHashMap<>();

    private record Known(KeySet set, Set<KeyId> revoked, Instant at) {}

    Trust(Folder folder, Broker broker, LogMemory log, InstantSource clock) {
        this.folder = folder;
        this.broker = broker;
        this.log = log;
        this.clock = clock;
    }

    /** The keys with which the broker signs releases, as they were handed over with the root. */
    Collection<VerificationKey> releaseKeys() {
        var text = folder.read(RELEASE_KEYS)
                .orElseThrow(() -> new VerificationFailed("the broker's release key is not known here: there is no "
                        + RELEASE_KEYS + " in " + folder.path()));
        return JsonText.read(text)
                .path("keys")
                .valueStream()
                .map(VerificationKey::ofJwk)
                .toList();
    }

    /** The key to seal with for this partner now. */
    SealingPublicKey sealingKey(Oin partner) {
        var known = known(partner);
        return known.set().sealing().stream()
                .filter(key -> !known.revoked().contains(key.id()))
                .findFirst()
                .orElseThrow(() -> new VerificationFailed("partner " + partner + " has no sealing key in force"));
    }

    /** Every key this partner signs or signed with and did not revoke: what it sent before it rotated is still its own. */
    Collection<VerificationKey> signingKeys(Oin partner) {
        var known = known(partner);
        var keys = new LinkedHashSet<>(known.set().signing());
        memory(partner)
                .path("signing")
                .valueStream()
                .map(VerificationKey::ofJwk)
                .forEach(keys::add);
        keys.removeIf(key -> known.revoked().contains(key.id()));
        return keys;
    }

    PublishedKeys published(Oin partner) {
        var known = known(partner);
        return PublishedKeys.of(known.set(), known.revoked());
    }

    private Known known(Oin partner) {
        var known = recent.get(partner);
        if (known == null || clock.instant().isAfter(known.at().plus(FRESH))) {
            known = fetch(partner);
            recent.put(partner, known);
        }
        return known;
    }

    private Known fetch(Oin partner) {
        var answer = broker.call(Call.get("/v1/partners/" + partner + "/keys", Scope.PARTNERS))
                .json();
        var signed = answer.path("jwks").asString("");
        var set = folder.exclusively(() -> checked(partner, signed, answer));
        var revoked = new HashSet<KeyId>();
        answer.path("revoked").valueStream().forEach(kid -> revoked.add(new KeyId(kid.asString(""))));
        return new Known(set, revoked, clock.instant());
    }

    private KeySet checked(Oin partner, String signed, JsonNode answer) {
        var memory = memory(partner);
        var hash = Sha256.of(signed.getBytes(StandardCharsets.US_ASCII));
        var seen = memory.path("sequence").asLong(0);
        var same = memory.path("hash").asString("").equals(hash.value());
        var set = sound(partner, KeySet.verify(signed, root(), partner, same ? seen - 1 : seen, clock.instant()));
        checkLogged(partner, hash, answer);
        if (!same) {
            remember(set, hash, memory);
        }
        return set;
    }

    private static KeySet sound(Oin partner, Checked<KeySet> checked) {
        return switch (checked) {
            case Checked.Sound<KeySet>(var set) -> set;
            case Checked.Unsound<KeySet>(var problems) ->
                throw new VerificationFailed("the keys that the broker gives for partner " + partner
                        + " are not to be trusted: " + Flaws.of(problems));
        };
    }

    /** A set that is not in the log could have been made for us alone. */
    private void checkLogged(Oin partner, Sha256 hash, JsonNode answer) {
        var receipt = OutcomeJson.receipt(answer)
                .orElseThrow(
                        () -> new VerificationFailed("the keys of partner " + partner + " come without a receipt"));
        var header = log.accept(receipt).leaf().header();
        if (!partner.equals(header.from()) || !hash.equals(header.release())) {
            throw new VerificationFailed("the keys of partner " + partner + " are not the ones in the log");
        }
    }

    private void remember(KeySet set, Sha256 hash, JsonNode memory) {
        var tree = JsonText.object().put("sequence", set.sequence()).put("hash", hash.value());
        var keys = tree.putArray("signing");
        var ids = new HashSet<KeyId>();
        for (var key : set.signing()) {
            ids.add(key.id());
            keys.add(key.toJwk());
        }
        memory.path("signing")
                .valueStream()
                .filter(key -> !ids.contains(VerificationKey.ofJwk(key).id()))
                .forEach(keys::add);
        folder.folder("partners").write(set.partner() + ".json", JsonText.pretty(tree));
    }

    private JsonNode memory(Oin partner) {
        return folder.folder("partners")
                .read(partner + ".json")
                .map(JsonText::read)
                .orElseGet(JsonText::object);
    }

    private X509Certificate root() {
        var text = folder.read(ROOT)
                .orElseThrow(() -> new VerificationFailed(
                        "the agreed root certificate is not known here: there is no " + ROOT + " in " + folder.path()));
        return Pem.read(new String(text, StandardCharsets.US_ASCII)).getFirst();
    }
}

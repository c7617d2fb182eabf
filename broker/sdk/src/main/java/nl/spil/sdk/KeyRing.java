package nl.spil.sdk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.seal.ExchangeClaims;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Which of a partner's own keys are in use, the newest first.
 *
 * @param sequence of the last set that was signed, zero when there was none
 * @param retired sealing keys that are no longer published but may still be needed to open
 */
record KeyRing(long sequence, List<Ringed> signing, List<Ringed> sealing, List<Ringed> retired) {
    static final String FILE = "ring.json";

    /** A key, when it came, and since when another came before it. */
    record Ringed(KeyId id, Instant since, @Nullable Instant superseded) {

        Ringed supersededAt(Instant moment) {
            return superseded == null ? new Ringed(id, since, moment) : this;
        }

        boolean publishedAt(Instant now) {
            return superseded == null || !now.isAfter(superseded.plus(OwnKeys.OVERLAP));
        }

        boolean neededAt(Instant now) {
            return superseded == null
                    || !now.isAfter(superseded.plus(OwnKeys.OVERLAP).plus(ExchangeClaims.LONGEST_LIFE));
        }
    }

    KeyRing {
        signing = List.copyOf(signing);
        sealing = List.copyOf(sealing);
        retired = List.copyOf(retired);
    }

    static KeyRing empty() {
        return new KeyRing(0, List.of(), List.of(), List.of());
    }

    KeyRing withFirst(KeyId signs, KeyId seals, Instant now) {
        return new KeyRing(sequence, first(signs, signing, now), first(seals, sealing, now), retired);
    }

    private static List<Ringed> first(KeyId id, List<Ringed> others, Instant now) {
        return Stream.concat(
                        Stream.of(new Ringed(id, now, null)), others.stream().map(key -> key.supersededAt(now)))
                .toList();
    }

    KeyRing without(KeyId id) {
        return new KeyRing(sequence, except(id, signing), except(id, sealing), except(id, retired));
    }

    private static List<Ringed> except(KeyId id, List<Ringed> keys) {
        return keys.stream().filter(key -> !key.id().equals(id)).toList();
    }

    List<String> inUse() {
        return Stream.concat(signing.stream(), sealing.stream())
                .map(key -> key.id().value())
                .toList();
    }

    static boolean lacksCurrent(List<Ringed> keys) {
        return keys.isEmpty() || keys.getFirst().superseded() != null;
    }

    /** What is still to be published: superseded keys only during the overlap. */
    KeyRing afterOverlap(Instant now) {
        var leaving = new ArrayList<>(retired);
        sealing.stream().filter(key -> !key.publishedAt(now)).forEach(leaving::add);
        return new KeyRing(
                sequence,
                signing.stream().filter(key -> key.publishedAt(now)).toList(),
                sealing.stream().filter(key -> key.publishedAt(now)).toList(),
                leaving);
    }

    /** Retired keys with which nothing that waits can have been sealed. */
    List<KeyId> outlived(Instant now) {
        return retired.stream()
                .filter(key -> !key.neededAt(now))
                .map(Ringed::id)
                .toList();
    }

    KeyRing withoutOutlived(Instant now) {
        return new KeyRing(
                sequence,
                signing,
                sealing,
                retired.stream().filter(key -> key.neededAt(now)).toList());
    }

    KeyRing numbered() {
        return new KeyRing(sequence + 1, signing, sealing, retired);
    }

    byte[] text() {
        var tree = JsonText.object().put("sequence", sequence);
        write(tree.putArray("signing"), signing);
        write(tree.putArray("sealing"), sealing);
        write(tree.putArray("retired"), retired);
        return JsonText.pretty(tree);
    }

    private static void write(ArrayNode array, List<Ringed> keys) {
        for (var key : keys) {
            var tree = array.addObject()
                    .put("kid", key.id().value())
                    .put("since", key.since().getEpochSecond());
            var superseded = key.superseded();
            if (superseded != null) {
                tree.put("superseded", superseded.getEpochSecond());
            }
        }
    }

    static KeyRing read(byte[] text) {
        var tree = JsonText.read(text);
        return new KeyRing(
                tree.path("sequence").asLong(0),
                keys(tree.path("signing")),
                keys(tree.path("sealing")),
                keys(tree.path("retired")));
    }

    private static List<Ringed> keys(JsonNode array) {
        return array.valueStream()
                .map(key -> new Ringed(
                        new KeyId(key.path("kid").asString("")),
                        Instant.ofEpochSecond(key.path("since").asLong(0)),
                        key.has("superseded")
                                ? Instant.ofEpochSecond(key.path("superseded").asLong(0))
                                : null))
                .toList();
    }
}

package nl.spil.disclosure;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.spil.decision.PolicyVersion;
import nl.spil.ledger.Work;
import nl.spil.protocol.seal.KeptExchange;
import nl.spil.protocol.seal.Obligation;
import nl.spil.protocol.seal.Release;
import nl.spil.protocol.seal.SigningKey;

/** Signs in the broker's name what a recipient may have now. */
final class Releases {
    private static final String STILL_THERE = """
            update disclosure set collected_at = coalesce(collected_at, ?)
            where id = ? and ended_as is null and expires_at > ?
            """;
    private static final String COLLECTION =
            "insert into collection (entry, disclosure, id, release) values (?, ?, ?, ?)";

    private final String issuer;
    private final SigningKey key;
    private final InstantSource clock;

    Releases(String issuer, SigningKey key, InstantSource clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** A handing over of exactly what was ruled to be permitted. */
    Collection collection(KeptDisclosure disclosure, KeptExchange kept, UUID id, Ruling ruling, PolicyVersion policy) {
        var items = ruling.permittedIds();
        var partial = disclosure.partial() || ruling.partial();
        var release = new Release(
                issuer,
                disclosure.recipient(),
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                disclosure.expiresAt(),
                disclosure.exchange(),
                kept.signedDigest(),
                items.stream().toList(),
                partial,
                policy.digest(),
                ruling.obligations().stream()
                        .map(one ->
                                new Obligation(one.code(), one.items().stream().toList()))
                        .toList());
        return new Collection(id, items, partial, release.sign(key));
    }

    /** The rows of a handing over; there is none when the disclosure ended in the meantime. */
    Work work(KeptDisclosure disclosure, Collection collection) {
        return (rows, positions) -> {
            var position = positions.getFirst();
            var there =
                    rows.change(STILL_THERE, position.time(), disclosure.id().value(), position.time());
            if (there != 1) {
                throw new DisclosureEnded();
            }
            rows.insert(
                    COLLECTION,
                    position.index(),
                    disclosure.id().value(),
                    collection.id(),
                    collection.digest().value());
        };
    }
}

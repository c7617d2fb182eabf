package nl.spil.sdk;

import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.Acknowledgement.Result;

/** What must be remembered of a collected disclosure to answer for it, also after a restart. */
record Held(UUID collection, ExchangeId exchange, Sha256 release, Result result) {
    private static final String FILE = "held.json";

    static Held of(Collected collected) {
        var result = switch (collected) {
            case Collected.Opened _ -> Result.OPENED;
            case Collected.Unreadable _ -> Result.UNREADABLE;
        };
        return new Held(collected.collection(), collected.exchangeId(), collected.release(), result);
    }

    void keepIn(Folder folder) {
        folder.write(
                FILE,
                JsonText.pretty(JsonText.object()
                        .put("collection", collection.toString())
                        .put("exchange", exchange.value())
                        .put("release", release.value())
                        .put("result", result.name())));
    }

    static Optional<Held> in(Folder folder) {
        return folder.read(FILE)
                .map(JsonText::read)
                .map(tree -> new Held(
                        UUID.fromString(tree.path("collection").asString("")),
                        new ExchangeId(tree.path("exchange").asString("")),
                        new Sha256(tree.path("release").asString("")),
                        Result.valueOf(tree.path("result").asString(""))));
    }
}

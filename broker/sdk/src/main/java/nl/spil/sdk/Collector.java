package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.spil.protocol.Actor;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.proof.CollectedEntry;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.Acknowledgement;
import nl.spil.protocol.seal.OpenedExchange;
import nl.spil.protocol.seal.Opener;
import nl.spil.protocol.seal.Opening;
import nl.spil.protocol.seal.SealedExchange;
import nl.spil.protocol.seal.ValueCheck;

/** Collects, verifies, opens and acknowledges; keeps the evidence and refuses what is not provably recorded. */
final class Collector {
    private static final String COLLECTION = "collection";
    private static final DataCategory BSN = new DataCategory("BSN");

    private final PartnerHome home;
    private final Oin self;
    private final Broker broker;
    private final Trust trust;
    private final OwnKeys keys;
    private final Receipts receipts;
    private final InstantSource clock;

    Collector(
            PartnerHome home,
            Oin self,
            Broker broker,
            Trust trust,
            OwnKeys keys,
            Receipts receipts,
            InstantSource clock) {
        this.home = home;
        this.self = self;
        this.broker = broker;
        this.trust = trust;
        this.keys = keys;
        this.receipts = receipts;
        this.clock = clock;
    }

    Collected collect(DisclosureId disclosure, Actor actor) {
        var folder = home.received().folder(disclosure.toString());
        var collection = collectionOf(folder);
        var call = Call.post(
                        path(disclosure) + "/collections", Scope.DISCLOSURES, Map.of(COLLECTION, collection.toString()))
                .accepting(SealedExchange.MEDIA_TYPE + ", application/problem+json")
                .onBehalfOf(actor);
        var delivery = broker.call(call).body();
        return opened(disclosure, collection, folder, delivery);
    }

    /** The id is on disk before the first attempt: a reply may be lost, and asking again must be the same collecting. */
    private static UUID collectionOf(Folder folder) {
        return folder.exclusively(() -> folder.read(COLLECTION)
                .map(text -> UUID.fromString(new String(text, StandardCharsets.US_ASCII)))
                .orElseGet(() -> {
                    var fresh = UUID.randomUUID();
                    folder.write(COLLECTION, fresh.toString().getBytes(StandardCharsets.US_ASCII));
                    return fresh;
                }));
    }

    private Collected opened(DisclosureId disclosure, UUID collection, Folder folder, byte[] delivery) {
        // No proof, no data: the collecting must stand in the log that we know.
        var recorded = new CollectedEntry(self, receipts::accept);
        var opener = new Opener(
                self, keys.openingKeys(), trust::signingKeys, trust.releaseKeys(), recorded::examine, ValueCheck.any());
        return switch (opener.open(delivery, clock.instant())) {
            case Opening.Opened(var exchange) -> {
                folder.write("delivery.json", delivery);
                folder.write("evidence.json", exchange.evidence());
                learn(exchange);
                yield held(folder, new Collected.Opened(disclosure, collection, exchange, folder.path()));
            }
            case Opening.Unreadable unreadable -> {
                folder.write("unreadable.json", delivery);
                yield held(folder, new Collected.Unreadable(disclosure, collection, unreadable));
            }
            case Opening.Malformed(var problems) -> throw refused("it is not a delivery", problems);
            case Opening.Unrecorded(var problems) -> throw refused("nothing proves that it was recorded", problems);
            case Opening.Unreleased(var problems) -> throw refused("the broker did not release it", problems);
            case Opening.Unsigned(var problems) -> throw refused("its sender did not sign it", problems);
            case Opening.Incomplete(var problems) -> throw refused("it is not what was released", problems);
        };
    }

    private static Collected held(Folder folder, Collected collected) {
        Held.of(collected).keepIn(folder);
        return collected;
    }

    private static VerificationFailed refused(String what, List<Problem> problems) {
        return new VerificationFailed("the delivery is refused, " + what + ": " + Flaws.of(problems));
    }

    /**
     * A partner that shares who is behind a pseudonym does so in a sealed item; from then on we know it too. What is no
     * such number is shown as it came and does not enter our register.
     */
    private void learn(OpenedExchange exchange) {
        for (var item : exchange.items()) {
            if (item.category().equals(BSN)) {
                CitizenServiceNumber.in(item.value().path("burgerservicenummer").asString(""))
                        .ifPresent(
                                person -> home.register().keep(exchange.claims().caseId(), item.subject(), person));
            }
        }
    }

    /** Answers for what was collected last under this name, also by an earlier run of this program. */
    Receipt acknowledge(DisclosureId disclosure) {
        var folder = home.received().folder(disclosure.toString());
        var call = Call.of("POST", path(disclosure) + "/acknowledgement", Scope.DISCLOSURES)
                .carrying("application/jwt", folder.exclusively(() -> acknowledgement(disclosure, folder)));
        return receipts.required(broker.call(call).json());
    }

    /** The same bytes for every attempt; another release asks for another answer. */
    private byte[] acknowledgement(DisclosureId disclosure, Folder folder) {
        var held = Held.in(folder)
                .orElseThrow(
                        () -> new IllegalArgumentException("disclosure " + disclosure + " was not collected here"));
        var file = "acknowledgement-" + held.release() + ".jwt";
        return folder.read(file).orElseGet(() -> {
            var fresh = signed(disclosure, held).getBytes(StandardCharsets.US_ASCII);
            folder.write(file, fresh);
            return fresh;
        });
    }

    private String signed(DisclosureId disclosure, Held held) {
        return new Acknowledgement(
                        self,
                        broker.issuerName().toString(),
                        UUID.randomUUID(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        disclosure,
                        held.collection(),
                        held.exchange(),
                        held.release(),
                        held.result())
                .sign(keys.currentSigning());
    }

    private static String path(DisclosureId disclosure) {
        return "/v1/disclosures/" + disclosure;
    }
}

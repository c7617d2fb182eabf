package nl.spil.protocol.seal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.GoodCare;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.Json;
import nl.spil.protocol.LegalBasis;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.CollectedEntry;
import nl.spil.protocol.proof.SampleLog;

/** One invented case with its partners and their keys, the same in every run. */
final class SampleCase {
    static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    static final Oin POLICE = new Oin("00000099000000001000");
    static final Oin MUNICIPALITY = new Oin("00000099000000002000");
    static final Oin PROBATION = new Oin("00000099000000003000");
    static final Oin STRANGER = new Oin("00000099000000009000");
    static final String BROKER = "https://broker.example";
    static final Pseudonym SUBJECT = new Pseudonym("cHNldWRvbnltLTAwMDAwMQ");

    final SecureRandom random;
    final SigningKey policeKey;
    final SigningKey strangerKey;
    final SigningKey brokerKey;
    final Map<Oin, SealingKeyPair> sealing = new LinkedHashMap<>();
    final Sealer sealer;
    final SampleLog log;

    /** The checkpoint that every partner saw last. */
    final String lastSeen;

    SampleCase() {
        this("spil");
    }

    SampleCase(String seed) {
        random = new SeededRandom(seed);
        policeKey = SigningKey.generateEs256(random);
        strangerKey = SigningKey.generateEs256(random);
        brokerKey = SigningKey.generateEs256(random);
        sealing.put(MUNICIPALITY, SealingKeyPair.generate(random));
        sealing.put(PROBATION, SealingKeyPair.generate(random));
        sealer = new Sealer(policeKey, random);
        log = new SampleLog(new SeededRandom(seed + " log"));
        lastSeen = log.note();
    }

    ExchangeClaims claims() {
        return claims(List.of(MUNICIPALITY, PROBATION), "019a43b2-7c00-7000-8000-000000000001");
    }

    ExchangeClaims claims(List<Oin> recipients, String exchange) {
        return new ExchangeClaims(
                POLICE,
                recipients,
                new ExchangeId(exchange),
                NOW,
                NOW.plus(Duration.ofDays(14)),
                new CaseId("Y2FzZS0wMDAwMDAwMDAwMQ"),
                new Purpose("case-consultation"),
                Optional.empty(),
                new Actor(
                        new EmployeeId("agent-17"),
                        new ActorRole("PARTICIPANT_PROFESSIONAL"),
                        true,
                        NOW.plus(Duration.ofDays(90)),
                        false),
                new NecessityRecord(true, true, true, new EmployeeId("agent-3"), NOW.minus(Duration.ofDays(1))),
                Grounds.none());
    }

    /** The same, resting on all that can be stated. */
    ExchangeClaims claimsOnEveryGround() {
        var claims = claims();
        return new ExchangeClaims(
                claims.sender(),
                claims.recipients(),
                claims.exchange(),
                claims.issuedAt(),
                claims.expiresAt(),
                claims.caseId(),
                claims.purpose(),
                Optional.of(UUID.fromString("00000000-0000-4000-8000-000000000001")),
                claims.actor(),
                claims.necessity(),
                everyGround());
    }

    private static Grounds everyGround() {
        return Grounds.none()
                .with(new LegalBasis("statutory_task"))
                .with(new SecrecyBasis("good-care"), new SecrecyBasis("consent"))
                .with(new GoodCare(true, 6, NOW.minus(Duration.ofDays(2))))
                .with(new PoliceAuthority(true, NOW.minus(Duration.ofDays(30))))
                .with(
                        Declaration.of(DeclarationCode.THIRD_PERSONS_UNTRACEABLE, NOW.minus(Duration.ofDays(1))),
                        Declaration.of(DeclarationCode.SUPERVISION_ORDER, NOW.minus(Duration.ofDays(3)))
                                .until(NOW.plus(Duration.ofDays(180)))
                                .under("C/16/2026-118"));
    }

    static List<Item> items() {
        return List.of(
                item("POLICE", AnswerType.SUMMARY, "{\"text\":\"Twee meldingen van geluidsoverlast in oktober.\"}"),
                item("HOUSING", AnswerType.STATUS, "\"ontruiming aangezegd\""),
                item("HEALTH", AnswerType.YES_NO, "true"),
                item("CONTACT", AnswerType.SUMMARY, "{\"phone\":\"0600000000\",\"hours\":[9,17]}"),
                item("SAFETY_ASSESSMENT", AnswerType.KNOWN, "null"));
    }

    static Item item(String category, AnswerType type, String json) {
        return new Item(new DataCategory(category), type, SUBJECT, Json.read(json));
    }

    Map<Oin, SealingPublicKey> publicKeys() {
        return sealing.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().publicKey()));
    }

    SealedSubmission submission() {
        return sealer.seal(claims(), items(), publicKeys());
    }

    VerifiedExchange verified(byte[] submitted) {
        return SealedExchange.parse(submitted)
                .orThrow()
                .verify(POLICE, List.of(policeKey.verification()), NOW)
                .orThrow();
    }

    Release release(KeptExchange kept, Oin recipient) {
        return release(kept, recipient, NOW.minusSeconds(60));
    }

    Release release(KeptExchange kept, Oin recipient, Instant at) {
        return new Release(
                BROKER,
                recipient,
                UUID.fromString("5a0d2c1e-0f7b-4a3e-9c2a-000000000001"),
                at,
                at.plusSeconds(3600),
                kept.claims().exchange(),
                kept.signedDigest(),
                kept.labels().stream().map(Label::item).toList(),
                true,
                "sha256:0000000000000000000000000000000000000000000000000000000000000000",
                List.of(new Obligation(
                        "no_onward_use", kept.labels().stream().map(Label::item).toList())));
    }

    /** What a broker does between sending and collecting, for one recipient and these items. */
    byte[] delivery(byte[] submitted, Oin recipient, Set<ContentDigest> items) {
        var kept = KeptExchange.parse(
                        verified(submitted).keepFor(recipient, items).bytes())
                .orThrow();
        var release = release(kept, recipient).sign(brokerKey);
        return kept.deliver(release, proof(recipient, release));
    }

    /** The proof that the recipient's collecting of this release was recorded. */
    String proof(Oin recipient, String release) {
        return log.collected(recipient, Sha256.of(release));
    }

    Opener opener(Oin recipient) {
        return opener(recipient, ValueCheck.any());
    }

    Opener opener(Oin recipient, ValueCheck values) {
        return opener(recipient, values, SampleLog.seen(log.key(), lastSeen, log.growth()));
    }

    Opener opener(Oin recipient, ValueCheck values, CollectedEntry.History history) {
        return new Opener(
                recipient,
                List.of(java.util.Objects.requireNonNull(sealing.get(recipient))),
                sender -> sender.equals(POLICE) ? List.of(policeKey.verification()) : List.of(),
                List.of(brokerKey.verification()),
                new CollectedEntry(recipient, history)::examine,
                values);
    }
}

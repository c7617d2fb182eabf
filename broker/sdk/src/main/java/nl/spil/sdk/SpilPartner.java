package nl.spil.sdk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.Actor;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.Stage;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.ActorToken;
import nl.spil.protocol.seal.SigningKey;
import tools.jackson.databind.JsonNode;

/**
 * A partner's system in a few methods: what goes out is sealed and signed here, what comes in is verified and opened here,
 * and the broker in between is not believed on its word. Blocks; made for virtual threads; may be shared by all of them.
 */
public final class SpilPartner {
    private static final Duration ACTOR_LIFE = Duration.ofSeconds(60);

    private final PartnerHome home;
    private final Profile profile;
    private final Optional<Actor> actor;
    private final Parts parts;

    /** What does the work, shared by every view of the same partner. */
    private record Parts(
            Broker broker,
            Trust trust,
            Receipts receipts,
            KeyPublisher publisher,
            Cases cases,
            Consents consents,
            Sender sender,
            Collector collector,
            LogMemory log) {}

    private SpilPartner(PartnerHome home, Profile profile, Optional<Actor> actor, Parts parts) {
        this.home = home;
        this.profile = profile;
        this.actor = actor;
        this.parts = parts;
    }

    /** The partner whose folder this is, acting for the professional in its profile, speaking Dutch. */
    public static SpilPartner at(Path folder) {
        return at(PartnerHome.at(folder), Patience.usual(), Locale.of("nl"));
    }

    /** The same with other patience and in another language. */
    public static SpilPartner at(PartnerHome home, Patience patience, Locale language) {
        return at(home, patience, language, InstantSource.system(), Thread::sleep);
    }

    static SpilPartner at(PartnerHome home, Patience patience, Locale language, InstantSource clock, Pause pause) {
        var profile = home.profile();
        var self = profile.oin();
        var keys = home.ownKeys();
        var setup = new Broker.Setup(profile.broker(), self.value(), patience, pause, clock, language);
        var broker = new Broker(
                setup,
                new Transport(Transport.usual()),
                home.clientKey(),
                SigningKey.generateEs256(),
                (call, professional, audience) -> actorToken(call, professional, audience, self, keys, clock));
        var log = new LogMemory(home.log(), home.logKey(), new LogGrowth(broker));
        var receipts = new Receipts(home.receipts(), log);
        var trust = new Trust(home.trust(), broker, log, clock);
        var parts = new Parts(
                broker,
                trust,
                receipts,
                new KeyPublisher(self, broker, keys, receipts, clock),
                new Cases(broker, receipts),
                new Consents(broker, receipts),
                new Sender(home, self, broker, trust, keys, receipts, clock),
                new Collector(home, self, broker, trust, keys, receipts, clock),
                log);
        return new SpilPartner(home, profile, profile.actor(), parts);
    }

    private static String actorToken(
            Call call, Actor professional, URI audience, Oin self, OwnKeys keys, InstantSource clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var body = Optional.ofNullable(call.body()).map(Sha256::of);
        return new ActorToken(
                        self,
                        audience.toString(),
                        UUID.randomUUID(),
                        now,
                        now.plus(ACTOR_LIFE),
                        call.method(),
                        call.pathWithoutQuery(),
                        body,
                        professional)
                .sign(keys.currentSigning());
    }

    /** The same partner, acting for another professional. */
    public SpilPartner onBehalfOf(Actor professional) {
        return new SpilPartner(home, profile, Optional.of(professional), parts);
    }

    public Profile profile() {
        return profile;
    }

    public PartnerHome home() {
        return home;
    }

    /** For whom it acts. */
    public Optional<Actor> actor() {
        return actor;
    }

    private Actor professional() {
        return actor.orElseThrow(() -> new IllegalStateException(
                "this is done for a professional, and neither the caller nor the profile names one"));
    }

    /** Publishes this partner's keys, the first ones freshly made; answers with the log's receipt. */
    public Receipt publishKeys() {
        return parts.publisher().publish();
    }

    /** Makes and publishes fresh keys; the ones before stay good for the overlap. */
    public Receipt rotateKeys() {
        return parts.publisher().rotate();
    }

    /** Takes a key back at once, because it may be in other hands, and publishes the keys without it. */
    public Receipt revokeKey(KeyId key) {
        return parts.publisher().revoke(key);
    }

    /** The keys that a partner publishes now, verified under the agreed root and found in the log. */
    public PublishedKeys keysOf(Oin partner) {
        return parts.trust().published(partner);
    }

    public CaseView openCase(NewCase opened) {
        return parts.cases().open(opened, professional());
    }

    public CaseView showCase(CaseId caseId) {
        return parts.cases().show(caseId, professional());
    }

    /** The cases to which this partner is admitted, as the broker lists them. */
    public JsonNode listCases() {
        return parts.cases().list(professional());
    }

    /** Lets a partner into a case. */
    public Receipt admit(CaseId caseId, Oin partner, Admission admission) {
        return parts.cases().admit(caseId, partner, admission, professional());
    }

    /** Ends a partner's admission to a case. */
    public Receipt endAdmission(CaseId caseId, Oin partner) {
        return parts.cases().endAdmission(caseId, partner, professional());
    }

    public CaseView moveTo(CaseId caseId, Stage stage) {
        return parts.cases().moveTo(caseId, stage, professional());
    }

    public ConsentView giveConsent(NewConsent consent) {
        return parts.consents().give(consent, professional());
    }

    /** From the moment this returns, nothing is released on this consent any more. */
    public ConsentView withdrawConsent(UUID consent) {
        return parts.consents().withdraw(consent, professional());
    }

    /** Asks the rules what they would make of this; nothing is released, and the question is recorded. */
    public Outcome preCheck(PreCheck question) {
        var call = Call.post("/v1/decisions", Scope.DECISIONS, question.json()).onBehalfOf(professional());
        var outcome = OutcomeJson.read(parts.broker().call(call).json());
        parts.receipts().accept(outcome.receipt());
        outcome.recipients().forEach(each -> parts.receipts().accept(each.receipt()));
        return outcome;
    }

    /** Asks in the words of AuthZEN, one question or several; the answer as the broker gave it. */
    public JsonNode evaluate(JsonNode question) {
        var path = question.has("evaluations") ? "/access/v1/evaluations" : "/access/v1/evaluation";
        return parts.broker()
                .call(Call.post(path, Scope.DECISIONS, question).onBehalfOf(professional()))
                .json();
    }

    /**
     * Seals, signs and sends; answers per recipient what it gets, what not and why. When it throws
     * {@link BrokerUnavailable} the exchange may have arrived: {@link #resend} sends the very same again.
     */
    public Outcome send(Sending sending) {
        return parts.sender().send(sending, professional());
    }

    /** Exchanges of which nobody knows whether they arrived. */
    public List<ExchangeId> unanswered() {
        return parts.sender().unanswered();
    }

    /** Sends an unanswered exchange again; the broker sees that it is the same one. */
    public Outcome resend(ExchangeId exchange) {
        return parts.sender().deliver(exchange);
    }

    /** What waits for this partner since a place in its inbox; waits for something to come, when asked to. */
    public Inbox inbox(Optional<String> after, Duration atMost) {
        var path = new StringBuilder("/v1/disclosures?limit=100&wait=").append(atMost.toSeconds());
        after.ifPresent(place -> path.append("&after=").append(URLEncoder.encode(place, StandardCharsets.UTF_8)));
        var call = Call.get(path.toString(), Scope.DISCLOSURES).answeredWithin(atMost.plusSeconds(30));
        return Inbox.read(parts.broker().call(call).json());
    }

    /** Fetches, verifies and opens a disclosure; throws {@link Refused} when the rules no longer allow it. */
    public Collected collect(DisclosureId disclosure) {
        return parts.collector().collect(disclosure, professional());
    }

    /** Tells the broker, signed, that what was collected was opened or could not be; the broker lets go of it. */
    public Receipt acknowledge(DisclosureId disclosure) {
        return parts.collector().acknowledge(disclosure);
    }

    /** The rules: proposing, reviewing, approving and putting them to use. */
    public Policies policies() {
        return new Policies(parts.broker(), actor);
    }

    /** Checks a receipt by itself and against all this partner saw of the log; keeps it. */
    public Receipt.Proven verifyReceipt(Receipt receipt) {
        return parts.receipts().accept(receipt);
    }

    /** A call that has no method of its own here, made as this partner. */
    Answer call(Call call) {
        return parts.broker().call(call);
    }

    LogMemory log() {
        return parts.log();
    }

    Trust trust() {
        return parts.trust();
    }
}

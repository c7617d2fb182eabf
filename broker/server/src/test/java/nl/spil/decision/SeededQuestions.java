package nl.spil.decision;

import static nl.spil.decision.Questions.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentInForce;
import nl.spil.consent.ConsentKind;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.GoodCare;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.Json;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Questions nobody wrote, as the broker can ask them: mostly what fits the tables, with a fact wrong or missing here and there. */
final class SeededQuestions {
    private static final CaseId CASE = CaseId.random();
    private static final List<Pseudonym> PEOPLE = List.of(Pseudonym.random(), Pseudonym.random(), Pseudonym.random());

    private final Random random;
    private final JsonNode tables;

    SeededQuestions(long seed, PolicyBundle bundle) {
        this.random = new Random(seed);
        this.tables = Json.read(bundle.tables(), 10_000_000).required("spil").required("tables");
    }

    List<Question> take(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }

    private Question next() {
        var action = any(List.of(ActionName.DISCLOSE, ActionName.DISCLOSE, ActionName.COLLECT, ActionName.PRE_CHECK));
        var purpose = any(names(tables.required("purposes")));
        var providers = tables.at("/sharing/" + purpose);
        var type = any(names(likely() && !providers.isEmpty() ? providers : tables.required("partner_types")));
        var provider = partner(oin(0), type);
        return new Question(
                action,
                new Purpose(purpose),
                caseFacts(action, purpose),
                provider,
                many(6, at -> item(at, purpose, type)),
                many(
                        3,
                        at -> new RecipientFacts(
                                partner(oin(likely() ? at + 1 : 1), addressed(purpose, type)),
                                action == ActionName.COLLECT ? actor() : null)),
                NOW,
                likely() ? new Partnership("zvh", NOW.minus(days(90)), NOW.plus(days(likely() ? 90 : -1))) : null,
                actor(),
                necessity(),
                grounds(),
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(_ -> consent(provider.oin()))
                        .toList());
    }

    /** Mostly somebody who may receive something of this provider for this purpose. */
    private String addressed(String purpose, String provider) {
        var cells =
                tables.at("/sharing/" + purpose + "/" + provider).valueStream().toList();
        return likely() && !cells.isEmpty()
                ? any(names(any(cells).required("recipients")))
                : any(names(tables.required("partner_types")));
    }

    private CaseFacts caseFacts(ActionName action, String purpose) {
        var fitting = tables.at("/purposes/" + purpose + "/stages/" + action.code());
        var fit = tables.required("case_purposes").has(purpose) ? purpose : "case-consultation";
        return new CaseFacts(
                CASE,
                new Purpose(likely() ? fit : any(names(tables.required("case_purposes")))),
                likely(),
                likely() ? "COMPLEX" : any(names(tables.required("case_types"))),
                likely() && !fitting.isEmpty() ? Stage.valueOf(any(texts(fitting))) : any(List.of(Stage.values())),
                !likely());
    }

    private PartnerFacts partner(Oin oin, String type) {
        var classes = texts(tables.at("/partner_types/" + type + "/classes"));
        if (!likely()) {
            return PartnerFacts.unknown(oin);
        }
        var participant = likely() && !classes.isEmpty()
                ? ParticipantClass.valueOf(any(classes))
                : any(List.of(ParticipantClass.values()));
        return new PartnerFacts(oin, new PartnerType(type), participant, likely(), likely() ? null : soon());
    }

    private ItemFacts item(int at, String purpose, String provider) {
        var shared = tables.at("/sharing/" + purpose + "/" + provider);
        var category = any(names(likely() && !shared.isEmpty() ? shared : tables.required("categories")));
        var known = likely();
        return new ItemFacts(
                new ContentDigest(
                        Sha256.of(new byte[] {(byte) (likely() ? at : 0)}).value()),
                new DataCategory(category),
                any(List.of(AnswerType.values())),
                any(PEOPLE),
                known ? any(List.of(AgeBand.values())) : null,
                known ? any(List.of("DATA_SUBJECT", "DATA_SUBJECT", "DATA_SUBJECT", "DIRECT_CIRCLE", "STAFF")) : null);
    }

    private @Nullable ActorFacts actor() {
        if (!likely()) {
            return null;
        }
        return new ActorFacts(
                likely() ? "PARTICIPANT_PROFESSIONAL" : any(texts(tables.required("actor_roles"))),
                likely() ? Boolean.valueOf(likely()) : null,
                likely() ? NOW.plus(days(likely() ? 300 : -1)) : null,
                likely() ? Boolean.valueOf(!likely()) : null);
    }

    private @Nullable NecessityRecord necessity() {
        return likely()
                ? new NecessityRecord(
                        likely(),
                        likely(),
                        likely(),
                        new EmployeeId("colleague"),
                        lately(random.nextBoolean() ? 1 : 40))
                : null;
    }

    private Grounds grounds() {
        var grounds = Grounds.none();
        if (likely()) {
            grounds = grounds.with(new SecrecyBasis(any(List.of("consent", "good-care"))));
        }
        if (likely()) {
            grounds = grounds.with(new GoodCare(likely(), likely() ? 6 : 5, lately(16)));
        }
        grounds = grounds.with(declarations().toArray(Declaration[]::new));
        return likely() ? grounds.with(new PoliceAuthority(likely(), lately(100))) : grounds;
    }

    private List<Declaration> declarations() {
        return List.of(DeclarationCode.values()).stream()
                .filter(_ -> random.nextBoolean())
                .limit(Declaration.MOST)
                .map(code -> Declaration.of(code, lately(likely() ? 1 : 40)))
                .map(made -> likely() ? made.until(soon()).under("file-12") : made)
                .toList();
    }

    private ConsentInForce consent(Oin provider) {
        return new ConsentInForce(
                new ConsentId(new UUID(random.nextLong(), random.nextLong())),
                any(PEOPLE),
                likely() ? provider : oin(9),
                oin(1 + random.nextInt(3)),
                new TreeSet<>(List.of(new DataCategory("CARE"), new DataCategory("HEALTH"))),
                likely(),
                likely() ? ConsentKind.SECRECY_RELEASE : any(List.of(ConsentKind.values())),
                lately(60),
                likely() ? null : soon());
    }

    private Instant lately(int days) {
        return NOW.minusSeconds(200 + random.nextInt(days * 86_400));
    }

    private Instant soon() {
        return NOW.plusSeconds(1 + random.nextInt(100_000));
    }

    private <T> List<T> many(int most, java.util.function.IntFunction<T> make) {
        var made = new ArrayList<T>();
        IntStream.range(0, 1 + random.nextInt(most)).mapToObj(make).forEach(made::add);
        return made;
    }

    private boolean likely() {
        return random.nextInt(12) > 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static Oin oin(int number) {
        return new Oin("0000009900000000100" + number);
    }

    private static List<String> names(JsonNode table) {
        return table.propertyNames().stream().sorted().toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}

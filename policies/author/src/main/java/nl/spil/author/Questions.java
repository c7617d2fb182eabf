package nl.spil.author;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Questions nobody wrote: the same ones for the same seed, from what the tables know and from what nobody expects. */
final class Questions {
    static final long NOW = 1_780_000_000L;

    private static final long YEAR = 31_536_000L;
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "ΡΟLICE",
            "HEALTH\u200b",
            "ＨＥＡＬＴＨ",
            "e\u0301",
            "\u00e9",
            "\ud83d\ude00",
            "\u202e",
            "DISCLOSE",
            "'; drop table",
            "null",
            "true",
            "1780000000",
            "\\",
            "\"",
            "\n\t",
            "a".repeat(5000));
    private static final List<String> ODD_NUMBERS = List.of(
            "0",
            "-1",
            "1.5",
            "1E3",
            "1.78E9",
            "1780000000.0",
            "9007199254740993",
            "123456789012345678901234567890",
            "-0.0",
            "1E400",
            "1E-400");

    private final Random random;
    private final JsonNode tables;

    Questions(long seed, JsonNode tables) {
        this.random = new Random(seed);
        this.tables = tables;
    }

    /** A mixture: well-formed ones, and ones that lack a member, mistake a type, say a thing twice or speak oddly. */
    List<String> mixture(int count) {
        var kinds = List.<Consumer<ObjectNode>>of(
                _ -> {},
                _ -> {},
                this::lose,
                this::mistake,
                this::repeat,
                this::speakOddly,
                this::countOddly,
                this::add);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var question = wellFormed();
                    kinds.get(number % kinds.size()).accept(question);
                    var text = question.toString();
                    return number % 16 == 8 ? sayTwice(text) : text;
                })
                .toList();
    }

    ObjectNode wellFormed() {
        var purpose = any(names(tables.get("purposes")));
        var providers = tables.at("/sharing/" + purpose);
        var provider = any(names(likely() ? providers : tables.get("partner_types")));
        var action = any(List.of("disclose", "disclose", "collect", "pre-check"));
        var question = MAKE.objectNode();
        question.putObject("action").put("name", action).put("purpose", purpose);
        var resource = question.putObject("resource");
        caseFacts(resource.putObject("case"), purpose, action);
        partner(resource.putObject("provider"), provider, provider);
        var items = resource.putArray("items");
        IntStream.range(0, 1 + random.nextInt(6)).forEach(at -> item(items.addObject(), at, purpose, provider));
        var subjects = question.putArray("subjects");
        var addressed =
                addressed(purpose, provider, items.get(0).get("category").asString());
        IntStream.range(0, 1 + random.nextInt(3))
                .forEach(at -> recipient(subjects.addObject(), at, any(addressed), action, purpose));
        context(question.putObject("context"), question);
        return question;
    }

    private void caseFacts(ObjectNode facts, String purpose, String action) {
        var stages = tables.at("/purposes/" + purpose + "/stages/" + action);
        var fitting = stages.isEmpty() ? List.of("CONSULTATION") : texts(stages);
        var fit = tables.get("case_purposes").has(purpose) ? purpose : "case-consultation";
        facts.put("id", "case")
                .put("purpose", mostly(fit, names(tables.get("case_purposes"))))
                .put("goalSet", likely())
                .put("type", mostly("COMPLEX", names(tables.get("case_types"))))
                .put("stage", likely() ? any(fitting) : any(List.of("REGISTERED", "TRIAGE", "EXECUTION", "CLOSED")))
                .put("shielded", !likely());
    }

    private void partner(ObjectNode partner, String oin, String type) {
        var classes = texts(tables.at("/partner_types/" + type + "/classes"));
        partner.put("oin", oin)
                .put("type", type)
                .put(
                        "class",
                        likely() && !classes.isEmpty() ? any(classes) : any(List.of("PUBLIC", "PRIVATE", "INCIDENTAL")))
                .put("admitted", likely());
        if (!likely()) {
            partner.put("admittedUntil", NOW + 1 + random.nextInt(100_000));
        }
    }

    private void item(ObjectNode item, int at, String purpose, String provider) {
        var shareable = tables.at("/sharing/" + purpose + "/" + provider);
        var category = likely() && !shareable.isEmpty() ? any(names(shareable)) : any(names(tables.get("categories")));
        item.put("id", "item-" + at)
                .put("category", category)
                .put("answerType", any(names(tables.get("answer_weights"))));
        item.putObject("subject")
                .put("pseudonym", any(List.of("adult", "child", "nurse")))
                .put("ageBand", any(texts(tables.get("age_bands"))))
                .put("role", mostly("DATA_SUBJECT", List.of("DIRECT_CIRCLE", "STAFF", "NEIGHBOUR")));
    }

    /** Mostly those whom the matrix lets receive what is asked about. */
    private List<String> addressed(String purpose, String provider, String category) {
        var fitting = tables.at("/sharing/" + purpose + "/" + provider + "/" + category + "/recipients");
        return likely() && !fitting.isEmpty() ? names(fitting) : names(tables.get("partner_types"));
    }

    private void recipient(ObjectNode recipient, int at, String type, String action, String purpose) {
        partner(recipient, "recipient-" + at, type);
        if (action.equals("collect") && likely()) {
            actor(recipient.putObject("actor"));
            texts(tables.at("/purposes/" + purpose + "/roles")).stream()
                    .filter(_ -> likely())
                    .forEach(role -> ((ObjectNode) recipient.get("actor")).put("role", role));
        }
    }

    private void actor(ObjectNode actor) {
        actor.put("role", mostly("PARTICIPANT_PROFESSIONAL", texts(tables.get("actor_roles"))))
                .put("secrecyDuty", likely())
                .put("assignedUntil", NOW + (likely() ? YEAR : -1))
                .put("commercialTask", !likely());
    }

    private void context(ObjectNode context, ObjectNode question) {
        context.put("time", NOW);
        context.putObject("partnership")
                .put("id", "zvh")
                .put("agreementFrom", NOW - YEAR)
                .put("agreementUntil", NOW + (likely() ? YEAR : -YEAR / 2));
        actor(context.putObject("actor"));
        context.putObject("necessity")
                .put("necessity", likely())
                .put("proportionality", likely())
                .put("subsidiarity", likely())
                .put("judgedBy", "colleague")
                .put("judgedAt", NOW - random.nextInt(random.nextBoolean() ? 80_000 : 3_000_000) + 200);
        texts(MAKE.arrayNode().add("consent").add("good-care")).stream()
                .filter(_ -> likely())
                .forEach(context.withArray("secrecyBases")::add);
        context.putObject("goodCare")
                .put("secondPerson", likely())
                .put("answers", likely() ? 6 : 5)
                .put("judgedAt", NOW - random.nextInt(1_400_000));
        context.putObject("policeAuthority").put("agreed", likely()).put("agreedAt", NOW - random.nextInt(8_000_000));
        if (likely()) {
            var purpose = question.at("/action/purpose").asString();
            var provider = question.at("/resource/provider/type").asString();
            declarations(context.putArray("declarations"), purpose, provider);
        }
        var consents = context.putArray("consents");
        var sender = question.at("/resource/provider/oin").asString();
        IntStream.range(0, random.nextInt(5))
                .forEach(at -> consent(consents.addObject(), at, sender, kindOf(question)));
    }

    /** Mostly what the bases on offer ask for, and something else beside it. */
    private void declarations(ArrayNode declarations, String purpose, String provider) {
        var codes = new java.util.TreeSet<String>();
        tables.at("/sharing/" + purpose + "/" + provider)
                .forEach(cell -> names(cell.get("bases"))
                        .forEach(name -> tables.at("/bases/" + name)
                                .forEach(asked -> asked.valueStream()
                                        .filter(code -> code.isString() && likely())
                                        .forEach(code -> codes.add(code.asString())))));
        codes.add(any(names(tables.get("declarations"))));
        for (var code : codes) {
            var kind = tables.at("/declarations/" + code);
            var declaration = declarations.addObject().put("code", code);
            declaration.put("declaredAt", NOW - random.nextInt(likely() ? 80_000 : 9_000_000));
            if (kind.get("until").asBoolean() == likely()) {
                declaration.put("until", NOW + random.nextInt(100_000));
            }
            if (kind.get("reference").asBoolean() == likely()) {
                declaration.put("reference", "file-" + random.nextInt(99));
            }
        }
    }

    private static String kindOf(ObjectNode question) {
        var purpose = question.at("/action/purpose").asString();
        return purpose.equals("social-support-integral") ? "PROCESSING_BASIS" : "SECRECY_RELEASE";
    }

    private void consent(ObjectNode consent, int at, String provider, String kind) {
        consent.put("id", "consent-" + at)
                .put("subject", any(List.of("adult", "child")))
                .put("provider", likely() ? provider : "another")
                .put("recipient", "recipient-" + random.nextInt(3));
        consent.putArray("categories").add("HEALTH").add("CARE").add("HOUSING");
        consent.put("explicit", likely())
                .put("kind", mostly(kind, List.of("SECRECY_RELEASE", "PROCESSING_BASIS", "SERVICE_AGREEMENT")))
                .put("givenAt", NOW - random.nextInt(5_000_000));
        if (!likely()) {
            consent.put("validUntil", NOW + 1 + random.nextInt(100_000));
        }
    }

    private void lose(ObjectNode question) {
        var place = any(places(question));
        if (place.parent() instanceof ObjectNode object) {
            object.remove(place.name());
        }
    }

    private void mistake(ObjectNode question) {
        put(
                any(places(question)),
                any(List.of(
                        MAKE.nullNode(),
                        MAKE.booleanNode(true),
                        MAKE.numberNode(NOW),
                        MAKE.stringNode("2026-03-01T09:00:00Z"),
                        MAKE.arrayNode().add("HEALTH"),
                        MAKE.objectNode().put("0", "HEALTH"),
                        MAKE.arrayNode(),
                        MAKE.objectNode())));
    }

    private void repeat(ObjectNode question) {
        var lists = places(question).stream()
                .map(Place::value)
                .filter(ArrayNode.class::isInstance)
                .toList();
        var list = (ArrayNode) any(lists);
        if (!list.isEmpty()) {
            list.add(list.get(random.nextInt(list.size())).deepCopy());
        }
    }

    private void speakOddly(ObjectNode question) {
        put(
                any(places(question).stream()
                        .filter(place -> place.value().isString())
                        .toList()),
                MAKE.stringNode(any(ODD_TEXTS)));
    }

    private void countOddly(ObjectNode question) {
        var number = MAKE.numberNode(new BigDecimal(any(ODD_NUMBERS)));
        put(
                any(places(question).stream()
                        .filter(place -> place.value().isNumber())
                        .toList()),
                number);
    }

    private void add(ObjectNode question) {
        var objects = places(question).stream()
                .map(Place::value)
                .filter(ObjectNode.class::isInstance)
                .toList();
        ((ObjectNode) any(objects))
                .set(any(List.of("admittedAlways", "override", "role ", "Admitted")), MAKE.booleanNode(true));
    }

    /** The same member twice in one object: which one counts must not differ either. */
    private String sayTwice(String text) {
        return text.replace(
                "\"admitted\":true",
                any(List.of("\"admitted\":false,\"admitted\":true", "\"admitted\":true,\"admitted\":false")));
    }

    /** Every value in a question, the question itself not. */
    static List<Place> places(JsonNode root) {
        var found = new ArrayList<Place>();
        collect(root, found);
        return found;
    }

    private static void collect(JsonNode node, List<Place> found) {
        node.properties().forEach(member -> {
            found.add(new Place(node, member.getKey(), member.getValue()));
            collect(member.getValue(), found);
        });
        if (node.isArray()) {
            for (var at = 0; at < node.size(); at++) {
                found.add(new Place(node, Integer.toString(at), node.get(at)));
                collect(node.get(at), found);
            }
        }
    }

    private static void put(Place place, JsonNode value) {
        switch (place.parent()) {
            case ObjectNode object -> object.set(place.name(), value);
            case ArrayNode list -> list.set(Integer.parseInt(place.name()), value);
            default -> throw new IllegalStateException("nothing stands below a value");
        }
    }

    private boolean likely() {
        return random.nextInt(12) > 0;
    }

    private String mostly(String usual, List<String> others) {
        return likely() ? usual : any(others);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> names(JsonNode table) {
        return table.propertyNames().stream().sorted().toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** One value in a question and where it stands. */
    record Place(JsonNode parent, String name, JsonNode value) {}
}

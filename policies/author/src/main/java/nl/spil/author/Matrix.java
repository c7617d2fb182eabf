package nl.spil.author;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every question that the tables give reason to ask, point by point. */
final class Matrix {
    static final String FILE = "invariants/matrix.yaml";

    private final Codes codes;
    private final JsonNode written;
    private final List<Partner> recipients;

    Matrix(PolicyFolder folder, JsonNode tables) {
        this.codes = new Codes(tables);
        this.written = Moments.inSeconds(folder.yaml(FILE));
        this.recipients = codes.partners();
    }

    Codes codes() {
        return codes;
    }

    List<Partner> recipients() {
        return recipients;
    }

    List<String> consents() {
        return List.copyOf(written.required("consents").propertyNames());
    }

    /** Those the tables know, and those outside the list of the law. */
    List<String> categories() {
        return Stream.concat(codes.categories().stream(), Codes.texts(written.required("outside")))
                .distinct()
                .toList();
    }

    List<Point> points() {
        var points = new ArrayList<Point>();
        for (var provider : recipients) {
            for (var purpose : codes.purposes()) {
                for (var action : codes.actions()) {
                    for (var stage : codes.stages()) {
                        for (var consent : consents()) {
                            points.add(new Point(provider, purpose, action, stage, consent));
                        }
                    }
                }
            }
        }
        return points;
    }

    /** Every category in every answer, about the usual data subject unless the range names others. */
    List<Item> items(Range range) {
        var ages = range.ageBand().all()
                ? List.of(usual("ageBand"))
                : codes.ageBands().stream().filter(range.ageBand().holds()).toList();
        var roles = range.role().all()
                ? List.of(usual("role"))
                : codes.roles().stream().filter(range.role().holds()).toList();
        return categories().stream()
                .flatMap(category -> codes.answers().stream().map(answer -> new Item(category, answer, "", "")))
                .flatMap(item -> ages.stream()
                        .flatMap(
                                age -> roles.stream().map(role -> new Item(item.category(), item.answer(), age, role))))
                .toList();
    }

    /** The question at this point about all recipients and these items; an item is named by its place in the list. */
    ObjectNode question(Point point, List<Item> items) {
        var question = (ObjectNode) written.required("question").deepCopy();
        question.putObject("action").put("name", point.action()).put("purpose", point.purpose());
        var facts = (ObjectNode) question.at("/resource/case");
        facts.put("stage", point.stage());
        facts.put(
                "purpose",
                codes.casePurpose(point.purpose(), facts.path("purpose").asString()));
        partner((ObjectNode) question.at("/resource/provider"), point.provider());
        items((ObjectNode) question.required("resource"), items);
        recipients(question.putArray("subjects"), point);
        consents((ObjectNode) question.required("context"), point.consent());
        declarations((ObjectNode) question.required("context"));
        return question;
    }

    /** Everything is declared that the tables know. */
    private void declarations(ObjectNode context) {
        var declarations = context.putArray("declarations");
        for (var code : codes.declarations()) {
            Change.give(declarations.addObject().put("code", code), written.required("declaration"));
        }
    }

    /** Gives the consents of this state in the place of those there are. */
    void consents(ObjectNode context, String state) {
        var consents = context.putArray("consents");
        for (var consent : written.at("/consents/" + state)) {
            if (consent.has("recipient")) {
                consent(consents, consent, consent.get("recipient").asString());
            } else {
                recipients.forEach(recipient -> consent(consents, consent, recipient.oin()));
            }
        }
    }

    private void consent(ArrayNode consents, JsonNode differs, String recipient) {
        var consent =
                consents.addObject().put("id", "consent-" + consents.size()).put("recipient", recipient);
        var given = consent.putArray("categories");
        categories().forEach(given::add);
        Change.give(consent, written.required("consent"));
        Change.give(consent, differs);
    }

    private void items(ObjectNode resource, List<Item> items) {
        var list = resource.putArray("items");
        for (var at = 0; at < items.size(); at++) {
            var item = items.get(at);
            var one = list.addObject();
            one.put("id", Integer.toString(at)).put("category", item.category()).put("answerType", item.answer());
            one.putObject("subject")
                    .put("pseudonym", usual("pseudonym"))
                    .put("ageBand", item.ageBand())
                    .put("role", item.role());
        }
    }

    private void recipients(ArrayNode subjects, Point point) {
        for (var recipient : recipients) {
            var one = (ObjectNode) written.required("recipient").deepCopy();
            one.put("oin", recipient.oin());
            partner(one, recipient);
            if (point.action().equals("collect")) {
                var actor = (ObjectNode) written.required("collector").deepCopy();
                actor.put("role", codes.role(point.purpose(), actor.path("role").asString()));
                one.set("actor", actor);
            }
            subjects.add(one);
        }
    }

    private static void partner(ObjectNode facts, Partner partner) {
        facts.put("type", partner.type()).put("class", partner.kind());
    }

    private String usual(String member) {
        return written.required("subject").path(member).asString();
    }

    /** The question about one recipient and some items only, which get names a person can read. */
    static ObjectNode narrowed(ObjectNode question, Partner recipient, List<Item> items, List<Integer> wanted) {
        var narrow = question.deepCopy();
        keep(narrow.withArray("/subjects"), one -> one.path("oin").asString().equals(recipient.oin()));
        keep(
                narrow.withArray("/resource/items"),
                one -> wanted.contains(number(one.path("id").asString())));
        narrow.withArray("/resource/items").forEach(one -> {
            var id = one.path("id").asString();
            ((ObjectNode) one).put("id", items.get(number(id)).id());
        });
        if (narrow.at("/context/consents") instanceof ArrayNode consents) {
            keep(consents, one -> one.path("recipient").asString().equals(recipient.oin()));
        }
        return narrow;
    }

    private static int number(String id) {
        return id.isEmpty() ? -1 : Integer.parseInt(id);
    }

    private static void keep(ArrayNode list, Predicate<JsonNode> wanted) {
        var kept = JsonNodeFactory.instance.arrayNode();
        list.forEach(one -> {
            if (wanted.test(one)) {
                kept.add(one);
            }
        });
        list.removeAll();
        list.addAll(kept);
    }
}

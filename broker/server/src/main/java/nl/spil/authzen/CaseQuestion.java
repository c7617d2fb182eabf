package nl.spil.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.spil.decision.ActionName;
import nl.spil.decision.ActorFacts;
import nl.spil.disclosure.Asked;
import nl.spil.disclosure.AskedItem;
import nl.spil.disclosure.AskedRecipient;
import nl.spil.disclosure.GroundsReader;
import nl.spil.problem.JsonBody;
import nl.spil.protocol.Actor;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads out of an evaluation what its asker would like to share; properties are named as in the rest of the interface. */
final class CaseQuestion {
    private static final int MOST_ITEMS = 256;

    private final Evaluation evaluation;
    private final List<JsonBody> read = new ArrayList<>();

    CaseQuestion(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** What is asked, or what of it is missing or cannot be read. */
    Checked<Asked> asked(ActionName action, Oin provider, Optional<Actor> actor) {
        var purpose =
                at("/action/properties", evaluation.propertiesOf("action")).text("purpose", Purpose::new);
        var recipient = at("/subject", evaluation.whole().required("subject")).text("id", Oin::new);
        var properties = at("/resource/properties", evaluation.propertiesOf("resource"));
        var resource = at("/resource", evaluation.whole().required("resource"));
        var oneItem = evaluation.resource().type().equals("item");
        var caseId = oneItem ? properties.text("case", CaseId::new) : resource.text("id", CaseId::new);
        var items = oneItem
                ? List.of(item(properties, evaluation.resource().id()))
                : items(properties.objects("items", MOST_ITEMS));
        var grounds = new GroundsReader(at("/context", evaluation.context()));
        var necessity = grounds.necessity();
        var stated = grounds.grounds();
        var problems = problems();
        return problems.isEmpty()
                ? Checked.sound(new Asked(
                        action,
                        Objects.requireNonNull(purpose),
                        Objects.requireNonNull(caseId),
                        provider,
                        actor.map(ActorFacts::of).orElse(null),
                        items.stream().map(Item::whole).toList(),
                        List.of(AskedRecipient.of(Objects.requireNonNull(recipient))),
                        necessity,
                        stated))
                : Checked.unsound(problems);
    }

    private JsonBody at(String pointer, JsonNode object) {
        var body = JsonBody.at(pointer, object);
        read.add(body);
        return body;
    }

    private List<Problem> problems() {
        return read.stream().map(JsonBody::problems).flatMap(List::stream).toList();
    }

    private static List<Item> items(List<JsonBody> bodies) {
        var items = new ArrayList<Item>();
        for (var body : bodies) {
            items.add(item(body, "item " + items.size()));
        }
        return items;
    }

    /** What is not sealed yet has no digest of its own; it is known by that of its name, or of its place. */
    private static Item item(JsonBody body, String name) {
        var id = body.has("id")
                ? body.text("id", ContentDigest::new)
                : ContentDigest.of(Sha256.digest(name.getBytes(UTF_8)));
        return new Item(
                id,
                body.text("category", DataCategory::new),
                body.text("answerType", AnswerType::valueOf),
                body.text("subject", Pseudonym::new));
    }

    /** An item as far as it could be read. */
    private record Item(
            @Nullable ContentDigest id,
            @Nullable DataCategory category,
            @Nullable AnswerType answerType,
            @Nullable Pseudonym subject) {
        AskedItem whole() {
            return new AskedItem(
                    Objects.requireNonNull(id),
                    Objects.requireNonNull(category),
                    Objects.requireNonNull(answerType),
                    Objects.requireNonNull(subject));
        }
    }
}

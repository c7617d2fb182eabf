package nl.spil.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.spil.decision.ActionName;
import nl.spil.decision.ActorFacts;
import nl.spil.problem.JsonBody;
import nl.spil.protocol.Actor;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads what a partner would like to share; everything that is wrong with it comes out at once. */
final class PreCheckReader {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_ITEMS = 256;
    private static final int MOST_RECIPIENTS = 16;

    private PreCheckReader() {}

    static Asked read(byte[] bytes, Oin provider, Actor actor) {
        var members = new java.util.HashSet<>(GroundsReader.MEMBERS);
        members.addAll(Set.of("case", "purpose", "recipients", "items"));
        var body = JsonBody.of(bytes, LONGEST).only(members);
        var caseId = body.text("case", CaseId::new);
        var purpose = body.text("purpose", Purpose::new);
        var recipients = body.texts("recipients", MOST_RECIPIENTS, Oin::new);
        var items = items(body.objects("items", MOST_ITEMS));
        var grounds = new GroundsReader(body);
        var necessity = grounds.necessity();
        var stated = grounds.grounds();
        return body.whole(() -> new Asked(
                ActionName.PRE_CHECK,
                Objects.requireNonNull(purpose),
                Objects.requireNonNull(caseId),
                provider,
                ActorFacts.of(actor),
                items.stream().map(Item::whole).toList(),
                recipients.stream().map(AskedRecipient::of).toList(),
                necessity,
                stated));
    }

    private static List<Item> items(List<JsonBody> bodies) {
        var items = new ArrayList<Item>();
        for (var body : bodies) {
            body.only(Set.of("id", "category", "answerType", "subject"));
            var id = body.has("id") ? body.text("id", ContentDigest::new) : placeOf(items.size());
            items.add(new Item(
                    id,
                    body.text("category", DataCategory::new),
                    body.text("answerType", AnswerType::valueOf),
                    body.text("subject", Pseudonym::new)));
        }
        return items;
    }

    /** What is not sealed yet has no digest of its own; it is known by its place in the question. */
    static ContentDigest placeOf(int index) {
        return new ContentDigest(Sha256.of(("item " + index).getBytes(UTF_8)).value());
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

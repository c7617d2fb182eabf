package nl.spil.sdk;

import java.util.List;
import java.util.Optional;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.proof.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * A case as the broker shows it to a partner that is admitted to it.
 *
 * @param whole everything the broker says of it
 * @param receipt of the change that led to this view; absent when it was only looked at
 */
public record CaseView(CaseId id, String stage, List<Pseudonym> subjects, Optional<Receipt> receipt, JsonNode whole) {

    public CaseView {
        subjects = List.copyOf(subjects);
    }

    static CaseView read(CaseId asked, JsonNode tree) {
        var id = tree.path("id").asString("");
        return new CaseView(
                id.isEmpty() ? asked : new CaseId(id),
                tree.path("stage").asString(""),
                tree.path("subjects")
                        .valueStream()
                        .map(subject -> new Pseudonym(subject.path("pseudonym").asString("")))
                        .toList(),
                OutcomeJson.receipt(tree),
                tree);
    }
}

package nl.spil.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import tools.jackson.databind.JsonNode;

/**
 * What a data subject agreed to: that this provider tells these recipients of these categories, in this case.
 *
 * @param kind a code like SECRECY_RELEASE
 * @param explicit whether the data subject said so in so many words
 * @param givenBy SELF or REPRESENTATIVE
 * @param method how it was given, in a few words without names
 */
public record NewConsent(
        UUID id,
        CaseId caseId,
        Pseudonym subject,
        List<Oin> recipients,
        List<DataCategory> categories,
        String kind,
        boolean explicit,
        Instant givenAt,
        Optional<Instant> validUntil,
        String givenBy,
        String method) {

    public NewConsent {
        recipients = List.copyOf(recipients);
        categories = List.copyOf(categories);
    }

    JsonNode json() {
        var tree = JsonText.object()
                .put("id", id.toString())
                .put("case", caseId.value())
                .put("subject", subject.value());
        var to = tree.putArray("recipients");
        recipients.forEach(recipient -> to.add(recipient.value()));
        var of = tree.putArray("categories");
        categories.forEach(category -> of.add(category.code()));
        tree.put("kind", kind).put("explicit", explicit).put("givenAt", givenAt.getEpochSecond());
        validUntil.ifPresent(moment -> tree.put("validUntil", moment.getEpochSecond()));
        return tree.put("givenBy", givenBy).put("method", method);
    }
}

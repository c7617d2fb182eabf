package nl.spil.administration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.ledger.EntryKind;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is kept, and what the ledger is told of it. Remarks are for whoever may read the proposal; the ledger keeps
 * their digest, so that nobody changes them later.
 */
record StepRow(
        EntryKind entryKind,
        String kind,
        @Nullable String verdict,
        @Nullable String remarks,
        @Nullable List<String> articles,
        @Nullable String replay,
        @Nullable Instant moment) {

    static StepRow of(Step step) {
        return switch (step) {
            case Step.Review review ->
                new StepRow(
                        EntryKind.POLICY_REVIEWED,
                        "REVIEW",
                        review.positive() ? "POSITIVE" : "NEGATIVE",
                        review.remarks(),
                        review.articles(),
                        null,
                        null);
            case Step.Approval approval ->
                new StepRow(EntryKind.POLICY_APPROVED, "APPROVAL", null, null, null, approval.replay(), null);
            case Step.Rejection rejection ->
                new StepRow(EntryKind.POLICY_REJECTED, "REJECTION", null, rejection.remarks(), null, null, null);
            case Step.Order order ->
                new StepRow(EntryKind.POLICY_ORDERED, "ORDER", null, null, null, null, order.moment());
        };
    }

    Map<String, Object> record() {
        var record = new LinkedHashMap<String, Object>();
        if (verdict != null) {
            record.put("verdict", verdict);
        }
        if (remarks != null) {
            record.put(
                    "remarks",
                    Sha256.of(remarks.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .value());
        }
        if (articles != null) {
            record.put("articles", articles);
        }
        if (replay != null) {
            record.put("replay", replay);
        }
        if (moment != null) {
            record.put("moment", moment.toString());
        }
        return record;
    }

    @Nullable
    Object[] values(long entry, long revision, Step step) {
        return new @Nullable Object[] {
            entry,
            revision,
            kind,
            step.by().partner().value(),
            step.by().employee().value(),
            step.at(),
            verdict,
            remarks,
            articles == null ? null : articles.toArray(String[]::new),
            replay,
            moment
        };
    }
}

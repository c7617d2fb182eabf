package nl.spil.consents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.spil.consent.ConsentState;
import nl.spil.consent.RegisteredConsent;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;
import org.jspecify.annotations.Nullable;

/** A consent as its provider sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentView(
        String id,
        @JsonProperty("case") String caseId,
        String subject,
        String provider,
        List<String> recipients,
        List<String> categories,
        String kind,
        boolean explicit,
        String givenBy,
        String givenAt,
        @Nullable String validUntil,
        String state,
        @Nullable String withdrawnAt,
        @Nullable Map<String, Object> consentReceipt,
        @Nullable Receipt receipt) {

    static ConsentView of(RegisteredConsent registered, Instant now) {
        var consent = registered.consent();
        var validUntil = consent.validUntil();
        var withdrawal = registered.withdrawal();
        return new ConsentView(
                consent.id().toString(),
                consent.caseId().value(),
                consent.subject().value(),
                consent.provider().value(),
                consent.recipients().stream().map(Oin::value).toList(),
                consent.categories().stream().map(DataCategory::code).toList(),
                consent.kind().name(),
                consent.explicit(),
                consent.givenBy().name(),
                consent.givenAt().toString(),
                validUntil == null ? null : validUntil.toString(),
                state(registered.stateAt(now)),
                withdrawal == null ? null : withdrawal.at().toString(),
                null,
                null);
    }

    private static String state(ConsentState state) {
        return switch (state) {
            case ConsentState.Given() -> "GIVEN";
            case ConsentState.NotYet() -> "NOT_YET_GIVEN";
            case ConsentState.Withdrawn _ -> "WITHDRAWN";
            case ConsentState.Expired _ -> "EXPIRED";
        };
    }

    ConsentView with(Map<String, Object> forTheSubject, Receipt proof) {
        return new ConsentView(
                id,
                caseId,
                subject,
                provider,
                recipients,
                categories,
                kind,
                explicit,
                givenBy,
                givenAt,
                validUntil,
                state,
                withdrawnAt,
                forTheSubject,
                proof);
    }
}

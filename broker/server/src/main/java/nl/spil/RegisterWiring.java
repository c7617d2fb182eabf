package nl.spil;

import java.time.Clock;
import java.util.Map;
import nl.spil.casefile.CaseKeys;
import nl.spil.consent.ChangeRecorder;
import nl.spil.consent.Consent;
import nl.spil.consent.ConsentChange;
import nl.spil.consent.ConsentRegister;
import nl.spil.consent.PrivateText;
import nl.spil.decision.ActivationRecorder;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.WorkFailed;
import nl.spil.ledger.Writing;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.LeafHeader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands "record this change" to modules that must not know the ledger. */
@Configuration(proxyBeanMethods = false)
class RegisterWiring {

    @Bean
    ConsentRegister consentRegister(JdbcClient jdbc, CaseKeys keys, Ledger ledger, Clock clock) {
        return ConsentRegister.over(jdbc, underCaseKey(keys), consentRecorder(ledger), clock);
    }

    /** A consent is a fact of its case: whoever decided on the case before decides again. */
    static ChangeRecorder consentRecorder(Ledger ledger) {
        return (change, rowsAt) -> {
            var draft = draft(change);
            var writing = Writing.of(draft)
                    .bumping(FactScope.caseFile(change.consent().caseId()))
                    .with((rows, positions) -> {
                        for (var row : rowsAt.of(positions.getFirst().index())) {
                            rows.insert(row.sql(), row.values().toArray());
                        }
                    });
            try {
                return ledger.record(writing).of(draft).index();
            } catch (WorkFailed refused) {
                throw refused.duplicate() ? new ChangeRecorder.AlreadyRecorded(refused) : refused;
            }
        };
    }

    static PrivateText underCaseKey(CaseKeys keys) {
        return new PrivateText() {
            @Override
            public byte[] seal(CaseId caseId, String text) {
                return keys.of(caseId).seal("consent", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }

            @Override
            public String open(CaseId caseId, byte[] sealed) {
                return new String(keys.of(caseId).open("consent", sealed), java.nio.charset.StandardCharsets.UTF_8);
            }
        };
    }

    private static Draft<Consent> draft(ConsentChange change) {
        var consent = change.consent();
        var kind = switch (change) {
            case ConsentChange.Given _ -> EntryKind.CONSENT_GIVEN;
            case ConsentChange.Withdrawn _ -> EntryKind.CONSENT_WITHDRAWN;
        };
        var record = Map.of(
                "consent", consent.id().toString(),
                "case", consent.caseId().value(),
                "subject", consent.subject().value(),
                "recipients", consent.recipients().stream().map(Oin::value).toList(),
                "categories",
                        consent.categories().stream().map(DataCategory::code).toList(),
                "kind", consent.kind().name(),
                "expressed", consent.explicit() ? "EXPLICITLY" : "NOT_EXPLICITLY",
                "givenBy", consent.givenBy().name(),
                "actor", change.by().value());
        return Draft.of(consent, kind, LeafHeader.none().from(consent.provider()), record);
    }

    /** Other rules are other facts: what was decided by the old ones is decided again. */
    @Bean
    ActivationRecorder activationRecorder(Ledger ledger) {
        return new RecordedActivations(ledger);
    }
}

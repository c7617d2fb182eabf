package nl.spil.disclosure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.spil.casefile.CaseFile;
import nl.spil.casefile.DataSubject;
import nl.spil.decision.CaseFacts;
import nl.spil.decision.ItemFacts;
import nl.spil.decision.PartnerFacts;
import nl.spil.decision.Partnership;
import nl.spil.decision.Question;
import nl.spil.decision.RecipientFacts;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.FactsVersions;
import nl.spil.ledger.StaleFacts;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is so now around a question, each fact with its version. It judges nothing: what is not known is absent
 * from the question, and policy refuses on that.
 *
 * <p>Facts may come from memory, since whoever records a decision has the ledger check their versions. When that check
 * fails, {@link #forget} makes the next reading a fresh one.
 */
public final class FactsPoint {
    private final KnownFacts known;
    private final InstantSource clock;

    FactsPoint(KnownFacts known, InstantSource clock) {
        this.known = known;
        this.clock = clock;
    }

    /** The question that belongs to what is asked; empty when there is no such case. */
    public Optional<Facts> factsFor(Asked asked) {
        return known.caseFacts(asked.caseId()).map(inCase -> facts(asked, inCase));
    }

    /** Whether the partner takes part in the case now; to one that does not, there is no such case. */
    public boolean takesPart(Oin partner, CaseId caseId) {
        if (!admits(partner, caseId)) {
            // Nothing is recorded of a denial, so nothing would ever tell that it came from an old memory.
            known.forget(List.of(FactScope.caseFile(caseId)));
            return admits(partner, caseId);
        }
        return true;
    }

    /** Whom the case is about, as far as the broker knows. */
    List<DataSubject> subjects(CaseId caseId) {
        return known.caseFacts(caseId)
                .map(inCase -> List.copyOf(inCase.caseFile().subjects().values()))
                .orElse(List.of());
    }

    private boolean admits(Oin partner, CaseId caseId) {
        return known.caseFacts(caseId)
                .flatMap(inCase -> inCase.caseFile().admissionAt(partner, clock.instant()))
                .isPresent();
    }

    /** Drops what turned out to have changed. */
    public void forget(StaleFacts stale) {
        known.forget(stale.scopes());
    }

    private Facts facts(Asked asked, KnownFacts.InCase inCase) {
        var reading = new Reading(inCase, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var question = reading.question(asked);
        return new Facts(question, FactsVersions.of(reading.versions));
    }

    /** One gathering: every fact that is looked at leaves its version behind. */
    private final class Reading {
        private final KnownFacts.InCase inCase;
        private final Instant time;
        private final TreeMap<FactScope, Long> versions = new TreeMap<>();

        Reading(KnownFacts.InCase inCase, Instant time) {
            this.inCase = inCase;
            this.time = time;
            versions.put(FactScope.caseFile(inCase.caseFile().id()), inCase.version());
            versions.put(FactScope.policy(), known.policyVersion());
        }

        Question question(Asked asked) {
            var recipients =
                    asked.recipients().stream().map(AskedRecipient::partner).toList();
            return new Question(
                    asked.action(),
                    asked.purpose(),
                    caseFacts(inCase.caseFile()),
                    partner(asked.provider()),
                    asked.items().stream().map(this::item).toList(),
                    asked.recipients().stream()
                            .map(one -> new RecipientFacts(partner(one.partner()), one.actor()))
                            .toList(),
                    time,
                    partnership(),
                    asked.actor(),
                    asked.necessity(),
                    asked.grounds(),
                    inCase.consents().inForce(asked.provider(), recipients, time));
        }

        private PartnerFacts partner(Oin oin) {
            var directory = known.partner(oin);
            versions.put(FactScope.partner(oin), directory.version());
            return directory
                    .partner()
                    .map(partner -> inCase.caseFile()
                            .admissionAt(oin, time)
                            .map(admission -> new PartnerFacts(
                                    oin, partner.type(), admission.participantClass(), true, admission.until()))
                            .orElseGet(() ->
                                    new PartnerFacts(oin, partner.type(), partner.participantClass(), false, null)))
                    .orElseGet(() -> PartnerFacts.unknown(oin));
        }

        private ItemFacts item(AskedItem item) {
            var subject = Optional.ofNullable(inCase.caseFile().subjects().get(item.subject()));
            return new ItemFacts(
                    item.id(),
                    item.category(),
                    item.answerType(),
                    item.subject(),
                    subject.map(known -> known.ageBand()).orElse(null),
                    subject.map(known -> known.role().name()).orElse(null));
        }

        private @Nullable Partnership partnership() {
            return known.partnership().map(this::noted).orElse(null);
        }

        private Partnership noted(KnownFacts.Agreement agreement) {
            versions.put(FactScope.partnership(agreement.partnership().id()), agreement.version());
            return agreement.partnership();
        }
    }

    private static CaseFacts caseFacts(CaseFile file) {
        return new CaseFacts(
                file.id(),
                file.purpose(),
                file.goalSet(),
                file.type().name(),
                file.stage().stage(),
                file.shielded());
    }
}

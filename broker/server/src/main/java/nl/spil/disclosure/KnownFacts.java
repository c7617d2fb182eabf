package nl.spil.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.spil.casefile.CaseFile;
import nl.spil.casefile.CaseFiles;
import nl.spil.consent.CaseConsents;
import nl.spil.consent.ConsentRegister;
import nl.spil.decision.Partnership;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.FactsVersions;
import nl.spil.partner.Partner;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;

/** What the registers said when they were last asked, with the version each had just before it was asked. */
final class KnownFacts {
    private final Registers registers;
    private final Function<List<FactScope>, FactsVersions> versions;
    private final Recent<FactScope, InCase> cases = new Recent<>(10_000);
    private final Recent<FactScope, InDirectory> partners = new Recent<>(10_000);
    private final Recent<FactScope, Agreement> agreements = new Recent<>(1);

    KnownFacts(Registers registers, Function<List<FactScope>, FactsVersions> versions) {
        this.registers = registers;
        this.versions = versions;
    }

    /** The case with all its consents; a case that is not there is not remembered. */
    Optional<InCase> caseFacts(CaseId id) {
        var scope = FactScope.caseFile(id);
        return cases.find(scope).or(() -> {
            var version = versionOf(scope);
            var read = registers
                    .cases()
                    .find(id)
                    .map(file -> new InCase(file, registers.consents().ofCase(id), version));
            read.ifPresent(inCase -> cases.keep(scope, inCase));
            return read;
        });
    }

    InDirectory partner(Oin oin) {
        return kept(
                partners,
                FactScope.partner(oin),
                version -> new InDirectory(registers.directory().apply(oin), version));
    }

    Optional<Agreement> partnership() {
        return registers.partnership().get().map(this::agreement);
    }

    private Agreement agreement(Partnership partnership) {
        return kept(
                agreements, FactScope.partnership(partnership.id()), version -> new Agreement(partnership, version));
    }

    /** The version at which the rules that decide here were the newest. */
    long policyVersion() {
        return registers.policy().version();
    }

    void forget(Collection<FactScope> scopes) {
        for (var scope : scopes) {
            List.of(cases, partners, agreements).forEach(kept -> kept.drop(scope));
        }
        if (scopes.contains(FactScope.policy())) {
            registers.policy().follow();
        }
    }

    /** The version is read first: should the fact change in between, the ledger finds the version stale. */
    private <V> V kept(Recent<FactScope, V> memory, FactScope scope, Function<Long, V> reading) {
        return memory.find(scope).orElseGet(() -> {
            var read = reading.apply(versionOf(scope));
            memory.keep(scope, read);
            return read;
        });
    }

    private long versionOf(FactScope scope) {
        return versions.apply(List.of(scope)).versions().getOrDefault(scope, 0L);
    }

    /** The registers that state facts. */
    record Registers(
            CaseFiles cases,
            ConsentRegister consents,
            Function<Oin, Optional<Partner>> directory,
            Supplier<Optional<Partnership>> partnership,
            PolicyInUse policy) {}

    /** Which rules decide here, as a fact. */
    interface PolicyInUse {
        long version();

        /** Takes the newest rules, when those in use here turned out to be older. */
        void follow();
    }

    record InCase(CaseFile caseFile, CaseConsents consents, long version) {}

    record InDirectory(Optional<Partner> partner, long version) {}

    record Agreement(Partnership partnership, long version) {}
}

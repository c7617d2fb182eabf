package nl.spil.decision;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at rules that want to be used, in one fixed order; the first thing that is wrong ends it. */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final BundleKey key;
    private final Set<String> obligations;
    private final Function<PolicyBundle, Engine> engines;

    /** @param obligations that this build knows how to meet */
    Admission(BundleKey key, Set<String> obligations, Function<PolicyBundle, Engine> engines) {
        this.key = key;
        this.obligations = Set.copyOf(obligations);
        this.engines = engines;
    }

    /** How far it came. */
    sealed interface Verdict {}

    /** @param engine that runs it already; whoever gets it retires it */
    record Ready(BundleArchive archive, Engine engine) implements Verdict {}

    record Same(PolicyVersion policy) implements Verdict {}

    record Not(RefusedBecause reason) implements Verdict {}

    Verdict admitted(byte[] offered, PolicyVersion inUse) {
        var whole = whole(offered);
        if (whole.isEmpty()) {
            return new Not(RefusedBecause.NOT_WHOLE);
        }
        var archive = whole.get();
        if (!key.signed(archive)) {
            return new Not(RefusedBecause.SIGNATURE_UNKNOWN);
        }
        if (archive.version().equals(inUse)) {
            return new Same(inUse);
        }
        return unfit(archive, inUse).<Verdict>map(Not::new).orElseGet(() -> tried(archive));
    }

    /** What can be said before anybody approved and signed it. */
    Examined examined(byte[] offered, PolicyVersion inUse) {
        var whole = whole(offered);
        if (whole.isEmpty()) {
            return new Examined.Unusable(RefusedBecause.NOT_WHOLE);
        }
        var archive = whole.get();
        if (archive.file(BundleArchive.SIGNATURES).isPresent() && !key.signed(archive)) {
            return new Examined.Unusable(RefusedBecause.SIGNATURE_UNKNOWN);
        }
        return unfit(archive, inUse)
                .<Examined>map(Examined.Unusable::new)
                .orElseGet(() -> new Examined.Usable(archive));
    }

    private static Optional<BundleArchive> whole(byte[] offered) {
        try {
            return Optional.of(BundleArchive.read(offered));
        } catch (BundleRefused refused) {
            LOG.warn("this is no bundle of rules: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    private Optional<RefusedBecause> unfit(BundleArchive archive, PolicyVersion inUse) {
        if (archive.version().revision() <= inUse.revision()) {
            return Optional.of(RefusedBecause.NOT_NEWER);
        }
        return obligations.containsAll(archive.bundle().obligations())
                ? Optional.empty()
                : Optional.of(RefusedBecause.OBLIGATION_UNKNOWN);
    }

    /** Whatever goes wrong while strange rules start, they are not used. */
    private Verdict tried(BundleArchive archive) {
        try {
            return new Ready(archive, answering(archive));
        } catch (RuntimeException noAnswer) {
            LOG.warn(
                    "rules of revision {} give no exact answer: {}",
                    archive.version().revision(),
                    noAnswer.getMessage());
            return new Not(RefusedBecause.NO_EXACT_ANSWER);
        }
    }

    private Engine answering(BundleArchive archive) {
        var engine = engine(archive);
        try {
            Probe.put(engine);
            return engine;
        } catch (RuntimeException noAnswer) {
            engine.retire();
            throw noAnswer;
        }
    }

    Engine engine(BundleArchive archive) {
        return engines.apply(archive.bundle());
    }

    BundleArchive signed(BundleArchive archive) {
        return key.signed(archive) ? archive : key.sign(archive);
    }
}

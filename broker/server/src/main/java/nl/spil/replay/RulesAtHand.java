package nl.spil.replay;

import nl.spil.decision.BundleArchive;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.Rehearsal;
import org.jspecify.annotations.Nullable;

/** Rules that were used here, ready to be asked; the last ones asked for stay at hand, since compiling takes seconds. */
final class RulesAtHand implements AutoCloseable {
    private final PolicyBundles bundles;
    private @Nullable Rehearsal last;

    RulesAtHand(PolicyBundles bundles) {
        this.bundles = bundles;
    }

    /** What is done with rules while they are open. */
    interface Asking<T> {
        T ask(Rehearsal rules);
    }

    PolicyVersion inUse() {
        return bundles.version();
    }

    /** One at a time; throws {@link IllegalStateException} when these rules were never used here. */
    synchronized <T> T with(PolicyVersion version, Asking<T> asking) {
        var rules = last;
        if (rules == null || !rules.version().equals(version)) {
            close();
            rules = Rehearsal.of(archive(version), 1);
            last = rules;
        }
        return asking.ask(rules);
    }

    private BundleArchive archive(PolicyVersion version) {
        return bundles.archive(version)
                .orElseThrow(() -> new IllegalStateException(
                        "the rules of revision " + version.revision() + " are not kept here"));
    }

    @Override
    public synchronized void close() {
        if (last != null) {
            last.close();
            last = null;
        }
    }
}

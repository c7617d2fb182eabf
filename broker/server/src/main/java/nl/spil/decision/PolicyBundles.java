package nl.spil.decision;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import nl.spil.decision.ActivationRecorder.Overtaken;
import nl.spil.decision.Activations.Made;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that decide here. They may change while questions are under way: who asked is answered by the rules it asked,
 * and what rules decided that are no longer the newest does not commit, on whichever node.
 */
public final class PolicyBundles implements PolicyDecisionPoint, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyBundles.class);
    private static final int TRIES = 3;

    private final Activations activations;
    private final Admission admission;
    private final ReentrantLock changing = new ReentrantLock();
    private final AtomicReference<InUse> inUse;
    private final @Nullable PolicyVersion waiting;

    private PolicyBundles(Activations activations, Admission admission, BundleArchive committed) {
        this.activations = activations;
        this.admission = admission;
        var version = activations.version();
        this.inUse = new AtomicReference<>(loaded(newest(), version));
        this.waiting = committed.version().revision() > version().revision() ? committed.version() : null;
    }

    /**
     * Goes on with the rules this installation used last; one that keeps none takes those it came with. Rules that come
     * with an update of the software are never taken by themselves: they wait for approval like any other.
     */
    static PolicyBundles start(Activations activations, Admission admission, BundleArchive committed) {
        if (!activations.keepsAny()) {
            firstUse(activations, admission, committed);
        }
        var bundles = new PolicyBundles(activations, admission, committed);
        bundles.waiting()
                .ifPresent(newer -> LOG.warn(
                        "rules of revision {} came with this software and wait for approval; revision {} stays in use",
                        newer.revision(),
                        bundles.version().revision()));
        return bundles;
    }

    private static void firstUse(Activations activations, Admission admission, BundleArchive committed) {
        var readAt = activations.version();
        var newest = activations.newest().map(Made::policy);
        if (newest.isPresent() && newest.get().equals(committed.version())) {
            activations.keep(committed);
        } else if (newest.isPresent()
                && newest.get().revision() >= committed.version().revision()) {
            throw new BundleRefused("these rules are not newer than revision "
                    + newest.get().revision() + ", which was used here before");
        } else {
            activations.activate(admission.signed(committed), readAt, new Mandate.FirstStart());
        }
    }

    @Override
    public Decision decide(Question question) {
        while (true) {
            var engine = now().engine();
            if (engine.enter()) {
                try {
                    return engine.decide(question);
                } finally {
                    engine.leave();
                }
            }
        }
    }

    /** Which rules decide on this node now. */
    public PolicyVersion version() {
        return now().policy();
    }

    /** The words of the rules that decide now. */
    public PolicyTexts texts() {
        return PolicyTexts.through(() -> now().texts());
    }

    /** At which version of the policy's facts these rules were the newest; read it before deciding. */
    public long factsVersion() {
        return now().factsVersion();
    }

    InUse now() {
        return inUse.get();
    }

    /** Rules that came with this software, are newer than those in use, and were not approved yet. */
    public Optional<PolicyVersion> waiting() {
        return Optional.ofNullable(waiting)
                .filter(newer -> newer.revision() > version().revision());
    }

    /** The archive of rules that are or were in use here. */
    public Optional<BundleArchive> archive(PolicyVersion policy) {
        return activations.archive(policy);
    }

    /** The archive under the signature of this installation; one that another key signed is signed over. */
    public BundleArchive signed(BundleArchive archive) {
        return admission.signed(archive);
    }

    /** What would become of this archive, as far as can be said before it is signed and tried. */
    public Examined examine(byte[] archive) {
        return admission.examined(archive, version());
    }

    /**
     * Puts rules to use, in this order: whole and unchanged, signed by this installation, newer than all before, nothing
     * asked that this build cannot do, compiled and answering exactly, recorded; and only then they decide.
     */
    public Offer offer(byte[] archive, Mandate mandate) {
        changing.lock();
        try {
            for (var attempt = 1; ; attempt++) {
                try {
                    return considered(archive, mandate);
                } catch (Overtaken meanwhile) {
                    if (attempt == TRIES) {
                        throw new DecisionUnavailable("other rules keep being activated", meanwhile);
                    }
                }
            }
        } finally {
            changing.unlock();
        }
    }

    private Offer considered(byte[] offered, Mandate mandate) {
        followed();
        return switch (admission.admitted(offered, version())) {
            case Admission.Same(var policy) -> new Offer.AlreadyInUse(policy);
            case Admission.Not(var reason) -> new Offer.Refused(reason);
            case Admission.Ready(var archive, var engine) -> activated(archive, engine, mandate);
        };
    }

    private Offer activated(BundleArchive archive, Engine engine, Mandate mandate) {
        var readAt = factsVersion();
        try {
            var made = activations.activate(archive, readAt, mandate);
            swap(inUse(archive, engine, made, readAt + 1));
            return new Offer.Accepted(made.policy(), made.entry());
        } catch (RuntimeException notRecorded) {
            engine.retire();
            throw notRecorded;
        }
    }

    /** Takes what another node activated; costs one look at a version when there is nothing. */
    public void follow() {
        changing.lock();
        try {
            followed();
        } finally {
            changing.unlock();
        }
    }

    /** The version is read first: should rules be activated in between, the ledger finds the version stale. */
    private void followed() {
        var version = activations.version();
        if (version == factsVersion()) {
            return;
        }
        var newest = newest();
        if (newest.policy().equals(version())) {
            inUse.set(now().at(version));
        } else {
            swap(loaded(newest, version));
        }
    }

    private Made newest() {
        return activations.newest().orElseThrow(() -> new BundleRefused("no rules were ever activated here"));
    }

    private InUse loaded(Made made, long version) {
        var archive = activations
                .archive(made.policy())
                .orElseThrow(() -> new BundleRefused("the archive of revision "
                        + made.policy().revision() + ", which is in use, is not kept whole in the database"));
        return inUse(archive, admission.engine(archive), made, version);
    }

    private static InUse inUse(BundleArchive archive, Engine engine, Made made, long version) {
        return new InUse(made.policy(), engine, PolicyTexts.of(archive.bundle()), made.at(), version);
    }

    private void swap(InUse next) {
        var before = Objects.requireNonNull(inUse.getAndSet(next));
        LOG.info("rules of revision {} are in use", next.policy().revision());
        before.engine().retire();
    }

    @Override
    public void close() {
        now().engine().retire();
    }
}

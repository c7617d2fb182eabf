package nl.spil.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the provider states for sharing: its judgment of necessity and the grounds it relies on. */
public record Motives(
        @Nullable Necessity necessity,
        Set<SecrecyBasis> secrecyBases,
        @Nullable GoodCare goodCare,
        @Nullable PoliceAuthority policeAuthority) {

    public Motives {
        secrecyBases = Set.copyOf(secrecyBases);
    }

    /** Nothing stated; whatever needs a motive is then refused. */
    public static Motives none() {
        return new Motives(null, Set.of(), null, null);
    }
}

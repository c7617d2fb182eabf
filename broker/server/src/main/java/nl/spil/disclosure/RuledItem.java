package nl.spil.disclosure;

import java.util.List;
import nl.spil.decision.Basis;
import nl.spil.decision.Reason;

/** What policy ruled on one item for one recipient, with the labels it was judged by. */
sealed interface RuledItem {
    AskedItem item();

    /** It may be released, on these grounds. */
    record Permitted(AskedItem item, List<Basis> bases) implements RuledItem {
        public Permitted {
            bases = List.copyOf(bases);
        }
    }

    /** It stays sealed, for these reasons; the codes say what would make it allowed. */
    record Refused(AskedItem item, List<Reason> reasons, List<String> wouldHelp) implements RuledItem {
        public Refused {
            reasons = List.copyOf(reasons);
            wouldHelp = List.copyOf(wouldHelp);
        }
    }
}

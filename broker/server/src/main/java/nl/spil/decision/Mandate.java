package nl.spil.decision;

import java.util.Map;

/** On whose word rules are put to use; stands in the entry of their activation. */
public sealed interface Mandate {

    /** The members it adds to the record of the entry. */
    Map<String, ?> record();

    /** An installation that never used any rules takes those it came with. */
    record FirstStart() implements Mandate {
        @Override
        public Map<String, ?> record() {
            return Map.of("by", "first-start");
        }
    }

    /** The place this installation was told to follow had them, signed with its own bundle key. */
    record Source() implements Mandate {
        @Override
        public Map<String, ?> record() {
            return Map.of("by", "source");
        }
    }

    /**
     * A proposal of which nothing was missing.
     *
     * @param record who wrote, reviewed, approved and ordered it, and the digests of what they had seen
     */
    record Proposal(Map<String, ?> record) implements Mandate {
        public Proposal {
            record = Map.copyOf(record);
        }
    }
}

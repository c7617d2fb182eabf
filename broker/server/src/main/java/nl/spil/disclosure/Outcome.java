package nl.spil.disclosure;

import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;

/** What became of an exchange for one recipient; recorded either way. */
sealed interface Outcome {
    Ruling ruling();

    default Oin recipient() {
        return ruling().recipient();
    }

    /** What policy ruled, as the thing to record: a disclosure as soon as one item is permitted. */
    static Outcome of(Ruling ruling) {
        return ruling.permitted().isEmpty() ? new Refusal(ruling) : new Disclosure(DisclosureId.random(), ruling);
    }

    /** The release to one recipient of the items policy permits it. */
    record Disclosure(DisclosureId id, Ruling ruling) implements Outcome {
        public Disclosure {
            if (ruling.permitted().isEmpty()) {
                throw new IllegalArgumentException("a disclosure discloses something");
            }
        }
    }

    /** Nothing was permitted. */
    record Refusal(Ruling ruling) implements Outcome {
        public Refusal {
            if (!ruling.permitted().isEmpty()) {
                throw new IllegalArgumentException("a refusal refuses everything");
            }
        }
    }
}

package nl.spil.partner;

import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;

/** An organisation that takes part, as the directory shows it to every other. */
public record Partner(Oin oin, String name, PartnerType type, ParticipantClass participantClass) {
    /** The type of the one that runs the broker. */
    public static final PartnerType OPERATOR = new PartnerType("BROKER");

    static final int LONGEST_NAME = 200;

    public Partner {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a partner has a name of at most " + LONGEST_NAME + " characters");
        }
    }

    /** The one that runs the broker. */
    public boolean isOperator() {
        return type.equals(OPERATOR);
    }
}

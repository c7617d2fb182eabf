package nl.spil.consent;

import java.time.Instant;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it stands in the register.
 *
 * @param entry where its registration was recorded
 * @param withdrawal absent as long as it was not withdrawn
 */
public record RegisteredConsent(
        Consent consent,
        Instant registeredAt,
        long entry,
        @Nullable Withdrawal withdrawal) {

    /** Where the consent stands at a moment; read with a switch. */
    public ConsentState stateAt(Instant moment) {
        if (withdrawal != null && !moment.isBefore(withdrawal.at())) {
            return new ConsentState.Withdrawn(withdrawal.at());
        }
        var validUntil = consent.validUntil();
        if (validUntil != null && !moment.isBefore(validUntil)) {
            return new ConsentState.Expired(validUntil);
        }
        return moment.isBefore(consent.givenAt()) ? new ConsentState.NotYet() : new ConsentState.Given();
    }

    /** Once withdrawn it never holds for a new decision, whatever the clock of the deciding node says. */
    boolean inForceAt(Instant moment) {
        return withdrawal == null && stateAt(moment) instanceof ConsentState.Given;
    }

    ConsentInForce towards(Oin recipient) {
        return new ConsentInForce(
                consent.id(),
                consent.subject(),
                consent.provider(),
                recipient,
                consent.categories(),
                consent.explicit(),
                consent.kind(),
                consent.givenAt(),
                consent.validUntil());
    }
}

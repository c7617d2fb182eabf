package nl.spil.consent;

import java.time.Instant;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it stands in the register.
 *
 * @param withdrawnAt from when it no longer holds; absent as long as it was not withdrawn
 */
public record RegisteredConsent(
        Consent consent, Instant registeredAt, @Nullable Instant withdrawnAt) {

    /** Where the consent stands at a moment; read with a switch. */
    public ConsentState stateAt(Instant moment) {
        if (withdrawnAt != null && !moment.isBefore(withdrawnAt)) {
            return new ConsentState.Withdrawn(withdrawnAt);
        }
        var validUntil = consent.validUntil();
        if (validUntil != null && !moment.isBefore(validUntil)) {
            return new ConsentState.Expired(validUntil);
        }
        return moment.isBefore(consent.givenAt()) ? new ConsentState.NotYet() : new ConsentState.Given();
    }

    boolean inForceAt(Instant moment) {
        return stateAt(moment) instanceof ConsentState.Given;
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

package nl.spil.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the request that this thread answers. */
public final class Callers {
    private Callers() {}

    /** Empty for a stranger. */
    public static Optional<CallingPartner> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PartnerAuthentication partner
                ? Optional.of(partner.caller())
                : Optional.empty();
    }
}

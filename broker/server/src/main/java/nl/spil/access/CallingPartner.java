package nl.spil.access;

import java.util.Set;
import nl.spil.partner.Partner;
import nl.spil.protocol.Oin;

/**
 * The partner whose system makes this call, proven by a token bound to its key or certificate; controllers ask for it
 * as an argument.
 *
 * @param scopes what the token is good for
 */
public record CallingPartner(Partner partner, Set<String> scopes) {
    public CallingPartner {
        scopes = Set.copyOf(scopes);
    }

    public Oin oin() {
        return partner.oin();
    }

    /** The one that runs the broker and holds a token for it. */
    public boolean isOperator() {
        return partner.isOperator() && scopes.contains("spil.operate");
    }
}

package nl.spil.ledger;

import java.util.regex.Pattern;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;

/**
 * A part of the facts that has a version of its own: one case, one partner, one partnership, or the policy.
 *
 * @param value kind and id, like `case:…`
 */
public record FactScope(String value) implements Comparable<FactScope> {
    private static final Pattern SHAPE = Pattern.compile("(case|partner|partnership):[A-Za-z0-9._-]{1,64}|policy");

    public FactScope {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a fact scope is a kind and an id");
        }
    }

    /** Admission, stage, consents and restrictions of one case. */
    public static FactScope caseFile(CaseId id) {
        return new FactScope("case:" + id);
    }

    /** Keys, type and assignments of one partner. */
    public static FactScope partner(Oin oin) {
        return new FactScope("partner:" + oin);
    }

    /** The agreement of one partnership. */
    public static FactScope partnership(String id) {
        return new FactScope("partnership:" + id);
    }

    /** The policy bundle that decides. */
    public static FactScope policy() {
        return new FactScope("policy");
    }

    @Override
    public int compareTo(FactScope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

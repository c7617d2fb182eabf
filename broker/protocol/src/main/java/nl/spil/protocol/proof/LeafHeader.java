package nl.spil.protocol.proof;

import java.util.regex.Pattern;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What stands readable in the leaf of an entry: organisations and random ids, never a person or a case.
 *
 * @param exchange the exchange that the entry is about
 * @param from the partner that acts or provides
 * @param to the partner that receives or is concerned
 * @param verdict what was decided
 * @param policy digest of the policy bundle that decided, `sha256:…`
 * @param release digest of the release that was signed, on a collection
 */
public record LeafHeader(
        @Nullable ExchangeId exchange,
        @Nullable Oin from,
        @Nullable Oin to,
        @Nullable Verdict verdict,
        @Nullable String policy,
        @Nullable Sha256 release) {
    private static final Pattern POLICY = Pattern.compile("sha256:([0-9a-f]{64}|[A-Za-z0-9_-]{43})");
    private static final LeafHeader NONE = new LeafHeader(null, null, null, null, null, null);

    public LeafHeader {
        if (policy != null && !POLICY.matcher(policy).matches()) {
            throw new IllegalArgumentException("a policy is named by sha256: and the digest of its bundle");
        }
    }

    public static LeafHeader none() {
        return NONE;
    }

    public LeafHeader exchange(ExchangeId id) {
        return new LeafHeader(id, from, to, verdict, policy, release);
    }

    public LeafHeader from(Oin partner) {
        return new LeafHeader(exchange, partner, to, verdict, policy, release);
    }

    public LeafHeader to(Oin partner) {
        return new LeafHeader(exchange, from, partner, verdict, policy, release);
    }

    public LeafHeader verdict(Verdict decided) {
        return new LeafHeader(exchange, from, to, decided, policy, release);
    }

    public LeafHeader policy(String digest) {
        return new LeafHeader(exchange, from, to, verdict, digest, release);
    }

    public LeafHeader release(Sha256 digest) {
        return new LeafHeader(exchange, from, to, verdict, policy, digest);
    }
}

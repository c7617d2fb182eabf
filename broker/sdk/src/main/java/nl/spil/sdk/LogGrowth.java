package nl.spil.sdk;

import nl.spil.protocol.Base64Url;
import nl.spil.protocol.proof.ConsistencyProof;
import nl.spil.protocol.proof.Hash;

/** Asks the broker to show that its log only grew. */
final class LogGrowth implements LogMemory.Growth {
    private final Broker broker;

    LogGrowth(Broker broker) {
        this.broker = broker;
    }

    @Override
    public ConsistencyProof between(long earlier, long later) {
        var path = "/v1/log/proofs/consistency?from=" + earlier + "&to=" + later;
        try {
            var answer = broker.call(Call.get(path, Scope.LOG)).json();
            var hashes = answer.path("path")
                    .valueStream()
                    .map(hash -> Hash.of(Base64Url.decode(hash.asString(""))))
                    .toList();
            return new ConsistencyProof(earlier, later, hashes);
        } catch (NotFound e) {
            // A log that forgot entries it once signed for has nothing to answer here.
            throw new VerificationFailed(
                    "the log cannot show that it only grew from " + earlier + " to " + later
                            + " entries: it lost entries that it signed for",
                    e);
        } catch (IllegalArgumentException e) {
            throw new VerificationFailed("the log's proof that it only grew cannot be read", e);
        }
    }
}

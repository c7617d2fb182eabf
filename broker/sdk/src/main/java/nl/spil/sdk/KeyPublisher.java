package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.KeySet;

/** Publishes a partner's own keys, and takes them back. */
final class KeyPublisher {
    private final Oin self;
    private final Broker broker;
    private final OwnKeys keys;
    private final Receipts receipts;
    private final InstantSource clock;

    KeyPublisher(Oin self, Broker broker, OwnKeys keys, Receipts receipts, InstantSource clock) {
        this.self = self;
        this.broker = broker;
        this.keys = keys;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Publishes the keys there are, after making the first ones where there are none. */
    Receipt publish() {
        if (!keys.exist()) {
            keys.renew(clock.instant());
        }
        var set = keys.nextSet(self, clock.instant()).getBytes(StandardCharsets.US_ASCII);
        var call = Call.of("PUT", path(), Scope.PARTNERS).carrying(KeySet.MEDIA_TYPE, set);
        var receipt = receipts.required(broker.call(call).json());
        var header = receipts.accept(receipt).leaf().header();
        if (!self.equals(header.from()) || !Sha256.of(set).equals(header.release())) {
            throw new VerificationFailed("the log does not hold the keys that were published");
        }
        keys.destroyOutlived(clock.instant());
        return receipt;
    }

    Receipt rotate() {
        keys.renew(clock.instant());
        return publish();
    }

    /** At once at the broker; then a fresh set without it, so that nobody who verifies for himself uses it either. */
    Receipt revoke(KeyId key) {
        var receipt = receipts.required(broker.call(Call.of("DELETE", path() + "/" + key, Scope.PARTNERS))
                .json());
        keys.drop(key);
        if (keys.mustRenew()) {
            keys.renew(clock.instant());
        }
        publish();
        return receipt;
    }

    private String path() {
        return "/v1/partners/" + self + "/keys";
    }
}

package nl.spil.sdk;

import java.util.Optional;
import nl.spil.protocol.proof.Receipt;
import tools.jackson.databind.JsonNode;

/** Receipts as they come in: checked, fitted to the history seen so far, and kept. */
final class Receipts {
    private final Folder folder;
    private final LogMemory log;

    Receipts(Folder folder, LogMemory log) {
        this.folder = folder;
        this.log = log;
    }

    /** The receipt in an answer that must have one. */
    Receipt required(JsonNode answer) {
        var receipt = OutcomeJson.receipt(answer)
                .orElseThrow(() -> new VerificationFailed("the broker gave no receipt for what it says it did"));
        accept(receipt);
        return receipt;
    }

    void accept(Optional<Receipt> receipt) {
        receipt.ifPresent(this::accept);
    }

    Receipt.Proven accept(Receipt receipt) {
        var proven = log.accept(receipt);
        folder.write("%012d.json".formatted(receipt.index()), text(receipt));
        return proven;
    }

    static byte[] text(Receipt receipt) {
        return JsonText.pretty(JsonText.object()
                .put("index", receipt.index())
                .put("leaf", receipt.leaf())
                .put("proof", receipt.proof()));
    }
}

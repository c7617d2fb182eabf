package nl.spil.sdk;

import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;

/** A receipt as a file, which anyone can check with the log's key and nothing else. */
public final class ReceiptFile {
    private ReceiptFile() {}

    /** Checks the receipt in this text, also where it stands inside an answer; throws {@link VerificationFailed}. */
    public static Receipt.Proven verify(byte[] text, LogKey log) {
        try {
            var tree = JsonText.read(text);
            var wrapped = JsonText.object();
            wrapped.set("receipt", tree.has("proof") ? tree : tree.path("receipt"));
            return OutcomeJson.receipt(wrapped)
                    .orElseThrow(() -> new IllegalArgumentException("there is no receipt in this file"))
                    .verify(log);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("this file is not a receipt: " + e.getMessage(), e);
        } catch (InvalidProof e) {
            throw new VerificationFailed("this receipt proves nothing: " + e.getMessage(), e);
        }
    }
}

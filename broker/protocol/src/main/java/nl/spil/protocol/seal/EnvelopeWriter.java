package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes a sealed exchange as bytes. All parts but the proof are base64url and codes, so nothing needs escaping. */
final class EnvelopeWriter {
    private static final int OVERHEAD = 4096;

    private final StringBuilder out;

    private EnvelopeWriter(int expected) {
        out = new StringBuilder(expected);
    }

    static byte[] write(Envelope envelope) {
        var size = envelope.triples().stream()
                .mapToInt(triple -> triple.ciphertext().length() + 1024)
                .sum();
        var writer = new EnvelopeWriter(
                size + OVERHEAD + envelope.keys().recipients().size() * 2048);
        writer.envelope(envelope);
        return writer.out.toString().getBytes(UTF_8);
    }

    private void envelope(Envelope envelope) {
        out.append('{');
        member("protected", envelope.protectedPart());
        out.append(',');
        member("payload", envelope.payloadPart());
        out.append(',');
        member("signature", envelope.signature());
        out.append(",\"header\":{\"disclosures\":[");
        each(envelope.triples().iterator(), triple -> quoted(triple.disclosure()));
        out.append("],\"edis\":[");
        each(envelope.triples().iterator(), triple -> pair(triple, triple.ciphertext()));
        out.append("],\"shares\":[");
        each(envelope.triples().iterator(), triple -> pair(triple, triple.share()));
        out.append("],\"keys\":");
        keys(envelope.keys());
        envelope.release().ifPresent(release -> {
            out.append(',');
            member("release", release);
        });
        envelope.proof()
                .ifPresent(proof -> out.append(",\"proof\":").append(JsonNodeFactory.instance.stringNode(proof)));
        out.append("}}");
    }

    private void keys(WrappedKeys keys) {
        out.append('{');
        member("protected", WrappedKeys.HEADER);
        out.append(",\"recipients\":[");
        each(keys.recipients().iterator(), this::recipient);
        out.append("],");
        member("iv", keys.nonce());
        out.append(',');
        member("ciphertext", keys.ciphertext());
        out.append(',');
        member("tag", keys.tag());
        out.append('}');
    }

    private StringBuilder recipient(WrappedKeys.Recipient recipient) {
        out.append("{\"header\":{");
        member("alg", SealingPublicKey.ALGORITHM);
        out.append(',');
        member("kid", recipient.key().value());
        out.append(',');
        member("ek", recipient.wrapped().ek());
        out.append("},");
        member("encrypted_key", recipient.wrapped().encryptedKey());
        return out.append('}');
    }

    private <T> void each(Iterator<T> elements, Consumer<T> writing) {
        while (elements.hasNext()) {
            writing.accept(elements.next());
            if (elements.hasNext()) {
                out.append(',');
            }
        }
    }

    private StringBuilder pair(Triple triple, String text) {
        out.append('[');
        quoted(triple.label().item().value()).append(',');
        return quoted(text).append(']');
    }

    private void member(String name, String text) {
        quoted(name).append(':');
        quoted(text);
    }

    private StringBuilder quoted(String text) {
        return out.append('"').append(text).append('"');
    }
}

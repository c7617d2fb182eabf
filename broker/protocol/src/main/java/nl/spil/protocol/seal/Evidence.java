package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a recipient keeps: the sender's signature with the labels and contents it covers, as RFC 9901 writes it. */
final class Evidence {
    private Evidence() {}

    static byte[] write(Envelope envelope, List<String> contents) {
        var disclosures = Stream.concat(envelope.triples().stream().map(Triple::disclosure), contents.stream())
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\",\"header\":{\"disclosures\":%s}}"
                .formatted(envelope.payloadPart(), envelope.protectedPart(), envelope.signature(), disclosures)
                .getBytes(US_ASCII);
    }
}

package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.protocol.seal.Attack.onBroker;
import static nl.spil.protocol.seal.Attack.onRecipient;
import static nl.spil.protocol.seal.SampleCase.MUNICIPALITY;
import static nl.spil.protocol.seal.SampleCase.NOW;
import static nl.spil.protocol.seal.SampleCase.PROBATION;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.SampleLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything we know somebody could try with a sealed exchange, each with the one answer to it. */
final class Attacks {
    private static final String[] ALL_LISTS = {"disclosures", "edis", "shares"};

    private Attacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                        shape(),
                        header(),
                        signature(),
                        items(),
                        keys(),
                        dates(),
                        deliveries(),
                        senders(),
                        declarations())
                .flatMap(List::stream);
    }

    private static List<Attack> shape() {
        return List.of(
                onBroker("truncated", "malformed", "not-json", sample -> {
                    var bytes = submitted(sample);
                    return Arrays.copyOf(bytes, bytes.length / 2);
                }),
                onBroker("duplicated-member-names", "malformed", "duplicated-member-names", sample -> {
                    var text = new String(submitted(sample), UTF_8);
                    return ("{\"payload\":\"\"," + text.substring(1)).getBytes(UTF_8);
                }),
                onBroker("duplicated-member-names-in-payload", "malformed", "duplicated-member-names", sample -> {
                    var tampering = tampering(sample);
                    var payload = tampering.decoded("payload");
                    return tampering
                            .replace("payload", payload.replace("\"case\":", "\"case\":\"\",\"case\":"))
                            .sign(sample.policeKey)
                            .bytes();
                }),
                onBroker(
                        "nesting-bomb",
                        "malformed",
                        "nesting-bomb",
                        sample -> new String(submitted(sample), UTF_8)
                                .replace("\"edis\":", "\"bomb\":" + "[".repeat(1000) + "]".repeat(1000) + ",\"edis\":")
                                .getBytes(UTF_8)),
                onBroker("float-number", "malformed", "float-number", sample -> {
                    var tampering = tampering(sample);
                    var payload = tampering.decoded("payload");
                    return tampering
                            .replace("payload", payload.replaceFirst("\"iat\":(\\d+)", "\"iat\":$1.5"))
                            .sign(sample.policeKey)
                            .bytes();
                }),
                onBroker("oversize", "malformed", "oversize", sample -> {
                            var text = new String(submitted(sample), UTF_8);
                            return (text + " ".repeat(SealedExchange.MAXIMUM_BYTES)).getBytes(UTF_8);
                        })
                        .large(),
                onBroker("item-oversize", "malformed", "item-oversize", sample -> {
                            var tampering = tampering(sample);
                            var content = (ArrayNode) tampering.list("edis").required(0);
                            var ciphertext = CompactJwe.seal(new byte[32], new byte[12], new byte[1024 * 1024 + 64]);
                            content.set(1, JsonNodeFactory.instance.stringNode(ciphertext));
                            return tampering.bytes();
                        })
                        .large(),
                onBroker("too-many-items", "malformed", "too-many-items", sample -> {
                            var tampering = tampering(sample);
                            for (var list : ALL_LISTS) {
                                var first = tampering.list(list).required(0);
                                while (tampering.list(list).size() <= 256) {
                                    tampering.list(list).add(first);
                                }
                            }
                            return tampering.bytes();
                        })
                        .large()
                        .codes("too-many-items", "too-many-items", "too-many-items"),
                onBroker(
                        "member-unknown",
                        "malformed",
                        "member-unknown",
                        sample -> tampering(sample)
                                .header(header -> header.put("note", "for later"))
                                .bytes()),
                onBroker("label-oversize", "malformed", "oversize", sample -> {
                            var tampering = tampering(sample);
                            return tampering
                                    .label(0, label -> label.put("subject", "A".repeat(1024)))
                                    .bytes();
                        })
                        .large(),
                onBroker(
                                "payload-oversize",
                                "malformed",
                                "oversize",
                                sample -> tampering(sample)
                                        .payload(payload -> payload.put("answers", "0".repeat(64 * 1024)))
                                        .sign(sample.policeKey)
                                        .bytes())
                        .large(),
                onBroker(
                                "too-many-items-signed",
                                "malformed",
                                "too-many-items",
                                sample -> tampering(sample)
                                        .payload(payload -> {
                                            var items = payload.putArray("items");
                                            IntStream.range(0, 264)
                                                    .forEach(i -> items.addObject()
                                                            .put(
                                                                    "...",
                                                                    Sha256.of("decoy " + i)
                                                                            .value()));
                                        })
                                        .sign(sample.policeKey)
                                        .bytes())
                        .large(),
                onBroker(
                        "content-algorithm-downgraded",
                        "malformed",
                        "member-ill-formed",
                        sample -> content(
                                sample,
                                0,
                                jwe -> Base64Url.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}")
                                        + jwe.substring(jwe.indexOf('.')))),
                onBroker(
                        "content-compressed",
                        "malformed",
                        "member-ill-formed",
                        sample -> content(
                                sample,
                                0,
                                jwe -> Base64Url.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}")
                                        + jwe.substring(jwe.indexOf('.')))),
                onBroker("padding-missing", "malformed", "member-ill-formed", sample -> {
                    var tampering = tampering(sample);
                    var content = (ArrayNode) tampering.list("edis").required(0);
                    var ciphertext = CompactJwe.seal(new byte[32], new byte[12], new byte[65]);
                    content.set(1, JsonNodeFactory.instance.stringNode(ciphertext));
                    return tampering.bytes();
                }),
                onBroker(
                        "base64-with-spare-bits",
                        "malformed",
                        "member-ill-formed",
                        sample -> tampering(sample)
                                .top(top -> {
                                    var signature = top.required("signature").stringValue();
                                    var last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
                                    var other = last.charAt(last.indexOf(signature.charAt(85)) + 1);
                                    top.put("signature", signature.substring(0, 85) + other);
                                })
                                .bytes()),
                onBroker(
                        "mixed-profiles",
                        "malformed",
                        "profile-unknown",
                        sample -> tampering(sample)
                                .payload(payload -> payload.put("schema", "urn:spil:schema:exchange:2"))
                                .sign(sample.policeKey)
                                .bytes()));
    }

    private static List<Attack> header() {
        return List.of(
                onBroker(
                                "alg-none",
                                "malformed",
                                "algorithm-refused",
                                sample -> tampering(sample)
                                        .protectedHeader(header -> header.put("alg", "none"))
                                        .top(top -> top.put("signature", ""))
                                        .bytes())
                        .codes("member-ill-formed", "algorithm-refused"),
                onBroker(
                        "algorithm-downgraded",
                        "malformed",
                        "algorithm-refused",
                        sample -> tampering(sample)
                                .protectedHeader(header -> header.put("alg", "HS256"))
                                .bytes()),
                onBroker(
                        "algorithm-of-another-key",
                        "refused",
                        "algorithm-not-of-key",
                        sample -> tampering(sample)
                                .protectedHeader(header -> header.put("alg", "Ed25519"))
                                .sign(sample.policeKey)
                                .bytes()),
                onBroker(
                        "crit-unknown",
                        "malformed",
                        "crit-unknown",
                        sample -> tampering(sample)
                                .protectedHeader(
                                        header -> header.putArray("crit").add("b64"))
                                .sign(sample.policeKey)
                                .bytes()),
                onBroker(
                        "zip-present",
                        "malformed",
                        "zip-present",
                        sample -> tampering(sample)
                                .protectedHeader(header -> header.put("zip", "DEF"))
                                .sign(sample.policeKey)
                                .bytes()),
                onBroker(
                        "key-in-message",
                        "malformed",
                        "member-unknown",
                        sample -> tampering(sample)
                                .protectedHeader(header -> header.set(
                                        "jwk", sample.strangerKey.verification().toJwk()))
                                .sign(sample.strangerKey)
                                .bytes()),
                onBroker(
                        "type-of-another-message",
                        "malformed",
                        "profile-unknown",
                        sample -> tampering(sample)
                                .protectedHeader(header -> header.put("typ", "spil-release+jwt"))
                                .sign(sample.policeKey)
                                .bytes()),
                onBroker(
                        "two-signatures",
                        "malformed",
                        "two-signatures",
                        sample -> tampering(sample)
                                .top(top -> {
                                    var signatures = top.putArray("signatures");
                                    signatures
                                            .addObject()
                                            .put(
                                                    "signature",
                                                    top.required("signature").stringValue());
                                    signatures
                                            .addObject()
                                            .put(
                                                    "signature",
                                                    top.required("signature").stringValue());
                                })
                                .bytes()));
    }

    private static List<Attack> signature() {
        return List.of(
                onBroker(
                        "signature-by-another-partner",
                        "refused",
                        "signature-invalid",
                        sample -> tampering(sample).sign(sample.strangerKey).bytes()),
                onBroker(
                        "key-of-another-partner",
                        "refused",
                        "key-unknown",
                        sample -> tampering(sample)
                                .protectedHeader(header -> header.put(
                                        "kid", sample.strangerKey.id().value()))
                                .sign(sample.strangerKey)
                                .bytes()),
                onBroker(
                        "presented-by-another-partner",
                        "refused",
                        "sender-differs",
                        sample -> tampering(sample)
                                .payload(payload -> payload.put("iss", SampleCase.STRANGER.urn()))
                                .sign(sample.policeKey)
                                .bytes()),
                onBroker(
                        "purpose-changed",
                        "refused",
                        "signature-invalid",
                        sample -> tampering(sample)
                                .payload(payload -> payload.put("purpose", "urn:spil:purpose:triage"))
                                .bytes()),
                onBroker(
                        "digest-changed",
                        "refused",
                        "signature-invalid",
                        sample -> tampering(sample)
                                .payload(payload -> ((ObjectNode)
                                                payload.required("items").required(0))
                                        .put("...", Base64Url.encode(new byte[32])))
                                .bytes()));
    }

    private static List<Attack> items() {
        return List.of(
                onBroker(
                                "item-swapped",
                                "refused",
                                "content-not-signed",
                                sample -> tampering(sample)
                                        .swap("edis", 0, 1)
                                        .swap("shares", 0, 1)
                                        .bytes())
                        .codes("content-not-signed", "content-not-signed"),
                onBroker(
                                "items-reordered",
                                "malformed",
                                "items-reordered",
                                sample -> tampering(sample)
                                        .reverse("disclosures")
                                        .reverse("edis")
                                        .reverse("shares")
                                        .bytes())
                        .codes("items-reordered", "items-reordered", "items-reordered", "items-reordered"),
                onBroker(
                                "labels-reordered",
                                "malformed",
                                "items-reordered",
                                sample ->
                                        tampering(sample).reverse("disclosures").bytes())
                        .codes(
                                "items-reordered",
                                "items-reordered",
                                "items-reordered",
                                "items-reordered",
                                "items-reordered",
                                "items-reordered"),
                onBroker("item-repeated", "malformed", "items-repeated", sample -> {
                    var tampering = tampering(sample);
                    for (var list : ALL_LISTS) {
                        tampering.list(list).insert(0, tampering.list(list).required(0));
                    }
                    return tampering.bytes();
                }),
                onBroker(
                        "label-changed",
                        "refused",
                        "label-not-signed",
                        sample -> tampering(sample)
                                .label(0, label -> label.put("cat", "JUDICIAL"))
                                .bytes()),
                onBroker(
                                "label-dropped",
                                "malformed",
                                "items-differ",
                                sample ->
                                        tampering(sample).drop(0, "disclosures").bytes())
                        .codes("items-differ", "items-differ"),
                onBroker(
                        "content-dropped",
                        "malformed",
                        "items-differ",
                        sample -> tampering(sample).drop(1, "edis").bytes()),
                onBroker(
                        "share-withheld",
                        "malformed",
                        "items-differ",
                        sample -> tampering(sample).drop(1, "shares").bytes()),
                onBroker("share-shortened", "malformed", "member-ill-formed", sample -> {
                    var tampering = tampering(sample);
                    ((ArrayNode) tampering.list("shares").required(1))
                            .set(1, JsonNodeFactory.instance.stringNode(Base64Url.encode(new byte[31])));
                    return tampering.bytes();
                }),
                onBroker("content-swapped", "refused", "content-not-signed", sample -> {
                    var other = tampering(sample);
                    var tampering = tampering(sample);
                    var content = (ArrayNode) tampering.list("edis").required(2);
                    content.set(1, other.list("edis").required(2).required(1));
                    return tampering.bytes();
                }),
                onBroker(
                                "share-of-another-item",
                                "refused",
                                "content-not-signed",
                                sample -> tampering(sample).swap("shares", 2, 3).bytes())
                        .codes("content-not-signed", "content-not-signed"),
                onBroker("item-of-another-exchange", "refused", "label-not-signed", sample -> {
                    var other = tampering(sample);
                    return tampering(sample).append(other, 0, ALL_LISTS).sort().bytes();
                }));
    }

    private static List<Attack> keys() {
        return List.of(
                onBroker("recipient-added", "malformed", "recipients-differ", sample -> {
                    var tampering = tampering(sample);
                    var recipients = (ArrayNode) tampering.keys().required("recipients");
                    recipients.add(recipients.required(0));
                    return tampering.bytes();
                }),
                onBroker("recipient-replaced", "refused", "keys-not-signed", sample -> {
                    var tampering = tampering(sample);
                    var stranger = SealingKeyPair.generate(sample.random).publicKey();
                    var wrapped = HpkeKeyEncapsulation.wrap(stranger, new byte[0], new byte[32], sample.random);
                    var entry =
                            (ObjectNode) tampering.keys().required("recipients").required(1);
                    entry.put("encrypted_key", wrapped.encryptedKey());
                    ((ObjectNode) entry.required("header")).put("ek", wrapped.ek());
                    return tampering.bytes();
                }),
                onBroker("recipients-exchanged", "refused", "keys-not-signed", sample -> {
                            var tampering = tampering(sample);
                            var recipients = (ArrayNode) tampering.keys().required("recipients");
                            recipients.add(recipients.remove(0));
                            return tampering.bytes();
                        })
                        .codes("keys-not-signed", "keys-not-signed"),
                onBroker("key-of-another-case", "refused", "keys-not-signed", sample -> {
                            var other = tampering(sample);
                            return tampering(sample)
                                    .header(header -> header.set("keys", other.keys()))
                                    .bytes();
                        })
                        .codes("keys-not-signed", "keys-not-signed"),
                onBroker(
                        "too-many-recipients",
                        "malformed",
                        "too-many-recipients",
                        sample -> tampering(sample)
                                .payload(payload -> {
                                    var audience = payload.putArray("aud");
                                    var keys = payload.putArray("keys");
                                    IntStream.range(0, 17).forEach(i -> {
                                        audience.add(new Oin("000000990000000%05d".formatted(i)).urn());
                                        keys.add(Base64Url.encode(new byte[32]));
                                    });
                                })
                                .sign(sample.policeKey)
                                .bytes()),
                onBroker("keys-of-another-profile", "malformed", "profile-unknown", sample -> {
                    var tampering = tampering(sample);
                    tampering.keys().put("protected", Base64Url.encode("{\"enc\":\"A128GCM\",\"cty\":\"jwk+json\"}"));
                    return tampering.bytes();
                }),
                onBroker("keys-compressed", "malformed", "profile-unknown", sample -> {
                    var tampering = tampering(sample);
                    tampering
                            .keys()
                            .put(
                                    "protected",
                                    Base64Url.encode("{\"enc\":\"A256GCM\",\"cty\":\"jwk+json\",\"zip\":\"DEF\"}"));
                    return tampering.bytes();
                }),
                onBroker("psk-present", "malformed", "psk-present", sample -> {
                    var tampering = tampering(sample);
                    var entry =
                            (ObjectNode) tampering.keys().required("recipients").required(0);
                    ((ObjectNode) entry.required("header")).put("psk_id", "c2VjcmV0");
                    return tampering.bytes();
                }),
                onBroker("encapsulation-of-another-profile", "malformed", "profile-unknown", sample -> {
                    var tampering = tampering(sample);
                    var entry =
                            (ObjectNode) tampering.keys().required("recipients").required(0);
                    ((ObjectNode) entry.required("header")).put("alg", "RSA1_5");
                    return tampering.bytes();
                }));
    }

    private static List<Attack> dates() {
        return List.of(
                onBroker("expired", "refused", "expired", sample -> dated(sample, Duration.ofDays(-15))),
                onBroker(
                        "dated-in-the-future",
                        "refused",
                        "not-yet-valid",
                        sample -> dated(sample, Duration.ofHours(1))),
                onBroker(
                        "lives-too-long",
                        "malformed",
                        "lives-too-long",
                        sample -> tampering(sample)
                                .payload(payload -> payload.put(
                                        "exp", NOW.plus(Duration.ofDays(31)).getEpochSecond()))
                                .sign(sample.policeKey)
                                .bytes()));
    }

    private static byte[] dated(SampleCase sample, Duration later) {
        return tampering(sample)
                .payload(payload -> payload.put("iat", NOW.plus(later).getEpochSecond())
                        .put("exp", NOW.plus(later).plus(Duration.ofDays(14)).getEpochSecond()))
                .sign(sample.policeKey)
                .bytes();
    }

    private static List<Attack> deliveries() {
        return List.of(
                onRecipient("withheld-item-smuggled-in", "incomplete", "release-differs", sample -> {
                    var submission = sample.submission();
                    var withheld = withheld(submission);
                    var whole = Tampering.with(submission.bytes());
                    var position =
                            new TreeSet<>(submission.items()).headSet(withheld).size();
                    return Tampering.with(delivered(sample, submission))
                            .append(whole, position, ALL_LISTS)
                            .sort()
                            .bytes();
                }),
                onRecipient(
                        "released-item-dropped",
                        "incomplete",
                        "release-differs",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .drop(0, ALL_LISTS)
                                .bytes()),
                onRecipient(
                                "delivered-label-dropped",
                                "malformed",
                                "items-differ",
                                sample -> Tampering.with(delivered(sample, sample.submission()))
                                        .drop(0, "disclosures")
                                        .bytes())
                        .codes("items-differ", "items-differ"),
                onRecipient(
                        "delivered-label-changed",
                        "incomplete",
                        "label-not-signed",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .label(1, label -> label.put("cat", "JUDICIAL"))
                                .bytes()),
                onRecipient(
                        "delivered-content-dropped",
                        "malformed",
                        "items-differ",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .drop(0, "edis")
                                .bytes()),
                onRecipient(
                        "delivered-share-withheld",
                        "malformed",
                        "items-differ",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .drop(0, "shares")
                                .bytes()),
                onRecipient(
                        "delivered-recipient-added",
                        "malformed",
                        "recipients-differ",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .header(header -> {
                                    var recipients =
                                            (ArrayNode) header.required("keys").required("recipients");
                                    recipients.add(recipients.required(0));
                                })
                                .bytes()),
                onRecipient(
                                "delivered-content-swapped",
                                "unreadable-by-carrier",
                                "content-not-signed",
                                sample -> Tampering.with(delivered(sample, sample.submission()))
                                        .swap("edis", 0, 1)
                                        .bytes())
                        .codes("content-not-signed", "content-not-signed"),
                onRecipient(
                                "delivered-share-of-another-item",
                                "unreadable-by-carrier",
                                "content-not-signed",
                                sample -> Tampering.with(delivered(sample, sample.submission()))
                                        .swap("shares", 0, 1)
                                        .bytes())
                        .codes("content-not-signed", "content-not-signed"),
                onRecipient("delivered-key-of-another-case", "unreadable-by-carrier", "keys-not-signed", sample -> {
                    var other = Tampering.with(delivered(sample, sample.submission()));
                    return Tampering.with(delivered(sample, sample.submission()))
                            .header(header -> header.set("keys", other.keys()))
                            .bytes();
                }),
                onRecipient(
                        "delivered-signature-by-another-partner",
                        "unsigned",
                        "signature-invalid",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .sign(sample.strangerKey)
                                .bytes()),
                onRecipient("delivery-of-another-recipient", "unrecorded", "proof-of-another", sample -> {
                    var submission = sample.submission();
                    return sample.delivery(
                            submission.bytes(),
                            MUNICIPALITY,
                            Set.of(submission.items().get(0)));
                }),
                onRecipient(
                        "proof-missing",
                        "unrecorded",
                        "proof-missing",
                        sample -> Tampering.with(delivered(sample, sample.submission()))
                                .header(header -> header.remove("proof"))
                                .bytes()),
                onRecipient(
                        "proof-of-another-release",
                        "unrecorded",
                        "proof-of-another",
                        sample -> proven(sample, _ -> sample.log.collected(PROBATION, Sha256.of("another")))),
                onRecipient(
                        "proof-of-another-recipient",
                        "unrecorded",
                        "proof-of-another",
                        sample -> proven(sample, release -> sample.log.collected(MUNICIPALITY, release))),
                onRecipient(
                        "proof-of-another-kind-of-entry",
                        "unrecorded",
                        "proof-of-another",
                        sample -> proven(sample, release -> sample.log.disclosed(PROBATION, release))),
                onRecipient(
                        "proof-of-another-log",
                        "unrecorded",
                        "proof-invalid",
                        sample -> proven(
                                sample,
                                release ->
                                        new SampleLog(new SeededRandom("another log")).collected(PROBATION, release))),
                onRecipient(
                        "proof-of-another-place",
                        "unrecorded",
                        "proof-invalid",
                        sample -> proven(
                                sample,
                                release -> sample.log
                                        .collected(PROBATION, release)
                                        .replace("\nindex 5\n", "\nindex 4\n"))),
                onRecipient(
                        "proof-with-another-leaf",
                        "unrecorded",
                        "proof-invalid",
                        sample -> proven(
                                sample,
                                release -> leafOf(sample.log.collected(PROBATION, release))
                                        + pathOf(sample.log.collected(PROBATION, Sha256.of("another"))))),
                onRecipient(
                        "stale-checkpoint",
                        "unrecorded",
                        "proof-invalid",
                        sample -> proven(sample, release -> sample.log.fork(2).collected(PROBATION, release))),
                onRecipient(
                        "checkpoint-of-another-history",
                        "unrecorded",
                        "proof-invalid",
                        sample -> proven(sample, release -> sample.log.fork(9).collected(PROBATION, release))),
                onRecipient(
                        "checkpoint-with-one-wrong-signature",
                        "unrecorded",
                        "proof-invalid",
                        sample -> proven(
                                sample,
                                release -> sample.log.halfSigned(PROBATION, release, new SeededRandom("half")))),
                onRecipient(
                                "proof-oversize",
                                "malformed",
                                "oversize",
                                sample -> proven(sample, _ -> "x".repeat(65 * 1024)))
                        .large(),
                onRecipient("release-for-another-recipient", "unreleased", "audience-differs", sample -> {
                    var kept = kept(sample, sample.submission());
                    return released(
                            sample, kept, sample.release(kept, MUNICIPALITY).sign(sample.brokerKey));
                }),
                onRecipient("release-by-another", "unreleased", "key-unknown", sample -> {
                    var kept = kept(sample, sample.submission());
                    return released(
                            sample, kept, sample.release(kept, PROBATION).sign(sample.strangerKey));
                }),
                onRecipient("release-alg-none", "unreleased", "algorithm-refused", sample -> {
                    var kept = kept(sample, sample.submission());
                    var release = sample.release(kept, PROBATION).sign(sample.brokerKey);
                    var header = Jwk.object()
                            .put("alg", "none")
                            .put("typ", "spil-release+jwt")
                            .put("kid", sample.brokerKey.id().value());
                    return released(
                            sample,
                            kept,
                            Base64Url.encode(header.toString()) + release.substring(release.indexOf('.')));
                }),
                onRecipient("release-of-another-exchange", "unreleased", "release-of-another-exchange", sample -> {
                    var kept = kept(sample, sample.submission());
                    var other = kept(sample, sample.submission());
                    return released(
                            sample, kept, sample.release(other, PROBATION).sign(sample.brokerKey));
                }),
                onRecipient("release-expired", "unreleased", "expired", sample -> {
                    var kept = kept(sample, sample.submission());
                    var late = sample.release(kept, PROBATION, NOW.minusSeconds(7200));
                    return released(sample, kept, late.sign(sample.brokerKey));
                }));
    }

    /** Senders, too, may send what does not open; then the fault is provably theirs. */
    private static List<Attack> senders() {
        return List.of(
                onRecipient(
                                "sealed-under-another-digest",
                                "unreadable-by-sender",
                                "digest-changed",
                                sample -> delivered(sample, DishonestSealer.underAnotherDigest(sample)))
                        .codes("digest-changed", "digest-changed"),
                onRecipient(
                                "sealed-under-another-key",
                                "unreadable-by-sender",
                                "content-unreadable",
                                sample -> delivered(sample, DishonestSealer.underAnotherKey(sample)))
                        .codes("content-unreadable", "content-unreadable"),
                onRecipient(
                        "wrapped-for-another-case",
                        "unreadable-by-sender",
                        "keys-unreadable",
                        sample -> delivered(sample, DishonestSealer.wrappedForAnotherCase(sample))),
                onRecipient(
                        "value-of-another-category",
                        "unreadable-by-sender",
                        "value-ill-formed",
                        sample -> delivered(
                                sample,
                                sample.sealer.seal(
                                        sample.claims(),
                                        List.of(
                                                SampleCase.item(
                                                        "POLICE",
                                                        nl.spil.protocol.AnswerType.SUMMARY,
                                                        "{\"text\":\"x\"}"),
                                                SampleCase.item("HOUSING", nl.spil.protocol.AnswerType.STATUS, "\"x\""),
                                                SampleCase.item("HEALTH", nl.spil.protocol.AnswerType.YES_NO, "true"),
                                                SampleCase.item(
                                                        "HEALTH", nl.spil.protocol.AnswerType.YES_NO, "\"perhaps\"")),
                                        sample.publicKeys()))));
    }

    private static List<Attack> declarations() {
        return List.of(
                onBroker(
                        "declaration-outside-the-list",
                        "malformed",
                        "member-ill-formed",
                        sample -> declaring(sample, "{\"code\":\"judge_agreed\",\"declaredAt\":1772355600}")),
                onBroker(
                        "declaration-repeated",
                        "malformed",
                        "declared-twice",
                        sample -> declaring(
                                sample,
                                "{\"code\":\"rac_positive\",\"declaredAt\":1,\"reference\":\"old\"}",
                                "{\"code\":\"rac_positive\",\"declaredAt\":1772355600,\"reference\":\"new\"}")),
                onBroker(
                        "declaration-with-free-text",
                        "malformed",
                        "member-ill-formed",
                        sample -> declaring(
                                sample,
                                "{\"code\":\"rac_positive\",\"declaredAt\":1772355600,\"reference\":\"Mw. de Vries zei ja\"}")),
                onBroker(
                        "declaration-with-a-note",
                        "malformed",
                        "member-unknown",
                        sample -> declaring(
                                sample, "{\"code\":\"rac_positive\",\"declaredAt\":1772355600,\"note\":\"urgent\"}")),
                onBroker(
                        "declaration-without-a-moment",
                        "malformed",
                        "member-missing",
                        sample -> declaring(sample, "{\"code\":\"rac_positive\"}")),
                onBroker(
                        "declaration-that-ends-before-it-began",
                        "malformed",
                        "member-ill-formed",
                        sample -> declaring(
                                sample,
                                "{\"code\":\"supervision_order\",\"declaredAt\":1772355600,\"until\":1772355600}")),
                onBroker("declarations-of-nothing", "malformed", "member-ill-formed", Attacks::declaring),
                onBroker(
                        "declaration-added",
                        "refused",
                        "signature-invalid",
                        sample -> tampering(sample)
                                .payload(payload -> payload.putArray("declarations")
                                        .addObject()
                                        .put("code", "rac_positive")
                                        .put("declaredAt", 1772355600))
                                .bytes()));
    }

    private static byte[] declaring(SampleCase sample, String... declarations) {
        return tampering(sample)
                .payload(payload -> {
                    var list = payload.putArray("declarations");
                    Stream.of(declarations).map(Tampering::read).forEach(list::add);
                })
                .sign(sample.policeKey)
                .bytes();
    }

    static byte[] submitted(SampleCase sample) {
        return sample.submission().bytes();
    }

    private static byte[] content(SampleCase sample, int index, UnaryOperator<String> change) {
        var tampering = tampering(sample);
        var content = (ArrayNode) tampering.list("edis").required(index);
        content.set(
                1,
                JsonNodeFactory.instance.stringNode(
                        change.apply(content.required(1).stringValue())));
        return tampering.bytes();
    }

    private static Tampering tampering(SampleCase sample) {
        return Tampering.with(submitted(sample));
    }

    /** Two of the items are for probation, by the order in which they were given. */
    static byte[] delivered(SampleCase sample, SealedSubmission submission) {
        return sample.delivery(submission.bytes(), PROBATION, forProbation(submission));
    }

    static Set<ContentDigest> forProbation(SealedSubmission submission) {
        return Set.of(submission.items().get(0), submission.items().get(3));
    }

    private static ContentDigest withheld(SealedSubmission submission) {
        return submission.items().get(2);
    }

    private static KeptExchange kept(SampleCase sample, SealedSubmission submission) {
        return sample.verified(submission.bytes()).keepFor(PROBATION, forProbation(submission));
    }

    private static byte[] released(SampleCase sample, KeptExchange kept, String release) {
        return kept.deliver(release, sample.proof(PROBATION, release));
    }

    /** A delivery that is as it should be, but for its proof. */
    private static byte[] proven(SampleCase sample, Function<Sha256, String> proving) {
        var kept = kept(sample, sample.submission());
        var release = sample.release(kept, PROBATION).sign(sample.brokerKey);
        return kept.deliver(release, proving.apply(Sha256.of(release)));
    }

    private static String leafOf(String proof) {
        return proof.substring(0, proof.indexOf("\nindex"));
    }

    private static String pathOf(String proof) {
        return proof.substring(proof.indexOf("\nindex"));
    }
}

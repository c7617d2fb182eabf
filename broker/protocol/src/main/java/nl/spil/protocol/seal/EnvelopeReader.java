package nl.spil.protocol.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Json;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.MalformedJson;
import tools.jackson.databind.JsonNode;

/** Reads a sealed exchange from bytes: every limit and every form, before anything is computed. */
final class EnvelopeReader {
    static final String TYPE = "spil-exchange+sd-jwt";
    static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

    private static final int MOST_ITEMS = 256;
    private static final int MAXIMUM_PROOF = 64 * 1024;
    private static final int SIGNATURE = 64;
    private static final int WRAPPED_KEY = AesGcm.KEY + AesGcm.TAG;
    private static final int WRAPPED_SECRET = 63;

    /** In which of its three lives the exchange is met. */
    enum Form {
        /** As its sender made it: for all recipients. */
        SUBMITTED,
        /** As the broker keeps it: for one recipient. */
        KEPT,
        /** As a recipient gets it: released and proven. */
        DELIVERED;

        Set<String> headerMembers() {
            return switch (this) {
                case SUBMITTED, KEPT -> Set.of("disclosures", "edis", "shares", "keys");
                case DELIVERED -> Set.of("disclosures", "edis", "shares", "keys", "release", "proof");
            };
        }
    }

    private final Form form;
    private final Findings findings = new Findings();

    private EnvelopeReader(Form form) {
        this.form = form;
    }

    static Checked<Envelope> read(byte[] bytes, Form form) {
        try {
            var reader = new EnvelopeReader(form);
            return reader.envelope(Json.read(bytes, MAXIMUM_BYTES))
                    .map(Checked::sound)
                    .orElseGet(() -> Checked.unsound(reader.findings.problems()));
        } catch (MalformedJson e) {
            return e.unsound();
        }
    }

    private Optional<Envelope> envelope(JsonNode json) {
        findings.unless(!json.has("signatures"), Flaw.TWO_SIGNATURES, "/signatures");
        var members =
                new Members(json, "", findings, Set.of("protected", "payload", "signature", "header", "signatures"));
        var protectedPart = members.text("protected");
        var payloadPart = members.text("payload");
        var signature = members.base64Url("signature", SIGNATURE);
        var header = protectedPart
                .optional()
                .flatMap(part -> JoseHeader.read(part, TYPE, Set.of(JoseHeader.CERTIFICATE), "/protected", findings));
        var payload = payloadPart.optional().flatMap(part -> PayloadJson.read(part, findings));
        var unprotected = members.object("header")
                .optional()
                .map(node -> new Members(node, "/header", findings, form.headerMembers()));
        var triples = unprotected.map(this::triples).orElse(List.of());
        var keys = unprotected.flatMap(this::keys);
        var release = unprotected.flatMap(this::release);
        var proof = unprotected.flatMap(this::proof);
        payload.ifPresent(signed -> keys.ifPresent(wrapped -> checkRecipients(signed, wrapped)));
        return findings.none()
                ? Optional.of(new Envelope(
                        protectedPart.value(),
                        payloadPart.value(),
                        signature.value(),
                        header.orElseThrow(),
                        payload.orElseThrow(),
                        triples,
                        keys.orElseThrow(),
                        release,
                        proof))
                : Optional.empty();
    }

    private void checkRecipients(SignedPayload payload, WrappedKeys keys) {
        var expected = form == Form.SUBMITTED ? payload.claims().recipients().size() : 1;
        findings.unless(keys.recipients().size() == expected, Flaw.RECIPIENTS_DIFFER, "/header/keys/recipients");
    }

    private Optional<String> release(Members header) {
        return form == Form.DELIVERED ? header.text("release").optional() : Optional.empty();
    }

    private Optional<String> proof(Members header) {
        if (form != Form.DELIVERED || !header.has("proof")) {
            return Optional.empty();
        }
        var proof = header.text("proof").optional();
        findings.unless(proof.map(String::length).orElse(0) <= MAXIMUM_PROOF, Flaw.OVERSIZE, header.pointer("proof"));
        return proof;
    }

    private List<Triple> triples(Members header) {
        var labels = list(header, "disclosures", this::label);
        var contents = list(header, "edis", this::content);
        var shares = list(header, "shares", this::share);
        if (!findings.none()) {
            return List.of();
        }
        var items = labels.stream().map(read -> read.label().item()).toList();
        checkSame(items, contents, "/header/edis");
        checkSame(items, shares, "/header/shares");
        checkOrder(items);
        var triples = new ArrayList<Triple>(items.size());
        for (var i = 0; findings.none() && i < items.size(); i++) {
            var label = labels.get(i);
            triples.add(new Triple(
                    label.label(),
                    label.disclosure(),
                    contents.get(i).text(),
                    shares.get(i).text()));
        }
        return triples;
    }

    private <T> List<T> list(Members header, String name, BiFunction<JsonNode, String, Optional<T>> reading) {
        var array = header.array(name).optional();
        if (array.isEmpty()) {
            return List.of();
        }
        var size = array.get().size();
        findings.unless(size > 0, Flaw.NO_ITEMS, header.pointer(name));
        findings.unless(size <= MOST_ITEMS, Flaw.TOO_MANY_ITEMS, header.pointer(name));
        var read = new ArrayList<T>();
        for (var i = 0; i < Math.min(size, MOST_ITEMS); i++) {
            reading.apply(array.get().required(i), header.pointer(name) + "/" + i)
                    .ifPresent(read::add);
        }
        return read;
    }

    private record ReadLabel(Label label, String disclosure) {}

    private record Named(ContentDigest item, String text) {}

    private Optional<ReadLabel> label(JsonNode node, String pointer) {
        if (!node.isString()) {
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
            return Optional.empty();
        }
        var disclosure = node.stringValue();
        return LabelDisclosure.read(disclosure, pointer, findings).map(label -> new ReadLabel(label, disclosure));
    }

    private Optional<Named> content(JsonNode node, String pointer) {
        var content = named(node).filter(named -> CompactJwe.isWellFormed(named.text()));
        if (content.isEmpty()) {
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
            return Optional.empty();
        }
        var length = CompactJwe.plaintextLength(content.get().text());
        findings.unless(length <= ContentDisclosure.MAXIMUM_BYTES, Flaw.ITEM_OVERSIZE, pointer);
        findings.unless(length % ContentDisclosure.BUCKET == 0, Flaw.MEMBER_ILL_FORMED, pointer);
        return content;
    }

    private Optional<Named> share(JsonNode node, String pointer) {
        var share = named(node).filter(named -> Base64Url.isOf(named.text(), ItemSecret.SHARE));
        findings.unless(share.isPresent(), Flaw.MEMBER_ILL_FORMED, pointer);
        return share;
    }

    /** A pair of an item's digest and the text that belongs to it. */
    private static Optional<Named> named(JsonNode pair) {
        if (!pair.isArray()
                || pair.size() != 2
                || !pair.required(0).isString()
                || !pair.required(1).isString()
                || !Base64Url.isOf(pair.required(0).stringValue(), 32)) {
            return Optional.empty();
        }
        return Optional.of(new Named(
                new ContentDigest(pair.required(0).stringValue()),
                pair.required(1).stringValue()));
    }

    private void checkSame(List<ContentDigest> items, List<Named> others, String pointer) {
        var named = others.stream().map(Named::item).toList();
        if (!named.equals(items)) {
            var sameItems = named.size() == items.size() && new HashSet<>(named).equals(new HashSet<>(items));
            findings.add(sameItems ? Flaw.ITEMS_REORDERED : Flaw.ITEMS_DIFFER, pointer);
        }
    }

    /** One order, so that one exchange has one form. */
    private void checkOrder(List<ContentDigest> items) {
        for (var i = 1; i < items.size(); i++) {
            var order = items.get(i - 1).compareTo(items.get(i));
            findings.unless(order != 0, Flaw.ITEMS_REPEATED, "/header/disclosures/" + i);
            findings.unless(order <= 0, Flaw.ITEMS_REORDERED, "/header/disclosures/" + i);
        }
    }

    private Optional<WrappedKeys> keys(Members header) {
        var before = findings.count();
        var keys = header.object("keys")
                .optional()
                .map(node -> new Members(
                        node, "/header/keys", findings, Set.of("protected", "recipients", "iv", "ciphertext", "tag")));
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        var members = keys.get();
        members.text("protected")
                .optional()
                .ifPresent(said -> findings.unless(
                        said.equals(WrappedKeys.HEADER), Flaw.PROFILE_UNKNOWN, members.pointer("protected")));
        var nonce = members.base64Url("iv", AesGcm.NONCE);
        var ciphertext = members.base64Url("ciphertext", WRAPPED_SECRET);
        var tag = members.base64Url("tag", AesGcm.TAG);
        var recipients = members.array("recipients");
        var read = new ArrayList<WrappedKeys.Recipient>();
        recipients.optional().ifPresent(array -> {
            var most = ExchangeClaims.MOST_RECIPIENTS;
            findings.unless(array.size() <= most, Flaw.TOO_MANY_RECIPIENTS, members.pointer("recipients"));
            for (var i = 0; i < Math.min(array.size(), most); i++) {
                recipient(array.required(i), members.pointer("recipients") + "/" + i)
                        .ifPresent(read::add);
            }
        });
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new WrappedKeys(nonce.value(), ciphertext.value(), tag.value(), read));
    }

    private Optional<WrappedKeys.Recipient> recipient(JsonNode node, String pointer) {
        var before = findings.count();
        var members = new Members(node, pointer, findings, Set.of("header", "encrypted_key"));
        var encryptedKey = members.base64Url("encrypted_key", WRAPPED_KEY);
        var header = members.object("header").optional().map(said -> {
            findings.unless(!said.has("psk_id"), Flaw.PSK_PRESENT, pointer + "/header/psk_id");
            return new Members(said, pointer + "/header", findings, Set.of("alg", "kid", "ek", "psk_id"));
        });
        var key = header.flatMap(said -> {
            said.text("alg")
                    .optional()
                    .ifPresent(algorithm -> findings.unless(
                            algorithm.equals(SealingPublicKey.ALGORITHM), Flaw.PROFILE_UNKNOWN, said.pointer("alg")));
            return said.text("kid", KeyId::new).optional();
        });
        var encapsulated = header.flatMap(
                said -> said.base64Url("ek", HpkeKeyEncapsulation.ENCAPSULATED).optional());
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new WrappedKeys.Recipient(
                        key.orElseThrow(),
                        new HpkeKeyEncapsulation.Wrapped(encapsulated.orElseThrow(), encryptedKey.value())));
    }
}

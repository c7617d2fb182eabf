package nl.spil.protocol.seal;

import nl.spil.protocol.Problem;

/** Everything that can be wrong with a sealed or signed message, with the one sentence that says so. */
enum Flaw {
    OVERSIZE("oversize", "The message is larger than allowed."),
    MEMBER_MISSING("member-missing", "A required member is missing."),
    MEMBER_UNKNOWN("member-unknown", "There is a member this profile does not know."),
    MEMBER_ILL_FORMED("member-ill-formed", "A member does not have the form this profile asks for."),
    PROFILE_UNKNOWN("profile-unknown", "The message is not of this profile, or mixes profiles."),

    TWO_SIGNATURES("two-signatures", "A sealed exchange bears exactly one signature."),
    ALGORITHM_REFUSED("algorithm-refused", "Only ES256 and Ed25519 signatures are accepted."),
    ALGORITHM_NOT_OF_KEY("algorithm-not-of-key", "The algorithm is not the one the registered key is for."),
    CRIT_UNKNOWN("crit-unknown", "The header declares critical extensions; there are none in this profile."),
    ZIP_PRESENT("zip-present", "Compressed content is not accepted."),
    PSK_PRESENT("psk-present", "Pre-shared keys are not part of this profile."),
    KEY_UNKNOWN("key-unknown", "The message is not signed with a key registered for its sender."),
    SIGNATURE_INVALID("signature-invalid", "The signature does not belong to this message and key."),
    SENDER_DIFFERS("sender-differs", "The message is not by the partner that presents it."),
    AUDIENCE_DIFFERS("audience-differs", "The message is meant for another recipient."),
    NOT_YET_VALID("not-yet-valid", "The message is dated in the future."),
    EXPIRED("expired", "The message has expired."),
    LIVES_TOO_LONG("lives-too-long", "The message is valid for longer than allowed."),

    NO_ITEMS("no-items", "An exchange holds at least one item."),
    TOO_MANY_ITEMS("too-many-items", "An exchange holds at most 256 items."),
    ITEM_OVERSIZE("item-oversize", "An item is larger than 1 MiB."),
    TOO_MANY_RECIPIENTS("too-many-recipients", "An exchange has at most 16 recipients."),
    RECIPIENTS_DIFFER(
            "recipients-differ", "The keys are not those of the recipients the sender addressed, in that order."),
    KEYS_NOT_SIGNED("keys-not-signed", "The wrapped keys are not the ones the sender signed for."),
    LABEL_NOT_SIGNED("label-not-signed", "A label is not among the items the sender signed."),
    ITEMS_REPEATED("items-repeated", "An item occurs twice."),
    ITEMS_DIFFER("items-differ", "Labels, contents and shares are not of the same items."),
    ITEMS_REORDERED("items-reordered", "Items do not stand in the order of their digests."),
    CONTENT_NOT_SIGNED("content-not-signed", "A content and its share are not the ones the sender committed to."),

    DECLARED_TWICE("declared-twice", "Something is declared twice."),

    PROOF_MISSING("proof-missing", "The delivery does not prove that it was recorded."),
    RELEASE_OF_ANOTHER("release-of-another-exchange", "The release is for another exchange."),
    RELEASE_DIFFERS("release-differs", "The items delivered are not the items released."),

    SEALED_FOR_ANOTHER("sealed-for-another", "There is no key here for which this was sealed."),
    KEYS_UNREADABLE("keys-unreadable", "The key of the exchange cannot be unwrapped."),
    CONTENT_UNREADABLE("content-unreadable", "A content cannot be decrypted."),
    DIGEST_CHANGED("digest-changed", "A content is not the one the sender signed."),
    VALUE_ILL_FORMED("value-ill-formed", "A value does not have the form of its category."),

    SEQUENCE_NOT_NEWER("sequence-not-newer", "A newer set of keys was seen before."),
    CHAIN_UNTRUSTED("chain-untrusted", "The certificates do not lead to the agreed root."),
    CERTIFICATE_OF_ANOTHER("certificate-of-another", "The certificate names another organisation."),
    KEYS_REFUSED(
            "keys-refused", "A set of keys holds at least one signing and one sealing key, each once, and no others."),
    REQUEST_DIFFERS("request-differs", "The message was made for another request.");

    private final String code;
    private final String detail;

    Flaw(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    Problem at(String pointer) {
        return new Problem(code, pointer, detail);
    }
}

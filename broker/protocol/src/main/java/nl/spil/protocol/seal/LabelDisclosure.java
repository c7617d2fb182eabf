package nl.spil.protocol.seal;

import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Sha256;

/** A label as RFC 9901 discloses an array element: salt, then the label, which itself points at the content. */
final class LabelDisclosure {
    private static final int SALT = 16;
    private static final int MAXIMUM_BYTES = 1024;
    private static final Set<String> MEMBERS = Set.of("cat", "type", "subject", "enc", "_sd");

    private LabelDisclosure() {}

    static String write(byte[] salt, Label label) {
        return Base64Url.encode(
                "[\"%s\",{\"cat\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\",\"enc\":\"%s\",\"_sd\":[\"%s\"]}]"
                        .formatted(
                                Base64Url.encode(salt),
                                label.category(),
                                label.answerType(),
                                label.subject(),
                                label.commitment(),
                                label.item()));
    }

    static Optional<Label> read(String disclosure, String pointer, Findings findings) {
        try {
            var pair = Json.read(Base64Url.decode(disclosure), MAXIMUM_BYTES);
            if (pair.isArray()
                    && pair.size() == 2
                    && pair.required(0).isString()
                    && Base64Url.decode(pair.required(0).stringValue()).length == SALT) {
                return label(new Members(pair.required(1), pointer, findings, MEMBERS), findings);
            }
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
        } catch (MalformedJson e) {
            findings.add(e.problemAt(pointer));
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
        }
        return Optional.empty();
    }

    private static Optional<Label> label(Members members, Findings findings) {
        var before = findings.count();
        var category = members.text("cat", DataCategory::new);
        var answerType = members.text("type", AnswerType::valueOf);
        var subject = members.text("subject", Pseudonym::new);
        var commitment = members.text("enc", Sha256::new);
        var content = members.array("_sd", array -> {
            if (array.size() != 1) {
                throw new IllegalArgumentException("a label points at one content");
            }
            return new ContentDigest(Members.string(array.required(0)));
        });
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new Label(
                        content.value(), category.value(), answerType.value(), subject.value(), commitment.value()));
    }
}

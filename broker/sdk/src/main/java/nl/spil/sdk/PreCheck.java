package nl.spil.sdk;

import java.util.List;
import java.util.Optional;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The question "may I?", with everything policy looks at and nothing of what would be shared. */
public record PreCheck(
        CaseId caseId,
        Purpose purpose,
        List<Oin> recipients,
        List<Kind> items,
        Optional<NecessityRecord> necessity,
        Grounds grounds) {

    public PreCheck {
        recipients = List.copyOf(recipients);
        items = List.copyOf(items);
    }

    /** What an item would be, without its content. */
    public record Kind(DataCategory category, AnswerType answerType, Pseudonym subject) {}

    /** Whether this may be sent. */
    public static PreCheck of(Sending sending) {
        return new PreCheck(
                sending.caseId(),
                sending.purpose(),
                sending.recipients(),
                sending.items().stream()
                        .map(item -> new Kind(item.category(), item.answerType(), item.subject()))
                        .toList(),
                Optional.of(sending.necessity()),
                sending.grounds());
    }

    JsonNode json() {
        var tree = JsonText.object().put("case", caseId.value()).put("purpose", purpose.code());
        var to = tree.putArray("recipients");
        recipients.forEach(recipient -> to.add(recipient.value()));
        var of = tree.putArray("items");
        items.forEach(item -> of.addObject()
                .put("category", item.category().code())
                .put("answerType", item.answerType().name())
                .put("subject", item.subject().value()));
        necessity.ifPresent(judged -> tree.putObject("necessity")
                .put("necessity", judged.necessity())
                .put("proportionality", judged.proportionality())
                .put("subsidiarity", judged.subsidiarity())
                .put("judgedBy", judged.judgedBy().value())
                .put("judgedAt", judged.judgedAt().getEpochSecond()));
        grounds.basis().ifPresent(basis -> tree.put("basis", basis.urn()));
        if (!grounds.secrecyBases().isEmpty()) {
            var bases = tree.putArray("secrecyBases");
            grounds.secrecyBases().forEach(basis -> bases.add(basis.code()));
        }
        grounds.goodCare()
                .ifPresent(care -> tree.putObject("goodCare")
                        .put("secondPerson", care.secondPerson())
                        .put("answers", care.answers())
                        .put("judgedAt", care.judgedAt().getEpochSecond()));
        grounds.policeAuthority()
                .ifPresent(authority -> tree.putObject("policeAuthority")
                        .put("agreed", authority.agreed())
                        .put("agreedAt", authority.agreedAt().getEpochSecond()));
        if (!grounds.declarations().isEmpty()) {
            var list = tree.putArray("declarations");
            grounds.declarations().forEach(declaration -> declared(list.addObject(), declaration));
        }
        return tree;
    }

    private static void declared(ObjectNode json, Declaration declaration) {
        json.put("code", declaration.code().code())
                .put("declaredAt", declaration.declaredAt().getEpochSecond());
        declaration.until().ifPresent(end -> json.put("until", end.getEpochSecond()));
        declaration.reference().ifPresent(id -> json.put("reference", id));
    }
}

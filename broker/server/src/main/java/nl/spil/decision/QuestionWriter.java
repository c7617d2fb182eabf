package nl.spil.decision;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import nl.spil.consent.ConsentInForce;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a question for the engine; an absent fact is an absent member, so that the rules refuse on it. */
final class QuestionWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Question question;

    QuestionWriter(Question question) {
        this.question = question;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream(4096);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            action(json);
            resource(json);
            subjects(json);
            context(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private void action(JsonGenerator json) {
        json.writeObjectPropertyStart("action");
        json.writeStringProperty("name", question.action().code());
        json.writeStringProperty("purpose", question.purpose().code());
        json.writeEndObject();
    }

    private void resource(JsonGenerator json) {
        json.writeObjectPropertyStart("resource");
        caseFacts(json, question.caseFacts());
        json.writeObjectPropertyStart("provider");
        partner(json, question.provider());
        json.writeEndObject();
        json.writeArrayPropertyStart("items");
        question.items().forEach(item -> item(json, item));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void caseFacts(JsonGenerator json, CaseFacts facts) {
        json.writeObjectPropertyStart("case");
        json.writeStringProperty("id", facts.id().value());
        json.writeStringProperty("purpose", facts.purpose().code());
        json.writeBooleanProperty("goalSet", facts.goalSet());
        json.writeStringProperty("type", facts.type());
        json.writeStringProperty("stage", facts.stage().name());
        json.writeBooleanProperty("shielded", facts.shielded());
        json.writeEndObject();
    }

    private static void partner(JsonGenerator json, PartnerFacts partner) {
        json.writeStringProperty("oin", partner.oin().value());
        if (partner.type() != null) {
            json.writeStringProperty("type", partner.type().code());
        }
        if (partner.participantClass() != null) {
            json.writeStringProperty("class", partner.participantClass().name());
        }
        json.writeBooleanProperty("admitted", partner.admitted());
        seconds(json, "admittedUntil", partner.admittedUntil());
    }

    private static void item(JsonGenerator json, ItemFacts item) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id().value());
        json.writeStringProperty("category", item.category().code());
        json.writeStringProperty("answerType", item.answerType().name());
        json.writeObjectPropertyStart("subject");
        json.writeStringProperty("pseudonym", item.subject().value());
        if (item.ageBand() != null) {
            json.writeStringProperty("ageBand", item.ageBand().name());
        }
        text(json, "role", item.role());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void subjects(JsonGenerator json) {
        json.writeArrayPropertyStart("subjects");
        for (var recipient : question.recipients()) {
            json.writeStartObject();
            partner(json, recipient.partner());
            actor(json, recipient.actor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void actor(JsonGenerator json, @Nullable ActorFacts actor) {
        if (actor == null) {
            return;
        }
        json.writeObjectPropertyStart("actor");
        text(json, "role", actor.role());
        flag(json, "secrecyDuty", actor.secrecyDuty());
        seconds(json, "assignedUntil", actor.assignedUntil());
        flag(json, "commercialTask", actor.commercialTask());
        json.writeEndObject();
    }

    private void context(JsonGenerator json) {
        json.writeObjectPropertyStart("context");
        seconds(json, "time", question.time());
        partnership(json, question.partnership());
        actor(json, question.actor());
        necessity(json, question.necessity());
        grounds(json, question.grounds());
        json.writeArrayPropertyStart("consents");
        question.consents().forEach(consent -> consent(json, consent));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void partnership(JsonGenerator json, @Nullable Partnership partnership) {
        if (partnership == null) {
            return;
        }
        json.writeObjectPropertyStart("partnership");
        json.writeStringProperty("id", partnership.id());
        seconds(json, "agreementFrom", partnership.agreementFrom());
        seconds(json, "agreementUntil", partnership.agreementUntil());
        json.writeEndObject();
    }

    private static void grounds(JsonGenerator json, Grounds grounds) {
        if (!grounds.secrecyBases().isEmpty()) {
            json.writeArrayPropertyStart("secrecyBases");
            grounds.secrecyBases().forEach(basis -> json.writeString(basis.code()));
            json.writeEndArray();
        }
        grounds.goodCare().ifPresent(goodCare -> {
            json.writeObjectPropertyStart("goodCare");
            json.writeBooleanProperty("secondPerson", goodCare.secondPerson());
            json.writeNumberProperty("answers", goodCare.answers());
            seconds(json, "judgedAt", goodCare.judgedAt());
            json.writeEndObject();
        });
        grounds.policeAuthority().ifPresent(authority -> {
            json.writeObjectPropertyStart("policeAuthority");
            json.writeBooleanProperty("agreed", authority.agreed());
            seconds(json, "agreedAt", authority.agreedAt());
            json.writeEndObject();
        });
        declarations(json, grounds.declarations());
    }

    private static void declarations(JsonGenerator json, List<Declaration> declarations) {
        if (declarations.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("declarations");
        for (var declaration : declarations) {
            json.writeStartObject();
            json.writeStringProperty("code", declaration.code().code());
            seconds(json, "declaredAt", declaration.declaredAt());
            seconds(json, "until", declaration.until().orElse(null));
            text(json, "reference", declaration.reference().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void necessity(JsonGenerator json, @Nullable NecessityRecord necessity) {
        if (necessity == null) {
            return;
        }
        json.writeObjectPropertyStart("necessity");
        json.writeBooleanProperty("necessity", necessity.necessity());
        json.writeBooleanProperty("proportionality", necessity.proportionality());
        json.writeBooleanProperty("subsidiarity", necessity.subsidiarity());
        text(json, "judgedBy", necessity.judgedBy().value());
        seconds(json, "judgedAt", necessity.judgedAt());
        json.writeEndObject();
    }

    private static void consent(JsonGenerator json, ConsentInForce consent) {
        json.writeStartObject();
        json.writeStringProperty("id", consent.id().toString());
        json.writeStringProperty("subject", consent.subject().value());
        json.writeStringProperty("provider", consent.provider().value());
        json.writeStringProperty("recipient", consent.recipient().value());
        json.writeArrayPropertyStart("categories");
        consent.categories().forEach(category -> json.writeString(category.code()));
        json.writeEndArray();
        json.writeBooleanProperty("explicit", consent.explicit());
        json.writeStringProperty("kind", consent.kind().name());
        seconds(json, "givenAt", consent.givenAt());
        seconds(json, "validUntil", consent.validUntil());
        json.writeEndObject();
    }

    private static void seconds(JsonGenerator json, String name, @Nullable Instant moment) {
        if (moment != null) {
            json.writeNumberProperty(name, moment.getEpochSecond());
        }
    }

    private static void flag(JsonGenerator json, String name, @Nullable Boolean flag) {
        if (flag != null) {
            json.writeBooleanProperty(name, flag);
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}

package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.GoodCare;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.Json;
import nl.spil.protocol.LegalBasis;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The signed payload of an exchange as JSON, and back. */
final class PayloadJson {
    private static final String SCHEMA = "urn:spil:schema:exchange:1";
    private static final String DIGEST_ALGORITHM = "sha-256";
    private static final String AT = "/payload";
    private static final int MOST_ITEMS = 256;
    private static final int ITEMS_IN_STEPS_OF = 8;
    private static final int MAXIMUM_BYTES = 64 * 1024;
    private static final Set<String> MEMBERS = Set.of(
            "iss",
            "aud",
            "jti",
            "iat",
            "exp",
            "case",
            "purpose",
            "basis",
            "answers",
            "actor",
            "necessity",
            "secrecyBases",
            "goodCare",
            "policeAuthority",
            "declarations",
            "schema",
            "keys",
            "_sd_alg",
            "items");

    private PayloadJson() {}

    static String write(SignedPayload payload) {
        var claims = payload.claims();
        var json = Jwk.object().put("iss", claims.sender().urn());
        var audience = json.putArray("aud");
        claims.recipients().forEach(recipient -> audience.add(recipient.urn()));
        json.put("jti", claims.exchange().value())
                .put("iat", claims.issuedAt().getEpochSecond())
                .put("exp", claims.expiresAt().getEpochSecond())
                .put("case", claims.caseId().value())
                .put("purpose", claims.purpose().urn());
        claims.grounds().basis().ifPresent(basis -> json.put("basis", basis.urn()));
        claims.answers().ifPresent(request -> json.put("answers", request.toString()));
        json.set("actor", ActorJson.write(claims.actor()));
        json.set("necessity", necessity(claims.necessity()));
        writeGrounds(claims.grounds(), json);
        json.put("schema", SCHEMA);
        var keys = json.putArray("keys");
        payload.keys().forEach(commitment -> keys.add(commitment.value()));
        json.put("_sd_alg", DIGEST_ALGORITHM);
        var items = json.putArray("items");
        payload.items().stream().sorted().forEach(digest -> items.addObject().put("...", digest.value()));
        return Base64Url.encode(json.toString().getBytes(UTF_8));
    }

    private static ObjectNode necessity(NecessityRecord necessity) {
        return Jwk.object()
                .put("necessity", necessity.necessity())
                .put("proportionality", necessity.proportionality())
                .put("subsidiarity", necessity.subsidiarity())
                .put("judgedBy", necessity.judgedBy().value())
                .put("judgedAt", necessity.judgedAt().getEpochSecond());
    }

    private static void writeGrounds(Grounds grounds, ObjectNode json) {
        if (!grounds.secrecyBases().isEmpty()) {
            var bases = json.putArray("secrecyBases");
            grounds.secrecyBases().forEach(basis -> bases.add(basis.code()));
        }
        grounds.goodCare()
                .ifPresent(care -> json.putObject("goodCare")
                        .put("secondPerson", care.secondPerson())
                        .put("answers", care.answers())
                        .put("judgedAt", care.judgedAt().getEpochSecond()));
        grounds.policeAuthority()
                .ifPresent(authority -> json.putObject("policeAuthority")
                        .put("agreed", authority.agreed())
                        .put("agreedAt", authority.agreedAt().getEpochSecond()));
        DeclarationsJson.write(grounds.declarations(), json);
    }

    static Optional<SignedPayload> read(String encoded, Findings findings) {
        try {
            var json = Json.read(Base64Url.decode(encoded), MAXIMUM_BYTES);
            return read(new Members(json, AT, findings, MEMBERS), findings);
        } catch (MalformedJson e) {
            findings.add(e.problemAt(AT));
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.MEMBER_ILL_FORMED, AT);
        }
        return Optional.empty();
    }

    private static Optional<SignedPayload> read(Members members, Findings findings) {
        var before = findings.count();
        var sender = members.text("iss", Oin::ofUrn);
        var recipients = members.array("aud", array -> texts(array, Oin::ofUrn));
        var exchange = members.text("jti", ExchangeId::new);
        var issued = members.moment("iat");
        var expires = members.moment("exp");
        var caseId = members.text("case", CaseId::new);
        var purpose = members.text("purpose", Purpose::ofUrn);
        var answers = members.optionalText("answers", PayloadJson::requestId);
        var actor = members.object("actor").optional().flatMap(node -> ActorJson.read(node, AT + "/actor", findings));
        var necessity = members.object("necessity").optional().flatMap(node -> necessity(node, findings));
        var grounds = grounds(members, findings);
        var keys = members.array("keys", array -> texts(array, Sha256::new));
        var items = members.array("items", PayloadJson::items);
        members.text("schema")
                .optional()
                .ifPresent(
                        said -> findings.unless(said.equals(SCHEMA), Flaw.PROFILE_UNKNOWN, members.pointer("schema")));
        members.text("_sd_alg")
                .optional()
                .ifPresent(said -> findings.unless(
                        said.equals(DIGEST_ALGORITHM), Flaw.PROFILE_UNKNOWN, members.pointer("_sd_alg")));
        recipients.optional().ifPresent(list -> checkRecipients(list, keys.optional(), findings));
        items.optional().ifPresent(list -> checkItems(list, findings));
        if (findings.count() == before) {
            checkLife(new Validity(issued.value(), expires.value()), findings);
        }
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new SignedPayload(
                        new ExchangeClaims(
                                sender.value(),
                                recipients.value(),
                                exchange.value(),
                                issued.value(),
                                expires.value(),
                                caseId.value(),
                                purpose.value(),
                                answers,
                                actor.orElseThrow(),
                                necessity.orElseThrow(),
                                grounds),
                        new HashSet<>(items.value()),
                        keys.value()));
    }

    private static void checkRecipients(List<Oin> recipients, Optional<List<Sha256>> keys, Findings findings) {
        findings.unless(recipients.size() <= ExchangeClaims.MOST_RECIPIENTS, Flaw.TOO_MANY_RECIPIENTS, AT + "/aud");
        findings.unless(
                !recipients.isEmpty() && new HashSet<>(recipients).size() == recipients.size(),
                Flaw.MEMBER_ILL_FORMED,
                AT + "/aud");
        keys.ifPresent(commitments ->
                findings.unless(commitments.size() == recipients.size(), Flaw.RECIPIENTS_DIFFER, AT + "/keys"));
    }

    private static void checkItems(List<Sha256> items, Findings findings) {
        findings.unless(!items.isEmpty(), Flaw.NO_ITEMS, AT + "/items");
        findings.unless(items.size() <= MOST_ITEMS, Flaw.TOO_MANY_ITEMS, AT + "/items");
        findings.unless(items.size() % ITEMS_IN_STEPS_OF == 0, Flaw.MEMBER_ILL_FORMED, AT + "/items");
        findings.unless(new HashSet<>(items).size() == items.size(), Flaw.ITEMS_REPEATED, AT + "/items");
    }

    private static void checkLife(Validity life, Findings findings) {
        findings.unless(life.expiresAt().isAfter(life.issuedAt()), Flaw.MEMBER_ILL_FORMED, AT + "/exp");
        findings.unless(
                !life.expiresAt().isAfter(life.issuedAt().plus(ExchangeClaims.LONGEST_LIFE)),
                Flaw.LIVES_TOO_LONG,
                AT + "/exp");
    }

    private static Optional<NecessityRecord> necessity(JsonNode node, Findings findings) {
        var before = findings.count();
        var members = new Members(
                node,
                AT + "/necessity",
                findings,
                Set.of("necessity", "proportionality", "subsidiarity", "judgedBy", "judgedAt"));
        var necessity = members.flag("necessity");
        var proportionality = members.flag("proportionality");
        var subsidiarity = members.flag("subsidiarity");
        var judgedBy = members.text("judgedBy", EmployeeId::new);
        var judgedAt = members.moment("judgedAt");
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new NecessityRecord(
                        necessity.value(),
                        proportionality.value(),
                        subsidiarity.value(),
                        judgedBy.value(),
                        judgedAt.value()));
    }

    private static Grounds grounds(Members members, Findings findings) {
        List<SecrecyBasis> bases = members.has("secrecyBases")
                ? members.array("secrecyBases", array -> texts(array, SecrecyBasis::new))
                        .optional()
                        .orElse(List.of())
                : List.of();
        var goodCare = members.has("goodCare")
                ? members.object("goodCare").optional().flatMap(node -> goodCare(node, findings))
                : Optional.<GoodCare>empty();
        var authority = members.has("policeAuthority")
                ? members.object("policeAuthority").optional().flatMap(node -> policeAuthority(node, findings))
                : Optional.<PoliceAuthority>empty();
        var declarations = DeclarationsJson.read(members, findings);
        return new Grounds(members.optionalText("basis", LegalBasis::ofUrn), bases, goodCare, authority, declarations);
    }

    private static Optional<GoodCare> goodCare(JsonNode node, Findings findings) {
        var before = findings.count();
        var members = new Members(node, AT + "/goodCare", findings, Set.of("secondPerson", "answers", "judgedAt"));
        var secondPerson = members.flag("secondPerson");
        var answers = members.integer("answers", 0, 1000);
        var judgedAt = members.moment("judgedAt");
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new GoodCare(secondPerson.value(), answers.value().intValue(), judgedAt.value()));
    }

    private static Optional<PoliceAuthority> policeAuthority(JsonNode node, Findings findings) {
        var before = findings.count();
        var members = new Members(node, AT + "/policeAuthority", findings, Set.of("agreed", "agreedAt"));
        var agreed = members.flag("agreed");
        var agreedAt = members.moment("agreedAt");
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new PoliceAuthority(agreed.value(), agreedAt.value()));
    }

    private static <T> List<T> texts(JsonNode array, Function<String, T> reading) {
        var texts = new ArrayList<T>(array.size());
        for (var element : array) {
            texts.add(reading.apply(Members.string(element)));
        }
        return texts;
    }

    /** Each is an object with one member, as RFC 9901 section 4.2.4.2 writes a digest in an array. */
    private static List<Sha256> items(JsonNode array) {
        var digests = new ArrayList<Sha256>(array.size());
        for (var element : array) {
            if (element.size() != 1) {
                throw new IllegalArgumentException("a digest stands alone in its object");
            }
            digests.add(new Sha256(Members.string(element.path("..."))));
        }
        return digests;
    }

    private static UUID requestId(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("not a UUID in lower case");
        }
        return id;
    }
}

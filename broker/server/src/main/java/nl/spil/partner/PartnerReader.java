package nl.spil.partner;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Json;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.Pem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a registration strictly; everything that is wrong with it comes out at once. */
final class PartnerReader {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_CERTIFICATES = 16;
    private static final Set<String> MEMBERS =
            Set.of("oin", "name", "type", "participantClass", "clientKeys", "certificates");
    private static final Set<String> OF_CREDENTIALS = Set.of("clientKeys", "certificates");

    private final JsonNode body;
    private final List<Problem> problems = new ArrayList<>();

    private PartnerReader(JsonNode body) {
        this.body = body;
    }

    static NewPartner read(byte[] bytes) {
        return new PartnerReader(Json.read(bytes, LONGEST)).read();
    }

    /** What is to replace some or all credentials; what is not named stays as it is. */
    static NewCredentials readCredentials(byte[] bytes) {
        return new PartnerReader(Json.read(bytes, LONGEST)).credentials();
    }

    private NewPartner read() {
        hasOnly(MEMBERS);
        var oin = text("oin", Oin::new);
        var type = text("type", PartnerType::new);
        var participantClass = text("participantClass", ParticipantClass::valueOf);
        var name = text("name", PartnerReader::name);
        var keys = value("clientKeys", ClientKeys::in);
        var certificates = certificates();
        if (oin == null
                || type == null
                || participantClass == null
                || name == null
                || keys == null
                || !problems.isEmpty()) {
            throw new Rejected(ProblemType.MALFORMED, problems);
        }
        return new NewPartner(new Partner(oin, name, type, participantClass), new Credentials(keys, certificates));
    }

    private NewCredentials credentials() {
        hasOnly(OF_CREDENTIALS);
        if (body.isEmpty()) {
            problem("member-missing", "", "New client keys or new certificates: at least one of them.");
        }
        var keys = body.has("clientKeys") ? value("clientKeys", ClientKeys::in) : null;
        var certificates = body.has("certificates") ? certificates() : null;
        if (!problems.isEmpty()) {
            throw new Rejected(ProblemType.MALFORMED, problems);
        }
        return new NewCredentials(Optional.ofNullable(keys), Optional.ofNullable(certificates));
    }

    private void hasOnly(Set<String> members) {
        if (!body.isObject()) {
            throw Rejected.malformed("member-ill-formed", "", "This is to be a JSON object.");
        }
        if (!members.containsAll(body.propertyNames())) {
            problem("member-unknown", "", "There is a member that does not belong here.");
        }
    }

    private static String name(String name) {
        if (name.isBlank()
                || name.length() > Partner.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name");
        }
        return name;
    }

    private <T> @Nullable T text(String member, Function<String, T> reading) {
        return value(member, node -> {
            if (!node.isString()) {
                throw new IllegalArgumentException("a text");
            }
            return reading.apply(node.stringValue());
        });
    }

    private <T> @Nullable T value(String member, Function<JsonNode, T> reading) {
        if (!body.has(member)) {
            problem("member-missing", "/" + member, "This member is missing.");
            return null;
        }
        try {
            return reading.apply(body.path(member));
        } catch (IllegalArgumentException unreadable) {
            problem("member-ill-formed", "/" + member, "This member has the wrong form.");
            return null;
        }
    }

    private Set<String> certificates() {
        if (!body.has("certificates")) {
            return Set.of();
        }
        var thumbprints = value("certificates", PartnerReader::thumbprints);
        return thumbprints == null ? Set.of() : thumbprints;
    }

    private static Set<String> thumbprints(JsonNode array) {
        if (!array.isArray() || array.size() > MOST_CERTIFICATES) {
            throw new IllegalArgumentException("a list of certificates");
        }
        var thumbprints = new TreeSet<String>();
        for (var pem : array) {
            thumbprints.add(thumbprint(Pem.read(pem.asString("")).getFirst()));
        }
        return thumbprints;
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).value();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate has an encoding", e);
        }
    }

    private void problem(String code, String pointer, String detail) {
        problems.add(new Problem(code, pointer, detail));
    }
}

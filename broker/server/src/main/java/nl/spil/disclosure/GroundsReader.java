package nl.spil.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.spil.problem.JsonBody;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.GoodCare;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.LegalBasis;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.SecrecyBasis;
import org.jspecify.annotations.Nullable;

/** Reads why a partner wants to share: its judgment of necessity and the grounds it states; each may be absent. */
public final class GroundsReader {
    public static final Set<String> MEMBERS =
            Set.of("necessity", "basis", "secrecyBases", "goodCare", "policeAuthority", "declarations");
    private static final int MOST_BASES = 8;

    private final JsonBody body;

    public GroundsReader(JsonBody body) {
        this.body = body;
    }

    /** The judgment of necessity; absent when there is none, or when it could not be read and the body says so. */
    public @Nullable NecessityRecord necessity() {
        return member("necessity").map(GroundsReader::necessity).orElse(null);
    }

    private static @Nullable NecessityRecord necessity(JsonBody stated) {
        stated.only(Set.of("necessity", "proportionality", "subsidiarity", "judgedBy", "judgedAt"));
        var necessity = stated.flag("necessity");
        var proportionality = stated.flag("proportionality");
        var subsidiarity = stated.flag("subsidiarity");
        var judgedBy = stated.text("judgedBy", EmployeeId::new);
        var judgedAt = stated.moment("judgedAt");
        return necessity == null
                        || proportionality == null
                        || subsidiarity == null
                        || judgedBy == null
                        || judgedAt == null
                ? null
                : new NecessityRecord(necessity, proportionality, subsidiarity, judgedBy, judgedAt);
    }

    /** The grounds that were stated. */
    public Grounds grounds() {
        var basis = Optional.ofNullable(body.textIfPresent("basis", LegalBasis::ofUrn));
        var bases = body.has("secrecyBases")
                ? body.texts("secrecyBases", MOST_BASES, SecrecyBasis::new)
                : List.<SecrecyBasis>of();
        var goodCare = member("goodCare").flatMap(GroundsReader::goodCare);
        var authority = member("policeAuthority").flatMap(GroundsReader::authority);
        return new Grounds(basis, bases, goodCare, authority, declarations());
    }

    private static Optional<GoodCare> goodCare(JsonBody stated) {
        stated.only(Set.of("secondPerson", "answers", "judgedAt"));
        var secondPerson = stated.flag("secondPerson");
        var answers = stated.number("answers");
        var judgedAt = stated.moment("judgedAt");
        if (answers != null && answers < 0) {
            stated.problem("member-ill-formed", "answers", "This member has the wrong form.");
            return Optional.empty();
        }
        return secondPerson == null || answers == null || judgedAt == null
                ? Optional.empty()
                : Optional.of(new GoodCare(secondPerson, answers, Objects.requireNonNull(judgedAt)));
    }

    private static Optional<PoliceAuthority> authority(JsonBody stated) {
        stated.only(Set.of("agreed", "agreedAt"));
        var agreed = stated.flag("agreed");
        var agreedAt = stated.moment("agreedAt");
        return agreed == null || agreedAt == null
                ? Optional.empty()
                : Optional.of(new PoliceAuthority(agreed, agreedAt));
    }

    private List<Declaration> declarations() {
        if (!body.has("declarations")) {
            return List.of();
        }
        var stated = body.objects("declarations", Declaration.MOST).stream()
                .flatMap(one -> declaration(one).stream())
                .toList();
        if (stated.stream().map(Declaration::code).distinct().count() < stated.size()) {
            body.problem("declared-twice", "declarations", "Something is declared twice.");
            return List.of();
        }
        return stated;
    }

    private static Optional<Declaration> declaration(JsonBody stated) {
        stated.only(Set.of("code", "declaredAt", "until", "reference"));
        var code = stated.text("code", DeclarationCode::of);
        var declaredAt = stated.moment("declaredAt");
        var until = Optional.ofNullable(stated.momentIfPresent("until"));
        var reference = Optional.ofNullable(stated.textIfPresent("reference", id -> id));
        if (code == null || declaredAt == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Declaration(code, declaredAt, until, reference));
        } catch (IllegalArgumentException _) {
            stated.problem("member-ill-formed", "", "This member has the wrong form.");
            return Optional.empty();
        }
    }

    private Optional<JsonBody> member(String name) {
        return body.has(name) ? body.object(name) : Optional.empty();
    }
}

package nl.spil.sdk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.seal.Item;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A <i>Melding</i> of the information model Jeugd-Zorg-Veiligheid (VNG Realisatie, jzv_meldingen/v1) as a case system
 * sends it, taken apart into items that can be sealed one by one. What it holds is never shown or logged.
 */
public final class JzvReport {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "",
                    Set.of(
                            "registratienummer",
                            "soort",
                            "datumTijd",
                            "incident",
                            "natuurlijkPersoon",
                            "zorgelijkeSituatie",
                            "overigeInformatie",
                            "verzoek",
                            "terugkoppelingGewenst"),
            "natuurlijkPersoon",
                    Set.of(
                            "burgerservicenummer",
                            "naam",
                            "adres",
                            "geboorte",
                            "geslachtsaanduiding",
                            "communicatiemiddel"));
    private static final List<String> REQUIRED = List.of(
            "registratienummer",
            "soort",
            "datumTijd",
            "incident",
            "natuurlijkPersoon",
            "zorgelijkeSituatie",
            "verzoek",
            "terugkoppelingGewenst");
    private static final Set<String> KINDS = Set.of("NAZ", "VT", "ZVH");

    private final JsonNode report;
    private final CitizenServiceNumber person;

    private JzvReport(JsonNode report, CitizenServiceNumber person) {
        this.report = report;
        this.person = person;
    }

    /**
     * Reads one; throws IllegalArgumentException with everything that is wrong, by member name and never with a value. A
     * member this mapping does not know is wrong too: it would have to be left out or sealed as something it is not.
     */
    public static JzvReport read(byte[] text) {
        var report = JsonText.read(text);
        var wrong = new ArrayList<String>();
        check(report, wrong::add);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("this Melding cannot be used: " + String.join("; ", wrong));
        }
        return new JzvReport(report, new CitizenServiceNumber(bsn(report)));
    }

    private static void check(JsonNode report, Consumer<String> wrong) {
        if (!report.isObject()) {
            wrong.accept("it is not a JSON object");
            return;
        }
        KNOWN.forEach((path, names) -> at(report, path).propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> wrong.accept("'" + below(path, name) + "' is not a member of a Melding")));
        REQUIRED.stream().filter(name -> !report.has(name)).forEach(name -> wrong.accept("'" + name + "' is missing"));
        if (report.has("soort") && !KINDS.contains(report.path("soort").asString(""))) {
            wrong.accept("'soort' is not NAZ, VT or ZVH");
        }
        try {
            var _ = new CitizenServiceNumber(bsn(report));
        } catch (IllegalArgumentException e) {
            wrong.accept("'natuurlijkPersoon.burgerservicenummer': " + e.getMessage());
        }
        if (born(report).isEmpty() && at(report, "natuurlijkPersoon").has("geboorte")) {
            wrong.accept("'natuurlijkPersoon.geboorte.datum' is not a date");
        }
        checkText(report, "", wrong);
    }

    /** Two spellings of one name would be two people to a computer; which was meant is for the sending system to say. */
    private static void checkText(JsonNode node, String path, Consumer<String> wrong) {
        if (node.isString() && !Normalizer.isNormalized(node.stringValue(), Normalizer.Form.NFC)) {
            wrong.accept("'" + path + "' is not in Unicode normal form C");
        }
        node.forEachEntry((name, value) -> checkText(value, below(path, name), wrong));
        if (node.isArray()) {
            node.valueStream().forEach(value -> checkText(value, path, wrong));
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static JsonNode at(JsonNode report, String path) {
        return path.isEmpty() ? report : report.path(path);
    }

    private static String bsn(JsonNode report) {
        return report.path("natuurlijkPersoon").path("burgerservicenummer").asString("");
    }

    private static Optional<LocalDate> born(JsonNode report) {
        try {
            return Optional.of(LocalDate.parse(report.path("natuurlijkPersoon")
                    .path("geboorte")
                    .path("datum")
                    .asString("")));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Whom it is about; for the partner's own register and nothing else. */
    public CitizenServiceNumber person() {
        return person;
    }

    /** All the broker hears of the person's age; empty when the report has no date of birth. */
    public Optional<AgeBand> ageBand(LocalDate today) {
        return born(report).map(date -> Period.between(date, today).getYears()).map(JzvReport::band);
    }

    private static AgeBand band(int years) {
        if (years < 12) {
            return AgeBand.UNDER_12;
        }
        return years < 16 ? AgeBand.FROM_12_TO_15 : years < 18 ? AgeBand.FROM_16 : AgeBand.ADULT;
    }

    /** Everything in the report, each part as an item of its own, about the person by this name. */
    public List<Item> items(Pseudonym subject) {
        return items(subject, Map.of());
    }

    /**
     * The same, with other categories where the sender says so: a report whose <i>overige informatie</i> is about relatives
     * goes out as RELATIONS.
     */
    public List<Item> items(Pseudonym subject, Map<ReportSection, DataCategory> categories) {
        var items = new ArrayList<Item>();
        for (var section : ReportSection.values()) {
            var value = value(section);
            if (!value.isEmpty()) {
                var category = categories.getOrDefault(section, section.usualCategory());
                items.add(new Item(category, AnswerType.SUMMARY, subject, value));
            }
        }
        return List.copyOf(items);
    }

    private ObjectNode value(ReportSection section) {
        var person = report.path("natuurlijkPersoon");
        return switch (section) {
            case PERSON -> part(person, "naam", "geboorte", "geslachtsaanduiding");
            case CONTACT -> part(person, "adres", "communicatiemiddel");
            case BSN -> part(person, "burgerservicenummer");
            case INCIDENT -> part(report, "incident");
            case CONCERN -> part(report, "zorgelijkeSituatie");
            case OTHER_INFORMATION -> part(report, "overigeInformatie");
            case QUESTION ->
                part(report, "registratienummer", "soort", "datumTijd", "verzoek", "terugkoppelingGewenst");
        };
    }

    private static ObjectNode part(JsonNode whole, String... names) {
        var part = JsonText.object();
        for (var name : names) {
            if (whole.has(name)) {
                part.set(name, whole.path(name));
            }
        }
        return part;
    }

    @Override
    public String toString() {
        return "JZV report";
    }
}

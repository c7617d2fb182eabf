package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table that gives too much is found out by the invariant that forbids it, with a question that shows it. */
class BrokenTablesTest {

    @TestFactory
    Stream<DynamicTest> a_broken_cell_makes_its_invariant_speak() {
        return Stream.of(
                        broken(
                                "an-incidental-third-party-hears-only-who-it-is-about-and-what-was-agreed",
                                "sharing/incidental-third-party/POLICE/HOUSING",
                                "{bases: {incidental_meeting: SUMMARY}, recipients: {HOUSING_ASSOCIATION: SUMMARY}}"),
                        broken(
                                "judicial-data-never-go-to-an-incidental-third-party",
                                "sharing/result-to-third-party/MAYOR/JUDICIAL",
                                "{bases: {result_to_third_party: SUMMARY}, recipients: {HALT: SUMMARY}}"),
                        broken(
                                "judicial-data-go-to-a-private-participant-on-their-basis-only",
                                "sharing/case-consultation/PUBLIC_PROSECUTION/JUDICIAL",
                                "{bases: {statutory_task: SUMMARY}, recipients: {PROBATION: SUMMARY}}"),
                        broken(
                                "police-data-go-in-agreement-with-the-authority-only",
                                "sharing/case-consultation/POLICE/POLICE",
                                "{bases: {statutory_task: SUMMARY}, recipients: {PROBATION: SUMMARY}}"),
                        broken(
                                "police-data-come-from-the-police-only",
                                "sharing/case-consultation/MAYOR/POLICE",
                                "{bases: {statutory_task: SUMMARY}, recipients: {PROBATION: SUMMARY}}"),
                        broken(
                                "a-police-file-does-not-leave-the-police",
                                "sharing/case-consultation/POLICE/POLICE",
                                "{bases: {police_20_3: DOCUMENT}, recipients: {PROBATION: DOCUMENT}}"),
                        broken(
                                "no-health-data-go-to-a-recipient-without-a-duty-of-secrecy",
                                "categories/HEALTH/secrecy_duty",
                                "false",
                                "sharing/case-consultation/CHILD_PROTECTION_BOARD/HEALTH",
                                "{bases: {statutory_task: KNOWN}, recipients: {PROBATION: KNOWN}}",
                                "partner_types/PROBATION/secrecy",
                                "false"),
                        broken(
                                "the-mayor-gets-no-content-of-a-treatment",
                                "sharing/case-consultation/MUNICIPAL_EXECUTIVE/CARE",
                                "{bases: {statutory_task: SUMMARY}, recipients: {MAYOR: SUMMARY}}"),
                        broken(
                                "in-triage-nothing-about-health-goes",
                                "sharing/triage/SAFE_HOME/HEALTH",
                                "{bases: {statutory_task: KNOWN}, recipients: {POLICE: KNOWN}}"),
                        broken(
                                "after-closure-a-case-serves-the-allowed-purposes-only",
                                "purposes/case-consultation/after_closure",
                                "true",
                                "purposes/case-consultation/stages/disclose",
                                "[CONSULTATION, CLOSED]"),
                        broken(
                                "triage-and-assessment-are-for-public-participants",
                                "purposes/triage/recipient_classes",
                                "[PUBLIC, PRIVATE]"),
                        broken(
                                "in-the-evaluation-nothing-new-comes-from-the-source",
                                "sharing/case-evaluation/POLICE/HOUSING",
                                "{bases: {statutory_task: STATUS}, recipients: {PROBATION: STATUS}}"),
                        broken(
                                "ethnicity-religion-and-what-else-the-law-does-not-name-go-nowhere",
                                "categories/ETHNICITY",
                                "{about: [DATA_SUBJECT], personal: true, secrecy_duty: false, health: false, special: false}",
                                "sharing/case-consultation/SAFE_HOME/ETHNICITY",
                                "{bases: {statutory_task: KNOWN}, recipients: {POLICE: KNOWN}}"),
                        broken(
                                "who-is-not-admitted-gets-something-only-where-a-life-is-at-stake",
                                "purposes/case-consultation/needs_admission",
                                "false"),
                        broken(
                                "a-judgment-of-half-a-year-ago-carries-nothing",
                                "purposes/case-consultation/necessity_seconds",
                                "99999999"),
                        broken(
                                "the-broker-receives-nothing",
                                "partner_types/BROKER",
                                "{classes: [PUBLIC], secrecy: true}",
                                "sharing/case-consultation/POLICE/CONTACT",
                                "{bases: {statutory_task: SUMMARY}, recipients: {BROKER: SUMMARY}}"),
                        broken(
                                "statistics-go-without-people",
                                "sharing/policy-statistics/MUNICIPAL_EXECUTIVE/HOUSING",
                                "{bases: {statutory_task: SUMMARY}, recipients: {MUNICIPAL_EXECUTIVE: SUMMARY}}"),
                        broken(
                                "of-facts-a-consultation-hears-a-summary-at-most",
                                "sharing/case-consultation/MUNICIPAL_EXECUTIVE/HOUSING",
                                "{bases: {statutory_task: DOCUMENT}, recipients: {PROBATION: DOCUMENT}}"))
                .map(broken -> DynamicTest.dynamicTest(broken.invariant(), broken::mustSpeak));
    }

    private static Broken broken(String invariant, String... cells) {
        return new Broken(invariant, List.of(cells));
    }

    /** @param cells places in the tables, each followed by what stands there now */
    private record Broken(String invariant, List<String> cells) {

        void mustSpeak() {
            var whole = Rules.BUNDLE.json(Bundle.TABLES);
            for (var at = 0; at < cells.size(); at += 2) {
                put((ObjectNode) whole.at("/spil/tables"), cells.get(at), cells.get(at + 1));
            }
            var matrix = new Matrix(Rules.FOLDER, whole.at("/spil/tables"));
            var invariants = Invariant.all(Rules.FOLDER, matrix).stream()
                    .filter(one -> one.name().equals(invariant))
                    .toList();
            var tally = new Tally();
            var inspector = new Inspector(Rules.program().engine(Json.utf8(whole.toString())), tally);

            var walk = Walk.of(matrix, invariants).getFirst();
            matrix.points().stream()
                    .filter(point -> walk.concerns(point) && concerns(point))
                    .forEach(point -> inspector.inspect(walk, point));

            var finding = tally.findings(invariants).getFirst();
            assertThat(finding.asked()).isPositive();
            assertThat(finding.holds()).isFalse();
            var story = StoryText.of(
                    finding.invariant().english(), finding.example().orElseThrow());
            assertThat(story).contains("permits: []");
            if (finding.invariant().claim().isBrokenByPermitting()) {
                assertThat(story).doesNotContain("claim_pending");
            }
        }

        /** Only where the broken cells can be seen, that a test does not walk the whole matrix. */
        private boolean concerns(Point point) {
            return point.action().equals("disclose")
                    && point.consent().equals("given")
                    && cells.stream().map(cell -> cell.split("/", -1)).allMatch(parts -> switch (parts[0]) {
                        case "sharing" ->
                            parts[1].equals(point.purpose())
                                    && parts[2].equals(point.provider().type());
                        case "purposes" -> parts[1].equals(point.purpose());
                        default -> true;
                    });
        }

        private static void put(ObjectNode tables, String cell, String value) {
            var names = Arrays.asList(cell.split("/", -1));
            var below = tables;
            for (var name : names.subList(0, names.size() - 1)) {
                below = (ObjectNode) below.get(name);
            }
            below.set(names.getLast(), Yaml.read(value, cell));
        }
    }
}

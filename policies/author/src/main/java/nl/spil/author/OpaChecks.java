package nl.spil.author;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What only a real opa can say of the rules: form, types, their own tests and how much of them those reach. */
final class OpaChecks {
    private static final double LEAST_COVERAGE = 95;

    private final PolicyFolder folder;
    private final Opa opa;

    OpaChecks(PolicyFolder folder, Opa opa) {
        this.folder = folder;
        this.opa = opa;
    }

    /** In opa's own words; none when all is well. */
    List<String> objections() {
        var objections = new ArrayList<String>();
        for (var check : List.<Check>of(this::formatted, this::checked, this::tested)) {
            try {
                check.run();
            } catch (OpaObjects e) {
                objections.add(String.valueOf(e.getMessage()));
            }
        }
        return objections;
    }

    void formatted() {
        var unformatted = opa.run(with(List.of("fmt", "--list"), rego())).strip();
        if (!unformatted.isEmpty()) {
            throw new OpaObjects("fmt", unformatted);
        }
    }

    /** The rules ask nothing that a question cannot have, and use nothing that the broker lacks. */
    void checked() {
        opa.run(with(
                List.of(
                        "check",
                        "--strict",
                        "--schema",
                        "disclosure/question.schema.json",
                        "--capabilities",
                        "capabilities.json"),
                new Sources(folder).rules()));
    }

    void tested() {
        var report = Json.read(opa.run(with(List.of("test", "--coverage"), rulesAndTables())));
        if (report.path("coverage").asDouble() < LEAST_COVERAGE) {
            throw new OpaObjects("test", "the tests reach only " + report.path("coverage") + " % of the rules");
        }
    }

    /** Everything opa needs to evaluate, tests included. */
    List<String> rulesAndTables() {
        return with(rego(), new Sources(folder).tables());
    }

    private List<String> rego() {
        return folder.files("", name -> name.endsWith(".rego") && !name.startsWith("author/"));
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** One kind of check; objects by an exception. */
    @FunctionalInterface
    private interface Check {
        void run();
    }
}

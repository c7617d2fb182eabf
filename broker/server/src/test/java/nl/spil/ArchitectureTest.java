package nl.spil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.spil.ledger.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom, one door, and words that say nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /** Each module and what it may use; a new line here is a change of the architecture. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            module("protocol"),
            module("problem", "protocol"),
            module("settings", "protocol"),
            module("embedded", "protocol"),
            module("consent", "protocol"),
            module("ledger", "protocol", "problem", "settings", "embedded"),
            module("partner", "protocol", "problem", "settings", "embedded", "ledger"),
            module("access", "protocol", "problem", "settings", "embedded", "partner"),
            module("casefile", "protocol", "problem", "settings", "embedded", "partner", "access", "ledger"),
            module("consents", "protocol", "problem", "access", "ledger", "casefile", "consent"),
            module("decision", "protocol", "settings", "embedded", "consent"),
            module(
                    "disclosure",
                    "protocol",
                    "problem",
                    "settings",
                    "partner",
                    "access",
                    "ledger",
                    "casefile",
                    "consent",
                    "decision"),
            module("administration", "protocol", "problem", "access", "ledger", "decision"),
            module("authzen", "protocol", "problem", "settings", "access", "decision", "disclosure"),
            module("replay", "protocol", "problem", "access", "ledger", "decision"),
            module("openapi", "settings"));

    private final JavaClasses spil = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.spil");

    @Test
    void each_module_uses_only_what_its_line_says() {
        var seen = new TreeMap<String, Set<String>>();
        for (var one : spil) {
            moduleOf(one).ifPresent(from -> {
                var used = seen.computeIfAbsent(from, _ -> new TreeSet<>());
                one.getDirectDependenciesFromSelf()
                        .forEach(dependency -> moduleOf(dependency.getTargetClass())
                                .filter(to -> !to.equals(from))
                                .ifPresent(used::add));
            });
        }

        assertThat(seen.keySet()).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
        assertThat(seen)
                .allSatisfy((from, used) ->
                        assertThat(used).as("what " + from + " uses").isSubsetOf(MAY_USE.getOrDefault(from, Set.of())));
    }

    @Test
    void the_modules_know_one_another_in_one_direction() {
        slices().matching("nl.spil.(*)..").should().beFreeOfCycles().check(spil);
    }

    @Test
    void the_application_reads_as_modules() {
        // What both ends agree on has sub-packages that are as public as itself.
        assertThat(ApplicationModules.of(SpilBroker.class, resideInAnyPackage("nl.spil.protocol.."))
                        .detectViolations()
                        .getMessages())
                .isEmpty();
    }

    @Test
    void proof_is_made_by_the_ledger_alone() {
        constructors()
                .that()
                .areDeclaredIn(Recorded.class)
                .should()
                .bePackagePrivate()
                .orShould()
                .bePrivate()
                .check(spil);
        classes()
                .that()
                .haveFullyQualifiedName(Recorded.class.getName())
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(spil);
    }

    @Test
    void what_both_ends_agree_on_knows_no_framework_and_the_consent_register_only_a_database() {
        noClasses()
                .that(resideInAPackage("nl.spil.protocol.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "java.sql.."))
                .check(spil);
        noClasses()
                .that(resideInAPackage("nl.spil.consent.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.web..", "org.springframework.boot..", "org.springframework.context.."))
                .check(spil);
    }

    @Test
    void only_what_stands_at_the_rim_speaks_http() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Controller")
                .and(resideInAnyPackage("nl.spil.ledger..", "nl.spil.casefile..", "nl.spil.partner.."))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.servlet.."))
                .check(spil);
    }

    @Test
    void no_name_says_nothing() {
        var empty = List.of("Impl", "Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Service", "Dto");

        assertThat(spil.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> name.startsWith("Abstract") || empty.stream().anyMatch(name::endsWith));
    }

    private static Map.Entry<String, Set<String>> module(String name, String... mayUse) {
        return Map.entry(name, Set.copyOf(Arrays.asList(mayUse)));
    }

    private static Optional<String> moduleOf(JavaClass one) {
        var name = one.getPackageName();
        if (!name.startsWith("nl.spil.")) {
            return Optional.empty();
        }
        return Optional.of(name.substring("nl.spil.".length()).split("\\.", 2)[0]);
    }
}

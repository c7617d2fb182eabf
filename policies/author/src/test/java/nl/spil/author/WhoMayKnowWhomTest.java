package nl.spil.author;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WhoMayKnowWhomTest {
    @Test
    void the_authors_tools_know_the_command_line_and_nothing_else_of_spil() {
        var author = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("nl.spil.author");

        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("nl.spil..")
                        .and(not(resideInAnyPackage("nl.spil.author", "nl.spil.protocol", "nl.spil.sdk.cli"))))
                .check(author);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.."))
                .check(author);
    }
}

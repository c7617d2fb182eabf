package nl.spil.author;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The rules of this project, and the bundle that was committed with them, compiled once for all tests. */
final class Rules {
    static final PolicyFolder FOLDER =
            new PolicyFolder(Path.of(Objects.requireNonNull(System.getProperty("spil.root"), "spil.root is not set"))
                    .resolve("policies"));
    static final Bundle BUNDLE = Bundle.in(FOLDER.built());

    private static final Program PROGRAM = new Program(BUNDLE);

    private Rules() {}

    static Engine engine() {
        return PROGRAM.engine(BUNDLE.file(Bundle.TABLES));
    }

    static Program program() {
        return PROGRAM;
    }

    /** A real opa, where one is at hand; without one its tests are skipped, and say so. */
    static Opa opaOrSkip() {
        var found = Opa.in(FOLDER);
        if (found.isEmpty()) {
            System.err.println("SKIPPED: no opa at hand; deploy/get-opa builds one, SPIL_OPA names one");
        }
        Assumptions.assumeTrue(found.isPresent(), "no opa at hand");
        return found.orElseThrow();
    }
}

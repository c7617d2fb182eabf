package nl.spil.decision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.spil.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Rules that stand beside the real ones so that somebody outside can judge how questions are put and answered. They
 * run on the same engine and are never asked about a case.
 */
public final class Fixture implements AutoCloseable {
    private static final int INSTANCES = 2;
    private static final int MAXIMUM_BYTES = 100_000;
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final PolicyBundle bundle;
    private final InstancePool instances;

    private Fixture(PolicyBundle bundle) {
        this.bundle = bundle;
        this.instances = new InstancePool(new WasmProgram(bundle), INSTANCES, LONGEST);
    }

    /** The bundle in this folder; one that is not what its manifest names stops the start. */
    public static Fixture in(Path folder) {
        return new Fixture(PolicyBundle.read(name -> Files.readAllBytes(folder.resolve(name))));
    }

    public PolicyVersion version() {
        return bundle.version();
    }

    /** Whether these rules permit what the question asks; anything but a plain yes or no is no answer. */
    public boolean permits(byte[] question) {
        try {
            var answered = Json.read(instances.answer(question), MAXIMUM_BYTES);
            Strict.expect(answered.size() == 1, "no result");
            return decision(answered.required(0).required("result"));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new DecisionUnavailable("the answer of the fixture cannot be used", e);
        }
    }

    private static boolean decision(JsonNode answer) {
        var decision = answer.required("decision");
        Strict.expect(decision.isBoolean(), "no decision");
        return decision.booleanValue();
    }

    @Override
    public void close() {
        instances.close();
    }
}

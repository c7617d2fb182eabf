package nl.spil.decision;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import nl.spil.protocol.Oin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules that answer questions which were judged before, apart from the rules in use: what they say is shown and nothing is
 * done with it. Always by the engine in this process. May be asked by as many threads as it was made for.
 */
public final class Rehearsal implements AutoCloseable {
    // Nobody waits for a single answer here, and an engine that just started is slow.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final PolicyBundle bundle;
    private final InstancePool instances;
    private final AnswerReader reader;

    private Rehearsal(PolicyBundle bundle, int threads) {
        this.bundle = bundle;
        this.instances = new InstancePool(new WasmProgram(bundle), threads, LONGEST);
        this.reader = new AnswerReader(bundle.version(), bundle.obligations());
    }

    /** Compiles the rules, which takes seconds; throws {@link BundleRefused} when they cannot be run. */
    public static Rehearsal of(BundleArchive archive, int threads) {
        try {
            return new Rehearsal(archive.bundle(), threads);
        } catch (BundleRefused refused) {
            throw refused;
        } catch (RuntimeException notRunning) {
            throw new BundleRefused("these rules cannot be run", notRunning);
        }
    }

    public PolicyVersion version() {
        return bundle.version();
    }

    /** The words of these rules. */
    public PolicyTexts texts() {
        return PolicyTexts.of(bundle);
    }

    /** What they answer for each recipient; throws {@link DecisionUnavailable} when that is no exact answer. */
    public SortedMap<Oin, Answer> answers(RecordedQuestion question) {
        return reader.read(instances.result(question.unsafe()), question.expected());
    }

    /** What they say of any question, made up or not, in their own words; nothing of it is checked. */
    public JsonNode say(JsonNode question) {
        var said = instances.answer(question.toString().getBytes(StandardCharsets.UTF_8));
        return JsonMapper.shared().readTree(said).path(0).path("result");
    }

    @Override
    public void close() {
        instances.close();
    }
}

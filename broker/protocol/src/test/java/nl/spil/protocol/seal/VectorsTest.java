package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.protocol.seal.SampleCase.MUNICIPALITY;
import static nl.spil.protocol.seal.SampleCase.NOW;
import static nl.spil.protocol.seal.SampleCase.POLICE;
import static nl.spil.protocol.seal.SampleCase.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.SampleLog;
import nl.spil.protocol.seal.Attack.PresentedTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class VectorsTest {
    private static final ValueCheck YES_OR_NO =
            (_, answerType, value) -> answerType != AnswerType.YES_NO || value.isBoolean();

    private final SampleCase sample = new SampleCase();

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_is_refused_at_its_step_with_its_code_and_no_other(Attack attack) {
        var bytes = attack.kept() ? resource(Vectors.file(attack)) : attack.bytes();

        var result = attack.presentedTo() == PresentedTo.BROKER ? toBroker(bytes) : toRecipient(bytes);

        assertThat(result).isEqualTo(new Result(attack.outcome(), attack.codes()));
    }

    static List<Attack> attacks() {
        return Attacks.all().toList();
    }

    @Test
    void every_attack_has_a_name_of_its_own() {
        assertThat(Attacks.all().map(Attack::name)).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "spil.vectors",
            matches = "write",
            disabledReason = "the vectors stand as they are")
    void the_files_are_written_again_on_demand() throws IOException {
        var root = Path.of(Objects.requireNonNull(System.getProperty("spil.root")));

        Vectors.write(root.resolve("broker/protocol/src/test/resources/vectors"));
    }

    @Test
    void the_files_are_what_the_generator_makes() {
        Vectors.files()
                .forEach((name, bytes) -> assertThat(resource(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void the_valid_submission_is_sound_for_the_broker() {
        assertThat(toBroker(resource("valid/submission.json"))).isEqualTo(result("verified", List.of()));
        assertThat(toBroker(resource("valid/submission-on-every-ground.json")))
                .isEqualTo(result("verified", List.of()));
    }

    @Test
    void the_valid_deliveries_open_for_their_recipients() {
        var toProbation = opener(PROBATION).open(resource("valid/delivery-to-probation.json"), NOW);
        var toMunicipality = opener(MUNICIPALITY).open(resource("valid/delivery-to-municipality.json"), NOW);

        assertThat(toProbation).isInstanceOfSatisfying(Opening.Opened.class, opened -> {
            assertThat(opened.exchange().items()).hasSize(2);
            assertThat(opened.exchange().evidence()).isEqualTo(resource("valid/evidence-of-probation.json"));
        });
        assertThat(toMunicipality)
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.exchange().items()).hasSize(5));
    }

    private record Result(String outcome, List<String> codes) {}

    private Result toBroker(byte[] bytes) {
        return switch (SealedExchange.parse(bytes)) {
            case Checked.Unsound<SealedExchange>(var problems) -> result("malformed", problems);
            case Checked.Sound<SealedExchange>(var exchange) ->
                switch (exchange.verify(POLICE, List.of(sample.policeKey.verification()), NOW)) {
                    case Checked.Unsound<VerifiedExchange>(var problems) -> result("refused", problems);
                    case Checked.Sound<VerifiedExchange> _ -> result("verified", List.of());
                };
        };
    }

    private Result toRecipient(byte[] bytes) {
        return switch (opener(PROBATION).open(bytes, NOW)) {
            case Opening.Opened _ -> result("opened", List.of());
            case Opening.Malformed(var problems) -> result("malformed", problems);
            case Opening.Unrecorded(var problems) -> result("unrecorded", problems);
            case Opening.Unreleased(var problems) -> result("unreleased", problems);
            case Opening.Unsigned(var problems) -> result("unsigned", problems);
            case Opening.Incomplete(var problems) -> result("incomplete", problems);
            case Opening.Unreadable unreadable ->
                result("unreadable-by-" + unreadable.culprit().name().toLowerCase(Locale.ROOT), unreadable.problems());
        };
    }

    /** A recipient who knows of the log what history.json says. */
    private Opener opener(Oin recipient) {
        var history = Tampering.read(new String(resource("history.json"), UTF_8));
        var growth = new HashMap<String, List<String>>();
        history.required("growth")
                .forEachEntry((root, path) -> growth.put(
                        root, path.valueStream().map(JsonNode::stringValue).toList()));
        var seen = SampleLog.seen(
                LogKey.parse(history.required("key").stringValue()),
                history.required("lastSeen").stringValue(),
                growth);
        return sample.opener(recipient, YES_OR_NO, seen);
    }

    private static Result result(String outcome, List<Problem> problems) {
        return new Result(outcome, problems.stream().map(Problem::code).toList());
    }

    private static byte[] resource(String name) {
        try (var in = VectorsTest.class.getResourceAsStream("/vectors/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.spil.administration;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.spil.problem.JsonBody;
import nl.spil.protocol.Sha256;

/**
 * What an author hands in: an archive with the report of its tests, or the word to take earlier rules again, or those that
 * wait since an update of the software.
 */
sealed interface ProposalReader {
    int LONGEST = 4 * 1024 * 1024;

    @SuppressWarnings("ArrayRecordComponent") // Never compared and never changed.
    record Built(byte[] archive, TestReport tests) implements ProposalReader {}

    record Again(long earlier, long revision) implements ProposalReader {}

    /** The rules that came with an update of the software. */
    record Waiting(long revision) implements ProposalReader {}

    static ProposalReader read(byte[] bytes) {
        var body = JsonBody.of(bytes, LONGEST);
        return switch (Kind.of(body)) {
            case BUILT -> built(body);
            case AGAIN -> again(body);
            case WAITING -> waiting(body);
        };
    }

    /** The member that says which of the three it is. */
    enum Kind {
        BUILT,
        AGAIN,
        WAITING;

        static Kind of(JsonBody body) {
            return body.has("again") ? AGAIN : body.has("waiting") ? WAITING : BUILT;
        }
    }

    private static ProposalReader waiting(JsonBody body) {
        var revision = body.only(Set.of("waiting")).number("waiting");
        return body.whole(() -> new Waiting(Objects.requireNonNull(revision)));
    }

    private static ProposalReader again(JsonBody body) {
        var earlier = body.only(Set.of("again", "revision")).number("again");
        var revision = body.number("revision");
        return body.whole(() -> new Again(Objects.requireNonNull(earlier), Objects.requireNonNull(revision)));
    }

    private static ProposalReader built(JsonBody body) {
        var archive = body.only(Set.of("archive", "tests")).text("archive", Base64.getDecoder()::decode);
        var tests = body.object("tests").map(ProposalReader::tests).orElse(null);
        return body.whole(() -> new Built(Objects.requireNonNull(archive), Objects.requireNonNull(tests)));
    }

    private static TestReport tests(JsonBody tests) {
        tests.only(Set.of("report", "passed", "failed", "invariants", "violated"));
        var report = tests.text("report", Sha256::new);
        var passed = tests.number("passed");
        var failed = tests.number("failed");
        var invariants = tests.number("invariants");
        var violated = tests.number("violated");
        if (List.of(Objects.requireNonNullElse(failed, 1), Objects.requireNonNullElse(violated, 1)).stream()
                .anyMatch(count -> count != 0)) {
            tests.problem("tests-not-green", "", "Every test must pass and every invariant must hold.");
        }
        return tests.whole(() -> new TestReport(
                Objects.requireNonNull(report), Objects.requireNonNull(passed), Objects.requireNonNull(invariants)));
    }
}

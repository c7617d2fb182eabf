package nl.spil.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Many questions to a real opa in one go. */
final class Batch {
    private static final String QUERY = """
            [asked | some at, question in data.questions
              answer := data.spil.disclosure.answer with input as question
              asked := {"at": at, "answer": answer}]""";

    private Batch() {}

    /** In the order of the questions; where opa has no answer, nothing. */
    static List<JsonNode> answers(Opa opa, Path folder, List<String> questions) throws IOException {
        var file = folder.resolve("questions.json");
        Files.writeString(file, "{\"questions\":[" + String.join(",\n", questions) + "]}");
        var arguments = new ArrayList<>(List.of("eval", "--format", "raw", "--data", file.toString()));
        new OpaChecks(Rules.FOLDER, opa).rulesAndTables().forEach(name -> arguments.addAll(List.of("--data", name)));
        arguments.add(QUERY);
        var answers = new ArrayList<JsonNode>(Collections.nCopies(questions.size(), MissingNode.getInstance()));
        Json.read(opa.run(arguments)).forEach(one -> answers.set(one.get("at").asInt(), one.get("answer")));
        return answers;
    }
}

package nl.spil.author;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What must hold whatever the tables say: a sentence of the law over a whole part of the matrix.
 *
 * @param name the file's, a sentence
 * @param given what is different in every question it is asked about
 */
record Invariant(
        String name, String dutch, String english, List<String> law, Range range, JsonNode given, Claim claim) {
    private static final Set<String> MEMBERS = Set.of("title", "law", "note", "over", "given", "must");

    static List<Invariant> all(PolicyFolder folder, Matrix matrix) {
        return folder.files("invariants", name -> name.endsWith(".yaml") && !name.equals(Matrix.FILE)).stream()
                .map(file -> read(Moments.inSeconds(folder.yaml(file)), file, matrix))
                .toList();
    }

    private static Invariant read(JsonNode written, String file, Matrix matrix) {
        var title = written.path("title");
        var law = Codes.texts(written.path("law")).toList();
        if (!MEMBERS.containsAll(written.propertyNames())
                || law.isEmpty()
                || !title.path("nl").isString()
                || !title.path("en").isString()) {
            throw new UnreadableSource(file, "an invariant has title (nl, en), law (a list), over, given, must");
        }
        return new Invariant(
                file.substring("invariants/".length(), file.length() - ".yaml".length()),
                title.get("nl").stringValue(),
                title.get("en").stringValue(),
                law,
                Range.read(written.path("over"), matrix, file),
                written.path("given"),
                Claim.read(written.path("must"), matrix, file));
    }

    String title(boolean inDutch) {
        return inDutch ? dutch : english;
    }

    @Override
    public String toString() {
        return english;
    }
}

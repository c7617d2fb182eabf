package nl.spil.author;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files a bundle is made of; tests, stories and invariants ask it, and are not in it. */
record Sources(PolicyFolder folder) {
    private static final List<String> RULES = List.of("bases", "disclosure", "obligations", "refusals");
    private static final String TEXTS = "tables/texts.yaml";

    /** Everything, tables and texts included; as the manifest has it. */
    String digest() {
        return Bundle.digest(contents(all()));
    }

    /** Only what a compiler reads: while this is the same, a new table needs none. */
    String rulesDigest() {
        return Bundle.digest(contents(
                all().stream().filter(name -> !name.startsWith("tables/")).toList()));
    }

    List<String> tables() {
        return in("tables", name -> name.endsWith(".yaml") && !name.equals(TEXTS))
                .toList();
    }

    String texts() {
        return TEXTS;
    }

    List<String> rules() {
        return all().stream().filter(name -> name.endsWith(".rego")).toList();
    }

    private List<String> all() {
        return Stream.concat(
                        Stream.of("capabilities.json"),
                        Stream.concat(RULES.stream(), Stream.of("tables")).flatMap(part -> in(part, _ -> true)))
                .sorted()
                .toList();
    }

    private Stream<String> in(String part, Predicate<String> wanted) {
        return folder.files(part, name -> !name.endsWith("_test.rego") && !name.contains("/.")).stream()
                .filter(wanted);
    }

    private SortedMap<String, byte[]> contents(List<String> names) {
        var contents = new TreeMap<String, byte[]>();
        names.forEach(name -> contents.put(name, folder.bytes(name)));
        return contents;
    }
}

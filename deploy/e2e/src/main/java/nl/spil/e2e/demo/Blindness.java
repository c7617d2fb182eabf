package nl.spil.e2e.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.spil.e2e.EmbeddedDatabase;
import nl.spil.e2e.PlaintextSearch;
import tools.jackson.databind.JsonNode;

/** Shows that the broker's database and folder hold nothing readable of the person, and that the search would find it. */
final class Blindness {
    private static final int FRAGMENT = 28;
    private static final Pattern PDF_TEXT = Pattern.compile("\\(([^()\\\\]{30,})\\) Tj");

    private final Place place;
    private final DemoFiles files;
    private final Screen screen;
    private final Words words;

    Blindness(Place place, DemoFiles files, Screen screen, Words words) {
        this.place = place;
        this.files = files;
        this.screen = screen;
        this.words = words;
    }

    void show(Path whoMayRead) throws IOException, SQLException {
        screen.chapter(words.text("blind"));
        screen.explain(words.text("blind.explain"));
        var wanted = wanted();
        var search = new PlaintextSearch(wanted);
        var readable = search.inFolder(whoMayRead).words();
        if (readable.isEmpty()) {
            throw new StoryEnded("the search finds nothing where it must, so it proves nothing");
        }
        var dump = Files.createTempFile("spil-demo-", ".dump");
        try {
            var tables = dump(dump);
            var rows = search.in(Files.readAllBytes(dump));
            var kept = search.inFolder(place.broker());
            if (!rows.isEmpty() || !kept.hits().isEmpty()) {
                throw new StoryEnded(words.text("blind.found", rows + " " + kept.hits()));
            }
            screen.good(words.text(
                    "blind.clean",
                    tables,
                    Preview.bytes(Files.size(dump)),
                    kept.files(),
                    Preview.bytes(kept.bytes()),
                    wanted.size()));
        } finally {
            Files.delete(dump);
        }
        screen.detail(words.text("blind.control", readable.size(), wanted.size()));
    }

    private int dump(Path to) throws IOException, SQLException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            return new EmbeddedDatabase(place.broker()).dump(out).size();
        }
    }

    /** Everything in the documents that points at the person, and a piece of every sentence. */
    private List<String> wanted() {
        var report = files.json("melding.json");
        var person = report.path("natuurlijkPersoon");
        var found = new ArrayList<String>();
        found.add(person.path("burgerservicenummer").asString());
        found.add(person.path("naam").path("voornamen").asString());
        found.add(person.path("adres").path("straatnaam").asString());
        found.add(report.path("registratienummer").asString());
        person.path("communicatiemiddel").valueStream().map(JsonNode::asString).forEach(found::add);
        sentences(report, found);
        for (var text : List.of("politiesamenvatting.txt", "woonafspraak.txt")) {
            files.text(text)
                    .lines()
                    .filter(line -> line.length() > FRAGMENT * 2)
                    .forEach(line -> found.add(fragment(line)));
        }
        var pdf = new String(files.bytes("behandelsamenvatting.pdf"), StandardCharsets.ISO_8859_1);
        PDF_TEXT.matcher(pdf).results().forEach(match -> found.add(fragment(match.group(1))));
        return found.stream().filter(word -> word.length() >= 8).distinct().toList();
    }

    private static void sentences(JsonNode node, List<String> found) {
        if (node.isContainer()) {
            node.valueStream().forEach(child -> sentences(child, found));
        } else if (node.isString() && node.stringValue().length() > FRAGMENT * 2) {
            found.add(fragment(node.stringValue()));
        }
    }

    private static String fragment(String sentence) {
        int middle = Math.max(0, sentence.length() / 2 - FRAGMENT / 2);
        return sentence.substring(middle, Math.min(sentence.length(), middle + FRAGMENT));
    }
}

package nl.spil.e2e.demo;

import java.net.URI;
import java.nio.file.Path;

/** What a reader can try while the broker keeps running; every line can be copied as it stands. */
final class Afterwards {
    private final Place place;
    private final URI broker;
    private final Screen screen;
    private final Words words;

    Afterwards(Place place, URI broker, Screen screen, Words words) {
        this.place = place;
        this.broker = broker;
        this.screen = screen;
        this.words = words;
    }

    void show(Story story) {
        var spil = typed(place.root().resolve("deploy/spil"));
        screen.blank();
        screen.say(words.text("running", broker));
        screen.blank();
        screen.comment(words.text("running.try1"));
        screen.command(spil + " inbox --home " + typed(place.partner("politie")));
        screen.comment(words.text("running.try2"));
        screen.command(spil + " check --home " + typed(place.partner("ggz")) + " --case " + story.caseId() + " \\");
        screen.command("    --purpose case-consultation --to " + story.cast().oin("politie")
                + " --item HEALTH:SUMMARY:. --judged-by ggz-07");
        screen.comment(words.text("running.try3"));
        screen.command(spil + " verify --data " + typed(place.broker()));
        screen.blank();
        screen.say(words.text("running.stop", place.shown(place.data())));
    }

    /** As it can be typed in a shell, also when a folder has a space in its name. */
    private String typed(Path path) {
        var text = place.shown(path);
        return text.matches("[A-Za-z0-9_./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The disk, the database and the memory of the broker are searched for what it carried: F24 of the fault table. */
class NothingReadableStory {
    /** Long enough not to come about by chance, in a spelling that nothing else uses. */
    private static final String CONTENT = "Zeer-Herkenbare-Zin-Over-Betrokkene-9174";

    private static final String NUMBER = "999991772";

    private final Stage.Shared shared = Stage.shared();

    @Test
    void what_was_carried_is_nowhere_to_be_read_and_the_search_would_have_found_it() throws Exception {
        var region = shared.region();
        var search = new PlaintextSearch(List.of(CONTENT, NUMBER));
        for (int i = 0; i < 20; i++) {
            region.police().send(region.sending(4, CONTENT + " " + NUMBER));
        }
        var waiting = region.probation().inbox(Optional.empty(), Duration.ZERO).entries();
        region.probation().collect(waiting.getLast().id());

        assertThat(search.inFolder(region.probation().home().path()).words())
                .as("in the folder of who may read it")
                .contains(CONTENT, NUMBER);
        assertThat(search.inFolder(shared.broker().data()).hits())
                .as("in the broker's folder")
                .isEmpty();
        assertThat(search.inFolder(written("dump", this::dump)).hits())
                .as("in the database")
                .isEmpty();
        assertThat(search.inFolder(written("heap", this::heap)).hits())
                .as("in the broker's memory")
                .isEmpty();
    }

    private interface Writing {
        void to(Path file) throws Exception;
    }

    private static Path written(String name, Writing writing) throws Exception {
        var folder = Stage.folder(name);
        writing.to(folder.resolve(name + ".hprof"));
        return folder;
    }

    private void dump(Path file) throws Exception {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            assertThat(shared.database().dump(out)).contains("public.log_entry");
        }
    }

    private void heap(Path file) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Crash.run(jcmd, Long.toString(shared.broker().pid()), "GC.heap_dump", "-all", file.toString());
    }
}

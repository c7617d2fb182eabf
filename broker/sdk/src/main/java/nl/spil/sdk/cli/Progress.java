package nl.spil.sdk.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** How far a long piece of work is, on one line that goes away when the work is done. */
public final class Progress implements AutoCloseable {
    private static final long REDRAW = 100_000_000L;

    private final @Nullable PrintStream screen;
    private final String what;
    private long drawn = System.nanoTime() - REDRAW;

    Progress(@Nullable PrintStream screen, String what) {
        this.screen = screen;
        this.what = what;
    }

    /** Tells that {@code done} of {@code total} pieces are finished; cheap enough to call for each piece. */
    public void at(long done, long total) {
        if (total > 0) {
            draw("%s %d%% (%d/%d)".formatted(what, done * 100 / total, done, total));
        }
    }

    /** Tells what is happening now. */
    public void at(String now) {
        draw(what + " " + now);
    }

    private void draw(String line) {
        if (screen == null || System.nanoTime() - drawn < REDRAW) {
            return;
        }
        drawn = System.nanoTime();
        screen.print("\r\033[K" + line);
        screen.flush();
    }

    @Override
    public void close() {
        if (screen != null) {
            screen.print("\r\033[K");
            screen.flush();
        }
    }
}

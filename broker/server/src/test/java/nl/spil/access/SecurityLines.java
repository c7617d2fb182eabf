package nl.spil.access;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The lines that the security log gets while a test looks. */
record SecurityLines(Logger log, ListAppender<ILoggingEvent> kept) implements AutoCloseable {
    static SecurityLines watched() {
        var log = (Logger) LoggerFactory.getLogger("nl.spil.security");
        var kept = new ListAppender<ILoggingEvent>();
        kept.start();
        log.addAppender(kept);
        return new SecurityLines(log, kept);
    }

    List<String> texts() {
        return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        log.detachAppender(kept);
    }
}

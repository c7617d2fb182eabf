package nl.spil;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as it may stand in a log: what and where, without the messages, which may speak of people. */
final class WithoutWords {
    private static final int FRAMES = 12;

    private WithoutWords() {}

    static String of(Throwable failure) {
        return causes(failure).map(cause -> cause.getClass().getName()).collect(Collectors.joining(" <- "));
    }

    static String withFrames(Throwable failure) {
        return causes(failure).map(WithoutWords::framesOf).collect(Collectors.joining("\n caused by "));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8);
    }

    private static String framesOf(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining("", cause.getClass().getName(), ""));
    }
}

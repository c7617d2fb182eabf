package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Records a running virtual machine while something happens. */
final class FlightRecording {
    private FlightRecording() {}

    interface Work {
        void happen() throws InterruptedException;
    }

    static void of(long pid, Path file, Duration time, Work work) throws IOException, InterruptedException {
        jcmd(pid, "JFR.start", "name=bench", "settings=profile", "maxage=" + time.toSeconds() * 4 + "s");
        work.happen();
        jcmd(pid, "JFR.dump", "name=bench", "filename=" + file);
        jcmd(pid, "JFR.stop", "name=bench");
    }

    private static void jcmd(long pid, String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid));
        command.addAll(java.util.List.of(words));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " failed");
        }
    }
}

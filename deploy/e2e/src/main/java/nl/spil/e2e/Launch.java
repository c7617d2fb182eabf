package nl.spil.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a broker is to be started.
 *
 * @param jvmOptions for its virtual machine, beside the usual ones
 * @param settings of the broker itself, beside where its data are and on which port it listens
 * @param tls how to speak to it when it speaks TLS; null when it does not
 */
public record Launch(
        Path serverJar,
        Path data,
        int port,
        List<String> jvmOptions,
        List<String> settings,
        @Nullable SSLContext tls) {

    public Launch {
        jvmOptions = List.copyOf(jvmOptions);
        settings = List.copyOf(settings);
    }

    /** As an ordinary user starts it, on a free port. */
    public static Launch of(Path serverJar, Path data) {
        return new Launch(serverJar, data, BrokerProcess.freePort(), List.of(), List.of(), null);
    }

    public Launch onPort(int chosen) {
        return new Launch(serverJar, data, chosen, jvmOptions, settings, tls);
    }

    public Launch with(String... options) {
        return new Launch(serverJar, data, port, List.of(options), settings, tls);
    }

    public Launch over(SSLContext context, List<String> tlsSettings) {
        return new Launch(serverJar, data, port, jvmOptions, tlsSettings, context);
    }

    URI url() {
        return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + port);
    }

    List<String> words() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx512m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.addAll(jvmOptions);
        words.addAll(List.of("-jar", serverJar.toString(), "--spil.data=" + data, "--server.port=" + port));
        words.addAll(settings);
        return words;
    }
}

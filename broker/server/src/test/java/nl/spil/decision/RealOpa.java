package nl.spil.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real OPA server with the rules of this build, started as an operator would; its tests are skipped where there is no opa. */
public final class RealOpa implements AutoCloseable {
    private static final Path DEPLOY = Path.of(System.getProperty("spil.root"), "deploy");

    private final Process process;
    private final URI address;

    private RealOpa(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    public static RealOpa startOrSkip() {
        var present = run("get-opa", "--if-present").onExit().join().exitValue() == 0;
        if (!present) {
            System.err.println("SKIPPED: no opa at hand; deploy/get-opa builds one, SPIL_OPA names one");
        }
        Assumptions.assumeTrue(present, "no opa at hand");
        var port = freePort();
        var address = URI.create("http://127.0.0.1:" + port);
        var opa = new RealOpa(run("opa/run", Integer.toString(port)), address);
        opa.awaitRules();
        return opa;
    }

    public URI address() {
        return address;
    }

    private void awaitRules() {
        try (var client = HttpClient.newHttpClient()) {
            var ready =
                    HttpRequest.newBuilder(address.resolve("/health?bundles")).build();
            for (var attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
                if (isReady(client, ready)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new AssertionError("OPA did not get ready");
    }

    private static boolean isReady(HttpClient client, HttpRequest ready) throws InterruptedException {
        try {
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process run(String script, String argument) {
        try {
            return new ProcessBuilder("bash", DEPLOY.resolve(script).toString(), argument)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

package nl.spil.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.spil.e2e.BrokerProcess;
import nl.spil.e2e.EmbeddedDatabase;

/**
 * What one would put together instead: an API gateway, OPA beside it, one audit row per request, on the same database.
 * Its source lies outside this tree and is built in a folder that is thrown away.
 */
final class Peer implements Load.Target, AutoCloseable {
    private static final String SECRET = "peer-secret-peer-secret-peer-secret";
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int port = BrokerProcess.freePort();
    private final byte[] request;

    private Peer(Path folder, int requestBytes) {
        this.folder = folder;
        this.request = request(port, requestBytes);
    }

    /** Builds and starts the peer; each request has a body of so many bytes, as many as the broker is sent. */
    static Peer start(Path source, Path opa, EmbeddedDatabase database, int requestBytes) {
        try {
            var peer = new Peer(Files.createTempDirectory("spil-peer-"), requestBytes);
            try {
                peer.build(source);
                peer.run(opa, database);
                return peer;
            } catch (IOException | RuntimeException e) {
                peer.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the peer cannot be built", e);
        }
    }

    private void build(Path source) throws IOException {
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        var maven = start("build.log", Map.of(), "mvn", "-q", "-B", "package");
        if (awaitExit(maven) != 0) {
            throw new IOException("Maven failed: " + Files.readString(folder.resolve("build.log")));
        }
        processes.remove(maven);
    }

    private void run(Path opa, EmbeddedDatabase database) throws IOException {
        int backendPort = BrokerProcess.freePort();
        int opaPort = BrokerProcess.freePort();
        createDatabase(database);
        start("opa.log", Map.of(), opa.toString(), "run", "--server", "--addr", "127.0.0.1:" + opaPort, "policy.rego");
        start("backend.log", Map.of(), java(), "-Xmx128m", "Backend.java", Integer.toString(backendPort));
        var settings = Map.of(
                "PEER_DB",
                database.url("peer"),
                "PEER_DB_USER",
                "spil_admin",
                "PEER_DB_PASSWORD",
                database.password("admin"),
                "PEER_OPA",
                "http://127.0.0.1:" + opaPort,
                "PEER_BACKEND",
                "http://127.0.0.1:" + backendPort);
        start("gateway.log", settings, java(), "-Xmx1g", "-jar", "target/gateway.jar", "--server.port=" + port);
        awaitServing();
    }

    private static void createDatabase(EmbeddedDatabase database) {
        try (var connection = database.asAdministrator();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists peer");
            statement.execute("create database peer");
        } catch (SQLException e) {
            throw new IllegalStateException("the peer gets no database", e);
        }
    }

    private Process start(String log, Map<String, String> settings, String... words) throws IOException {
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(settings);
        var process = builder.start();
        process.getOutputStream().close();
        processes.add(process);
        return process;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int awaitExit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void awaitServing() throws IOException {
        var deadline = Instant.now().plus(START_PATIENCE);
        while (!serves()) {
            if (Instant.now().isAfter(deadline) || processes.stream().anyMatch(process -> !process.isAlive())) {
                throw new IOException("the peer does not serve: " + Files.readString(folder.resolve("gateway.log")));
            }
            Pause.of(Duration.ofMillis(300));
        }
    }

    private boolean serves() {
        try (var line = connect()) {
            return line.ask(request) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static byte[] request(int port, int bytes) {
        var body = "{\"text\":\"" + "x".repeat(Math.max(0, bytes - 11)) + "\"}";
        var text = "POST /cases/case-1 HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token() + "\r\nX-Case: case-1\r\nX-Purpose: coordinate-care\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String token() {
        var claims = "{\"sub\":\"partner-a\",\"exp\":"
                + Instant.now().plus(Duration.ofHours(4)).getEpochSecond() + "}";
        var input = base64Url("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                + base64Url(claims.getBytes(StandardCharsets.US_ASCII));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return input + "." + base64Url(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the peer's token cannot be made", e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public Line connect() throws IOException {
        return new Line(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public byte[] next() {
        return request;
    }

    @Override
    public boolean isGood(int status) {
        return status == 200;
    }

    /** Gateway and OPA; the service behind it is the business of whoever answers. */
    List<Long> servers() {
        return List.of(processes.get(0).pid(), processes.get(2).pid());
    }

    @Override
    public void close() throws IOException {
        for (var process : processes) {
            process.destroy();
        }
        for (var process : processes) {
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package nl.spil.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;

/** Reads and checks all settings at once; whatever is wrong comes out in one list. */
public final class SettingsReader {
    private static final Set<String> KNOWN = Set.of(
            "server.address",
            "server.port",
            "spil.data",
            "spil.mode",
            "spil.address",
            "spil.issuer",
            "spil.operator.oin",
            "spil.operator.name",
            "spil.database.url",
            "spil.database.owner",
            "spil.database.owner-password",
            "spil.database.runtime",
            "spil.database.runtime-password",
            "spil.tls.certificate",
            "spil.tls.key",
            "spil.tls.trust",
            "spil.trust.root",
            "spil.partnership.id",
            "spil.partnership.agreement-from",
            "spil.partnership.agreement-until",
            "spil.policy.opa.url",
            "spil.policy.source",
            "spil.policy.source-interval",
            "spil.authzen.fixture");

    /** Names that start alike and are not the broker's: of scripts and tests, and where a file with settings is. */
    private static final Set<String> OTHERS =
            Set.of("spil.root", "spil.external", "spil.java.home", "spring.config.additional-location");

    private static final String TEST_OIN = "00000099000000000001";

    private final Given given;
    private final Instant now;

    private SettingsReader(Given given, Instant now) {
        this.given = given;
        this.now = now;
    }

    /**
     * The settings, or {@link SettingsRefused} with everything that is wrong.
     *
     * @param names every name that was given and is meant for the broker or for what it is built on, in the form
     *     `spil.some-name`
     * @param source the value of a name, or null
     */
    public static Settings read(Collection<String> names, Function<String, @Nullable String> source) {
        var reader = new SettingsReader(new Given(source), Clock.systemUTC().instant());
        names.stream()
                .filter(name -> !isKnown(name))
                .sorted()
                .forEach(name -> reader.given.complain(name + " is not a setting of Spil"));
        var settings = reader.read();
        if (!reader.given.complaints().isEmpty()) {
            throw new SettingsRefused(reader.given.complaints());
        }
        return settings;
    }

    /** An environment variable cannot tell a dot from a hyphen. */
    private static boolean isKnown(String name) {
        return Stream.of(KNOWN, OTHERS)
                .flatMap(Set::stream)
                .anyMatch(known -> known.replace('-', '.').equals(name.replace('-', '.')));
    }

    private Settings read() {
        given.required("spil.data", "the folder in which the broker keeps everything", ".");
        var data = given.read("spil.data", "a path", Path::of)
                .orElse(Path.of("."))
                .toAbsolutePath()
                .normalize();
        var mode = given.read(
                        "spil.mode", "EMBEDDED or EXTERNAL", value -> Mode.valueOf(value.toUpperCase(Locale.ROOT)))
                .orElse(Mode.EMBEDDED);
        var tls = tls();
        var listening = listening(mode, tls);
        var own = URI.create((tls.isPresent() ? "https://" : "http://") + listening.host() + ":" + listening.port());
        return switch (mode) {
            case EMBEDDED -> embedded(data, listening, own, tls);
            case EXTERNAL -> external(data, listening, tls);
        };
    }

    private Settings embedded(Path data, Settings.Listening listening, URI own, Optional<Settings.Tls> tls) {
        for (var name : List.of("spil.database.url", "spil.issuer")) {
            given.complainIf(given.text(name).isPresent(), name + " has no meaning in mode EMBEDDED");
        }
        var operator = new Settings.Operator(
                oin().orElse(new Oin(TEST_OIN)),
                given.text("spil.operator.name").orElse("Spil"));
        return new Settings(
                data,
                Mode.EMBEDDED,
                listening,
                own,
                own,
                operator,
                Optional.empty(),
                tls,
                root(),
                partnership(),
                opa(),
                policySource(),
                fixture());
    }

    /** A folder with a bundle of rules; relative to where the broker is started. */
    private Optional<Path> fixture() {
        var folder = given.read("spil.authzen.fixture", "a path", Path::of);
        folder.ifPresent(path -> given.complainIf(
                !Files.isReadable(path.resolve("manifest.json")),
                "spil.authzen.fixture is not a folder with a bundle"));
        return folder;
    }

    private Settings external(Path data, Settings.Listening listening, Optional<Settings.Tls> tls) {
        given.complainIf(
                given.text("spil.authzen.fixture").isPresent(),
                "spil.authzen.fixture is for judging an installation on one machine: it has no meaning in mode EXTERNAL");
        var nowhere = "https://localhost";
        var address = uri("spil.address", "the address at which partners reach the broker", nowhere);
        var issuer = uri("spil.issuer", "the authorization server that issues access tokens", nowhere);
        given.required("spil.operator.oin", "the OIN of the organisation that runs the broker", "");
        var operator = new Settings.Operator(
                oin().orElse(new Oin(TEST_OIN)),
                given.required("spil.operator.name", "the name of the organisation that runs the broker", "-"));
        given.required("spil.trust.root", "the certificate under which partners' certificates stand (PEM)", "");
        given.complainIf(
                tls.isEmpty() && !isLoopback(listening.host()),
                "spil.tls.certificate, spil.tls.key and spil.tls.trust are missing: without TLS the broker serves"
                        + " loopback only");
        return new Settings(
                data,
                Mode.EXTERNAL,
                listening,
                address,
                issuer,
                operator,
                Optional.of(database()),
                tls,
                root(),
                partnership(),
                opa(),
                policySource(),
                Optional.empty());
    }

    private Optional<Oin> oin() {
        return given.read("spil.operator.oin", "an OIN of twenty digits", Oin::new);
    }

    private Settings.Listening listening(Mode mode, Optional<Settings.Tls> tls) {
        var port = given.read("server.port", "a port", SettingsReader::port).orElse(tls.isPresent() ? 8443 : 8080);
        var host = given.text("server.address").orElse("127.0.0.1");
        given.complainIf(
                mode == Mode.EMBEDDED && !isLoopback(host),
                "server.address is not loopback: in mode EMBEDDED the broker serves this machine only");
        return new Settings.Listening(host, port == 0 ? freePort() : port);
    }

    private static int port(String value) {
        var port = Integer.parseInt(value);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is at most 65535");
        }
        return port;
    }

    /** The broker's own name has its port in it, so the port is chosen before anything starts. */
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new SettingsRefused(List.of("server.port is 0 and no port is free"));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException unknown) {
            return false;
        }
    }

    private Optional<Settings.Tls> tls() {
        var names = List.of("spil.tls.certificate", "spil.tls.key", "spil.tls.trust");
        if (names.stream().allMatch(name -> given.text(name).isEmpty())) {
            return Optional.empty();
        }
        var files = names.stream()
                .map(name -> {
                    given.required(name, "certificate, key and trust are given together", "");
                    return file(name).orElse(Path.of("."));
                })
                .toList();
        var readable = files.stream().allMatch(Files::isRegularFile);
        if (readable) {
            var pem = new PemCheck(given, now);
            var certificate = pem.certificates("spil.tls.certificate", files.get(0)).stream()
                    .findFirst();
            pem.key("spil.tls.key", files.get(1), certificate);
            pem.certificates("spil.tls.trust", files.get(2));
        }
        return Optional.of(new Settings.Tls(files.get(0), files.get(1), files.get(2)));
    }

    private Optional<Path> root() {
        var root = file("spil.trust.root");
        root.filter(Files::isRegularFile)
                .ifPresent(path -> new PemCheck(given, now).certificates("spil.trust.root", path));
        return root;
    }

    private Optional<Path> file(String name) {
        var file = given.read(name, "a path", Path::of);
        file.ifPresent(path -> given.complainIf(
                !Files.isRegularFile(path) || !Files.isReadable(path), name + " is not a readable file"));
        return file;
    }

    private URI uri(String name, String why, String inItsPlace) {
        given.required(name, why, inItsPlace);
        return uri(name).orElse(URI.create(inItsPlace));
    }

    private Optional<URI> uri(String name) {
        var uri = given.read(name, "an absolute address", SettingsReader::absolute);
        uri.ifPresent(address -> given.complainIf(
                !"https".equals(address.getScheme()) && !isLoopback(address.getHost()),
                name + " is weak: it must start with https"));
        return uri;
    }

    /** Whoever answers there decides what leaves: this machine, or one that proves its name. */
    private Optional<URI> opa() {
        var name = "spil.policy.opa.url";
        var server = uri(name);
        server.ifPresent(address -> {
            given.complainIf(!List.of("http", "https").contains(address.getScheme()), name + " is not http or https");
            given.complainIf(address.getRawUserInfo() != null, name + " must not hold a name or password");
        });
        return server;
    }

    /** A file, or an address on this machine or one that proves its name; what comes from there must be signed all the same. */
    private Optional<PolicySource> policySource() {
        var name = "spil.policy.source";
        var interval =
                given.read(name + "-interval", "a time like PT1M of at least a second", SettingsReader::interval);
        var place = given.text(name)
                        .filter(text -> text.matches("(?i)[a-z]{2,}://.*"))
                        .isPresent()
                ? uri(name)
                : given.read(
                        name, "a path", path -> Path.of(path).toAbsolutePath().toUri());
        place.ifPresent(address -> given.complainIf(
                !List.of("file", "http", "https").contains(address.getScheme()) || address.getRawUserInfo() != null,
                name + " is not a file or an address without a name or password"));
        given.complainIf(interval.isPresent() && place.isEmpty(), name + "-interval has no meaning without " + name);
        return place.map(address -> new PolicySource(address, interval.orElse(Duration.ofMinutes(1))));
    }

    private static Duration interval(String value) {
        var interval = Duration.parse(value);
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("shorter than a second");
        }
        return interval;
    }

    private static URI absolute(String value) {
        var uri = URI.create(value);
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("not an absolute address");
        }
        return uri;
    }

    private ExternalDatabase database() {
        var url = given.required("spil.database.url", "the JDBC address of the PostgreSQL database", "");
        given.complainIf(!url.isEmpty() && !DatabaseUrl.isPostgres(url), "spil.database.url is not PostgreSQL");
        if (DatabaseUrl.isPostgres(url)) {
            check(DatabaseUrl.of(url));
        }
        var owner = given.required("spil.database.owner", "the role that owns the tables", "");
        var ownerPassword = given.required("spil.database.owner-password", "the password of the owning role", "");
        var runtime = given.required("spil.database.runtime", "the role for daily work", "-");
        var runtimePassword = given.required("spil.database.runtime-password", "the password of the daily role", "");
        given.complainIf(
                owner.equals(runtime), "spil.database.runtime is weak: it must be another role than the owner");
        given.complainIf(!runtime.matches("[a-z_][a-z0-9_]{0,62}|-"), "spil.database.runtime is not a plain role name");
        return new ExternalDatabase(url, owner, ownerPassword, runtime, runtimePassword);
    }

    private void check(DatabaseUrl url) {
        given.complainIf(
                !url.isProtected(SettingsReader::isLoopback),
                "spil.database.url is weak: it must say sslmode=verify-full unless the database is on loopback");
        url.forbidden().forEach(name -> given.complain("spil.database.url is weak: it must not say " + name));
    }

    private Optional<PartnershipTerm> partnership() {
        var id = given.text("spil.partnership.id");
        var from = given.read("spil.partnership.agreement-from", "a moment like 2026-01-01T00:00:00Z", Instant::parse);
        var until =
                given.read("spil.partnership.agreement-until", "a moment like 2030-01-01T00:00:00Z", Instant::parse);
        var present = List.of(id.isPresent(), from.isPresent(), until.isPresent());
        if (!present.contains(true)) {
            return Optional.empty();
        }
        if (present.contains(false)) {
            given.complain("spil.partnership.id, .agreement-from and .agreement-until are given together");
            return Optional.empty();
        }
        given.complainIf(
                !from.get().isBefore(until.get()), "spil.partnership.agreement-until is not after agreement-from");
        return from.get().isBefore(until.get())
                ? Optional.of(new PartnershipTerm(id.get(), from.get(), until.get()))
                : Optional.empty();
    }
}

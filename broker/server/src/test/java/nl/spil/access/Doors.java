package nl.spil.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import nl.spil.problem.ProblemWriter;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import nl.spil.settings.Settings;
import nl.spil.settings.SettingsReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The doors of the broker on a real port, with a directory of the test's own behind them and no database. */
record Doors(
        ConfigurableApplicationContext context,
        Settings settings,
        FakeDirectory directory,
        List<String> attempts,
        AtomicReference<Duration> ahead)
        implements AutoCloseable {

    static Doors open(Path data, Map<String, String> more) {
        var given = new HashMap<>(more);
        given.put("spil.data", data.toString());
        given.putIfAbsent("server.port", "0");
        var settings = SettingsReader.read(given.keySet(), given::get);
        var directory = new FakeDirectory();
        var attempts = new CopyOnWriteArrayList<String>();
        var ahead = new AtomicReference<>(Duration.ZERO);
        var application = new SpringApplication(Slice.class);
        var properties = new HashMap<>(settings.serverProperties());
        properties.put("test.doors", "open");
        properties.put("spil.mode", settings.mode().name());
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("directory", directory);
            context.getBeanFactory().registerSingleton("clock", movedBy(ahead));
            context.getBeanFactory().registerSingleton("attempts", (Attempts) (caller, method, path, why) ->
                    attempts.add(caller.oin() + " " + why.type().code()));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new org.springframework.core.env.MapPropertySource("test", properties));
        });
        return new Doors(application.run(), settings, directory, attempts, ahead);
    }

    /** Waiting is pretended: a test sets the broker's clock ahead. */
    private static Clock movedBy(AtomicReference<Duration> ahead) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now().plus(ahead.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }

    // No stereotype: the broker's own scan must not find what is meant for this test.
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class
            })
    @Import({AccessConfiguration.class, AuthorizationServerConfiguration.class, IssuerDescription.class})
    static class Slice {
        @Bean
        ProblemWriter problemWriter(tools.jackson.databind.json.JsonMapper mapper) {
            return new ProblemWriter(mapper);
        }

        @Bean
        Rooms rooms() {
            return new Rooms();
        }

        @Bean
        Refusals refusals(ProblemWriter writer) {
            return new Refusals(writer);
        }
    }

    /** What lies behind the doors. */
    @RestController
    @ConditionalOnProperty(name = "test.doors")
    static class Rooms {
        @GetMapping("/v1/cases")
        Map<String, Object> cases(CallingPartner caller) {
            return Map.of("caller", caller.oin().value(), "scopes", caller.scopes());
        }

        @PostMapping("/v1/decisions")
        Map<String, Object> decide(CallingPartner caller, Actor actor, @RequestBody byte[] body) {
            return Map.of("employee", actor.sub().value(), "length", body.length);
        }
    }

    @RestControllerAdvice
    @ConditionalOnProperty(name = "test.doors")
    static class Refusals {
        private final ProblemWriter writer;

        Refusals(ProblemWriter writer) {
            this.writer = writer;
        }

        @ExceptionHandler
        void refuse(
                Rejected rejected,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response)
                throws java.io.IOException {
            writer.write(request, response, rejected);
        }
    }
}

package nl.spil;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker as a program: `--spil.data=DIR --server.port=N`. */
@SpringBootApplication(
        exclude = {
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
public class SpilBroker {

    /** Starts the broker; when it cannot start it says everything that is wrong and exits with 1. */
    public static void main(String... arguments) {
        try {
            start(arguments);
        } catch (RuntimeException reportedAlready) {
            System.exit(1);
        }
    }

    /** The same inside another program; whoever starts it closes it. */
    public static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(SpilBroker.class);
        application.addInitializers(new Preparation());
        return application.run(arguments);
    }
}

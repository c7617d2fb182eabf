package nl.spil;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.spil.settings.SettingsReader;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Checks every setting and takes the data folder before anything else is made. */
final class Preparation implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String OWN_FILE = "class path resource [application.yml]";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = SettingsReader.read(namesIn(environment), environment::getProperty);
        var folder = DataFolder.take(settings.data());
        environment.getPropertySources().addFirst(new MapPropertySource("spil", settings.serverProperties()));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("dataFolder", folder);
        // The first to be registered is the last to be closed: the lock outlives everything that writes.
        beans.registerDisposableBean("dataFolder", folder::close);
    }

    /** What the operator said: on the command line, in a file, in a variable. Our own file is not what the operator said. */
    private static Collection<String> namesIn(ConfigurableEnvironment environment) {
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable
                    && !source.getName().contains(OWN_FILE)) {
                names.addAll(meantForUs(enumerable));
            }
        }
        return names;
    }

    private static List<String> meantForUs(EnumerablePropertySource<?> source) {
        var names = Stream.of(source.getPropertyNames());
        return switch (source) {
            // A file or a command line is ours alone, and whoever wrote it meant every word.
            case CommandLinePropertySource<?> _ -> names.toList();
            case OriginTrackedMapPropertySource _ -> names.toList();
            // Variables and properties are shared with others, so only the names of the broker and its parts count.
            case SystemEnvironmentPropertySource _ ->
                names.map(Preparation::settingOf).filter(Preparation::isOurs).toList();
            case MapPropertySource properties
            when properties.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME) ->
                names.filter(Preparation::isOurs).toList();
            default -> names.filter(name -> name.startsWith("spil.")).toList();
        };
    }

    /** What Spil is built on can be told to show or open things; it is told by Spil and by nobody else. */
    private static boolean isOurs(String name) {
        return name.startsWith("spil.") || name.startsWith("management.") || name.startsWith("spring.");
    }

    /** SPIL_DATABASE_URL is how an environment spells spil.database.url. */
    private static String settingOf(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}

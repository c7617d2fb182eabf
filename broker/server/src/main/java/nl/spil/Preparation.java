package nl.spil;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import nl.spil.settings.SettingsReader;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Checks every setting and takes the data folder before anything else is made. */
final class Preparation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

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

    private static Collection<String> namesIn(ConfigurableEnvironment environment) {
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                var variables = source instanceof SystemEnvironmentPropertySource;
                for (var name : enumerable.getPropertyNames()) {
                    names.add(variables ? settingOf(name) : name);
                }
            }
        }
        return names;
    }

    /** SPIL_DATABASE_URL is how an environment spells spil.database.url. */
    private static String settingOf(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}

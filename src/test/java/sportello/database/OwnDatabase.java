package sportello.database;

import static org.springframework.test.context.support.TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfiguration;

/** Gives the test's application context a fresh database and fixed settings, whatever the machine's environment says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextConfiguration(initializers = OwnDatabase.Settle.class)
public @interface OwnDatabase {

    /** Each of the processes that test side by side has one. */
    Path HOME = Path.of("target", "test-home-" + System.getProperty("fork", "0"));

    /** Points the settings at the fresh database. */
    class Settle implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ReadOnce.in(context);
            var database = TestDatabase.freshForSpring();
            TestPropertyValues.of(
                            "sportello.home=" + HOME,
                            "sportello.base-url=http://localhost:8080",
                            "sportello.time-zone=Europe/Rome",
                            "sportello.system-id=10",
                            "sportello.smtp.url=",
                            "sportello.database.url=" + database.url(),
                            "sportello.database.user=" + database.user(),
                            "sportello.database.password=" + database.password(),
                            "sportello.database.connections=5")
                    .applyTo(context);
            wishesFirst(context.getEnvironment().getPropertySources());
        }

        /** What the test itself asks for stands above what all have. */
        private static void wishesFirst(MutablePropertySources sources) {
            for (var name : List.of("Dynamic Test Properties", INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
                var wishes = sources.remove(name);
                if (wishes != null) sources.addFirst(wishes);
            }
        }
    }
}

package sportello;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.SpringProperties;
import org.springframework.core.annotation.AliasFor;
import sportello.settings.Settings;

/** A short visit to a desk's database by another program. */
final class Guest {
    private Guest() {}

    /** As little of the house as a visit takes. Nothing runs beside it: no job, and no look into a mailbox. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @EnableAutoConfiguration
    @ComponentScan(excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SmartLifecycle.class))
    @Import(Time.class)
    @interface Rooms {
        @AliasFor(annotation = ComponentScan.class, attribute = "basePackages")
        String[] value();
    }

    /**
     * While the desk runs: the visit starts nothing and changes no schema.
     *
     * @param rooms a class that bears {@link Rooms}
     */
    static ConfigurableApplicationContext visiting(Class<?> rooms, String... settings) {
        return house(rooms).profiles("guest").run(settings);
    }

    /** Whether the desk runs or not: if it does not, its own database is started for as long as the visit takes. */
    static ConfigurableApplicationContext atHome(Class<?> rooms, String... settings) {
        var visit = away(rooms, settings);
        try {
            visit.getBean(DataSource.class);
            return visit;
        } catch (RuntimeException away) {
            var known = visit.getBean(Settings.class);
            visit.close();
            if (!known.database().isEmbedded() || !hasDatabase(known.home())) throw away;
        }
        return lazily(rooms).run(settings);
    }

    /** Where no database is wanted, or there is none yet. */
    static ConfigurableApplicationContext away(Class<?> rooms, String... settings) {
        return lazily(rooms).profiles("guest").run(settings);
    }

    private static boolean hasDatabase(Path home) {
        return Files.exists(home.resolve("database"));
    }

    private static SpringApplicationBuilder lazily(Class<?> rooms) {
        return house(rooms).lazyInitialization(true);
    }

    /** What was written down about the whole house when the program was built is not about these rooms. */
    private static SpringApplicationBuilder house(Class<?> rooms) {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        return new SpringApplicationBuilder(rooms)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.flyway.enabled=false", "logging.level.root=warn");
    }
}

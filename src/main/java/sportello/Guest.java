package sportello;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A short visit to the database of the desk that is running: it starts nothing and changes no schema. */
final class Guest {
    private Guest() {}

    /** @param rooms as little of the house as the visit takes */
    static ConfigurableApplicationContext visiting(Class<?> rooms, String... settings) {
        return new SpringApplicationBuilder(rooms)
                .web(WebApplicationType.NONE)
                .profiles("guest")
                .logStartupInfo(false)
                .properties("spring.flyway.enabled=false", "logging.level.root=warn")
                .run(settings);
    }
}

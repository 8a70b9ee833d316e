package sportello;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time it is: in UTC, as fine as the database keeps it, so that what is read back is what was written. */
@Configuration(proxyBeanMethods = false)
class Time {

    private static final Duration AS_IN_THE_DATABASE = Duration.ofNanos(1_000);

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), AS_IN_THE_DATABASE);
    }
}

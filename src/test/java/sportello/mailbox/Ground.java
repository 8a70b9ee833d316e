package sportello.mailbox;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import sportello.base.Tripwire;
import sportello.database.OwnDatabase;
import sportello.jobs.Backoff;

/** The floor on which mailboxes stand, without anybody who reads them by himself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Ground.Floor.class)
@OwnDatabase
@interface Ground {

    /** Everything takes a fraction of its time. */
    Limits HASTY = new Limits(
            6L * 1024 * 1024,
            16 * 1024,
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            64 * 1024,
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            new Backoff(Duration.ofMillis(100), Duration.ofMillis(400)),
            Duration.ofMillis(500));

    @EnableAutoConfiguration
    @ComponentScan(
            value = {
                "sportello.settings",
                "sportello.jobs",
                "sportello.audit",
                "sportello.storage",
                "sportello.database",
                "sportello.mailbox"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Keepers|.*Test.*"))
    @Import({Errand.class, Heard.class, Tripwire.class})
    class Floor {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @Primary
        Limits hasty() {
            return HASTY;
        }

        @Bean(destroyMethod = "close")
        MailServer mailServer() throws IOException {
            return new MailServer();
        }
    }
}

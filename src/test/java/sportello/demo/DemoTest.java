package sportello.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import sportello.SportelloTest;

/** A test of the demo, which was opened on a Thursday morning in March and where time stands still. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SportelloTest(properties = {"SPORTELLO_DEMO_SMTP_PORT=0", "SPORTELLO_DEMO_IMAP_PORT=0"})
@ActiveProfiles("demo")
@Import(DemoTest.OneMoment.class)
public @interface DemoTest {
    Instant NOW = Instant.parse("2026-03-12T10:20:00Z");

    class OneMoment {
        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}

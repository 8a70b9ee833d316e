package sportello.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import sportello.base.Steps;
import sportello.jobs.Backoff;

/** The ground floor of a desk, fetching mail until it is killed or its input ends. */
final class MailDrillProgram {
    private static final int KILLED = 137;

    private MailDrillProgram() {}

    /** @param settings as on a command line; {@code --drill.halt=COMMIT --drill.after=3} makes it die at a step */
    public static void main(String[] settings) throws Exception {
        var desk = new SpringApplicationBuilder(Ground.class)
                .web(WebApplicationType.NONE)
                .properties("spring.flyway.enabled=false", "spring.main.banner-mode=off")
                .run(settings);
        System.out.println("ready");
        System.in.readAllBytes();
        desk.close();
    }

    @EnableAutoConfiguration
    @ComponentScan(
            value = {
                "sportello.settings",
                "sportello.audit",
                "sportello.storage",
                "sportello.database",
                "sportello.jobs",
                "sportello.mailbox"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*JobRunner|.*MailboxConfiguration|.*(Test|Drill)(\\$.*)?"))
    static class Ground {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** In a hurry, and soon over the death of another. */
        @Bean
        Limits limits() {
            var usual = Limits.USUAL;
            return new Limits(
                    usual.largest(),
                    usual.head(),
                    usual.connecting(),
                    usual.reading(),
                    usual.command(),
                    usual.piece(),
                    Duration.ofMillis(200),
                    Duration.ofMillis(100),
                    Duration.ofMillis(MailUnderKills.LEASE),
                    new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
                    usual.alarm());
        }

        @Bean
        Steps steps(Environment settings) {
            var deadly = settings.getProperty("drill.halt", "");
            var left = new AtomicInteger(settings.getProperty("drill.after", Integer.class, 1));
            return step -> {
                if (step.name().equals(deadly) && left.decrementAndGet() == 0)
                    Runtime.getRuntime().halt(KILLED);
            };
        }
    }
}

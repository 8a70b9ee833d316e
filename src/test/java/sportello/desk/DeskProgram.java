package sportello.desk;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import sportello.Sportello;
import sportello.base.Steps;
import sportello.mime.FastidiousReader;
import sportello.mime.MailKeys;
import sportello.mime.MailReader;

/** The whole program; it dies at a step of a mail's way if it is told to, and some mails are too much for its reader. */
final class DeskProgram {
    static final int KILLED = 137;

    private DeskProgram() {}

    /** @param settings as on a command line; {@code --drill.halt=COMMIT --drill.after=3} makes it die at a step */
    public static void main(String[] settings) {
        new SpringApplication(Sportello.class, Deadly.class).run(settings);
    }

    static class Deadly {

        @Bean
        @Primary
        Steps deadlySteps(Environment settings) {
            var deadly = settings.getProperty("drill.halt", "");
            var left = new AtomicInteger(settings.getProperty("drill.after", Integer.class, 1));
            return step -> {
                if (name(step).equals(deadly) && left.decrementAndGet() == 0)
                    Runtime.getRuntime().halt(KILLED);
            };
        }

        @Bean
        @Primary
        @ConditionalOnProperty("drill.poison")
        MailReader fastidiousReader(Clock clock, MailKeys keys) {
            return new FastidiousReader(clock, keys);
        }
    }

    /** Each module has steps of its own, some of one name. */
    static String name(Enum<?> step) {
        return step.getDeclaringClass().getSimpleName() + "." + step.name();
    }
}

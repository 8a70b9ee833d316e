package sportello.notification;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What this thread says to the database, as Spring's own log tells it. */
final class Statements {
    private static final String SAID = "Executing prepared SQL statement [";

    private Statements() {}

    static List<String> during(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var level = logger.getLevel();
        var ear = new Ear();
        ear.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(ear);
        try {
            work.run();
        } finally {
            logger.detachAppender(ear);
            logger.setAdditive(true);
            logger.setLevel(level);
        }
        return List.copyOf(ear.list).stream()
                .filter(said ->
                        said.getThreadName().equals(Thread.currentThread().getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.startsWith(SAID))
                .map(said -> said.substring(SAID.length()))
                .toList();
    }

    /** Asks who speaks while they speak: an event that is asked later names the one who asks. */
    private static final class Ear extends ListAppender<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent said) {
            said.prepareForDeferredProcessing();
            super.append(said);
        }
    }

    static List<String> readingDuring(Runnable work) {
        return during(work).stream().filter(said -> said.startsWith("select")).toList();
    }
}

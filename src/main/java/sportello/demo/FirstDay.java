package sportello.demo;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.demo.story.Story;
import sportello.queue.Routing;
import sportello.settings.Settings;
import sportello.ticket.Importing;

/** Fills an empty house when the demo starts, all or nothing. A house in which anybody has ever worked stays as it is. */
@Component
@Profile("demo")
class FirstDay implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstDay.class);

    private final HouseSql house;
    private final ValleServizi valleServizi;
    private final Routing routing;
    private final Importing importing;
    private final TransactionOperations transaction;
    private final Settings settings;
    private final Clock clock;

    FirstDay(
            HouseSql house,
            ValleServizi valleServizi,
            Routing routing,
            Importing importing,
            TransactionOperations transaction,
            Settings settings,
            Clock clock) {
        this.house = house;
        this.valleServizi = valleServizi;
        this.routing = routing;
        this.importing = importing;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            if (house.isEmpty()) fill();
        });
    }

    private void fill() {
        var roll = valleServizi.found();
        var tickets = Story.until(clock.instant(), settings.timeZone(), roll, routing);
        tickets.forEach(importing::bring);
        log.info("The demo begins with {} tickets", tickets.size());
    }
}

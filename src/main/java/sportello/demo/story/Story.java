package sportello.demo.story;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import sportello.queue.Routing;
import sportello.ticket.PastTicket;

/** The last sixty days of Valle Servizi. */
public final class Story {
    private static final int SEED = 2018_09_11;

    private static final List<String> SCENARIOS = List.of(
            "impianti-termici",
            "energia",
            "guasti",
            "illuminazione",
            "amministrazione",
            "assistenza",
            "english",
            "altro");

    private Story() {}

    /** Everything that happened until now, in the order in which it was asked for; always the same for the same moment. */
    public static List<PastTicket> until(Instant now, ZoneId zone, Roll roll, Routing routing) {
        var stage = new Stage(
                roll,
                Sheet.load("queues.md"),
                Sheet.load("agents.md"),
                new Phrases(Sheet.load("phrases.md")),
                routing,
                new WorkingTime(zone),
                now);
        return plays().flatMap(play -> Life.of(play, stage, new SplittableRandom(SEED + play.number())).live().stream())
                .sorted(Comparator.comparing(PastTicket::openedAt))
                .toList();
    }

    static Stream<Scenario> scenarios() {
        return SCENARIOS.stream()
                .flatMap(name -> Sheet.load("requests/" + name + ".md").entries().stream())
                .map(Scenario::new);
    }

    static Stream<Play> plays() {
        var clerks = Sheet.load("people.md").entries().stream().map(Clerk::new).toList();
        var towns = Sheet.load("towns.md").entries().stream().map(Town::new).toList();
        return new Casting(scenarios().toList(), clerks, towns, new SplittableRandom(SEED)).plays().stream();
    }
}

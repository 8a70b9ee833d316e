package sportello.web.agent.ticket;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import sportello.web.Away;
import sportello.web.Notice;

/** Whoever gives a ticket to somebody who is away may do so, and hears of it once more. */
final class AwayNotice {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private AwayNotice() {}

    /** @param words what the sentence says before it names the person */
    static Notice of(String key, Away.Person person, String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.add(person.name());
        arguments.add(DAY.format(person.absence().last()));
        var substitute = person.absence().substitute();
        if (substitute != null) arguments.add(substitute.name());
        return Notice.of(key + (substitute == null ? ".away" : ".away_with"), arguments.toArray(String[]::new));
    }
}

package sportello.notification;

import java.util.List;
import sportello.ticket.Briefing;

/**
 * The rules that hold for a piece of news, the first to be asked first, with what they are about.
 *
 * @param lately whom they told already today, as far as that matters
 */
record Addressed(List<Rule> rules, Briefing ticket, Said said, Lately lately) {

    Addressed {
        rules = List.copyOf(rules);
    }
}

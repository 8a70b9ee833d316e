package sportello.web.admin;

import java.util.List;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeptChoice;

/** A list of choices, in the order in which they are offered. */
public record ChoicesPage(ChoiceList list, List<KeptChoice> choices) {
    public ChoicesPage {
        choices = List.copyOf(choices);
    }

    public Area area() {
        return Area.of(list);
    }
}

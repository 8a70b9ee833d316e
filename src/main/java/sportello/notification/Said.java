package sportello.notification;

import java.util.List;
import sportello.field.FilledField;

/**
 * What the house's own fields say of a ticket.
 *
 * @param toCustomers those among them that customers can read in the portal
 */
record Said(List<FilledField> all, List<FilledField> toCustomers) {
    static final Said NOTHING = new Said(List.of(), List.of());

    Said {
        all = List.copyOf(all);
        toCustomers = List.copyOf(toCustomers);
    }
}

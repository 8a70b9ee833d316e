package sportello.notification;

import java.util.List;
import sportello.field.FilledField;

/**
 * What the house's own fields say of a ticket, and of its article of which a letter tells.
 *
 * @param toCustomers those among them that customers can read in the portal
 */
record Said(List<FilledField> all, List<FilledField> toCustomers, OfArticle article) {
    static final Said NOTHING = new Said(List.of(), List.of(), OfArticle.NOTHING);

    Said {
        all = List.copyOf(all);
        toCustomers = List.copyOf(toCustomers);
    }

    /** @param toCustomers those that customers can read, as far as they read the article */
    record OfArticle(List<FilledField> all, List<FilledField> toCustomers) {
        static final OfArticle NOTHING = new OfArticle(List.of(), List.of());

        OfArticle {
            all = List.copyOf(all);
            toCustomers = List.copyOf(toCustomers);
        }
    }
}

package sportello.notification;

import java.util.List;
import sportello.field.FilledField;
import sportello.ticket.LastWords;

/**
 * What is said of a ticket beside its briefing: by the house's own fields, of it and of its article of which a letter tells,
 * and by the customer last.
 *
 * @param toCustomers those among the fields that customers can read in the portal
 * @param sealed whether the article left encrypted, so that nobody outside is told its text in the clear
 */
record Said(
        List<FilledField> all, List<FilledField> toCustomers, OfArticle article, LastWords byCustomer, boolean sealed) {
    static final Said NOTHING = new Said(List.of(), List.of(), OfArticle.NOTHING, LastWords.NONE, false);

    Said {
        all = List.copyOf(all);
        toCustomers = List.copyOf(toCustomers);
    }

    Said with(LastWords byCustomer) {
        return new Said(all, toCustomers, article, byCustomer, sealed);
    }

    Said sealed(boolean sealed) {
        return new Said(all, toCustomers, article, byCustomer, sealed);
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

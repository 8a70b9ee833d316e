package sportello.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.mail.Delivery;
import sportello.mail.Letters;
import sportello.ticket.Briefing;
import sportello.ticket.Briefings;
import sportello.ticket.LastWords;

/**
 * Finds out what the house's own fields say of a ticket and of the article of which people are told, and what the customer
 * wrote last.
 */
@Component
class Sayings {
    private final FilledFields fields;
    private final Briefings briefings;
    private final Letters letters;

    Sayings(FilledFields fields, Briefings briefings, Letters letters) {
        this.fields = fields;
        this.briefings = briefings;
        this.letters = letters;
    }

    /** As far as rules ask for it: most do not, and then nothing is looked up. */
    Said of(Briefing ticket, boolean fields, boolean customer) {
        var said = (fields ? ofFields(ticket) : Said.NOTHING).sealed(isSealed(ticket.article()));
        return customer ? said.with(briefings.ofCustomer(ticket.id())) : said;
    }

    private boolean isSealed(Briefing.@Nullable Text article) {
        if (article == null || article.letters().isEmpty()) return false;
        return letters.deliveries(article.letters()).values().stream()
                .map(Delivery::seal)
                .anyMatch(seal -> seal != null && seal.encrypted());
    }

    private Said ofFields(Briefing ticket) {
        var article = ticket.article();
        var all = fields.of(Subject.TICKET, ticket.id().value());
        return new Said(
                all,
                toCustomers(all, Subject.TICKET, ticket.id().value(), Screen.PORTAL_TICKET),
                article == null ? Said.OfArticle.NOTHING : of(article),
                LastWords.NONE,
                false);
    }

    private Said.OfArticle of(Briefing.Text article) {
        var all = fields.of(Subject.ARTICLE, article.id().value());
        return new Said.OfArticle(
                all,
                article.visible()
                        ? toCustomers(all, Subject.ARTICLE, article.id().value(), Screen.PORTAL_ARTICLE)
                        : List.of());
    }

    private List<FilledField> toCustomers(List<FilledField> all, Subject subject, long id, Screen screen) {
        return all.isEmpty() ? List.of() : fields.of(subject, id, screen);
    }
}

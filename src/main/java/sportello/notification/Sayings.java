package sportello.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
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

    Sayings(FilledFields fields, Briefings briefings) {
        this.fields = fields;
        this.briefings = briefings;
    }

    /** As far as rules ask for it: most do not, and then nothing is looked up. */
    Said of(Briefing ticket, boolean fields, boolean customer) {
        var said = fields ? ofFields(ticket) : Said.NOTHING;
        return customer ? said.with(briefings.ofCustomer(ticket.id())) : said;
    }

    private Said ofFields(Briefing ticket) {
        var article = ticket.article();
        var all = fields.of(Subject.TICKET, ticket.id().value());
        return new Said(
                all,
                toCustomers(all, Subject.TICKET, ticket.id().value(), Screen.PORTAL_TICKET),
                article == null ? Said.OfArticle.NOTHING : of(article),
                LastWords.NONE);
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

package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.field.Fields;
import sportello.field.FilledFields;
import sportello.field.Subject;
import sportello.field.TypedFields;
import sportello.field.WantedField;
import sportello.identity.Actor;

/** What the house's own fields say of articles: said when one is written, and never changed. */
@Component
class ArticleFields {
    private final Fields fields;
    private final FilledFields filled;
    private final Chronicle chronicle;

    ArticleFields(Fields fields, FilledFields filled, Chronicle chronicle) {
        this.fields = fields;
        this.filled = filled;
        this.chronicle = chronicle;
    }

    /** What those of an article that does not exist yet are to say. */
    Outcome<List<WantedField>> read(TypedFields typed) {
        return fields.read(typed, List.of());
    }

    /** Each is a line of the ticket's history; people are told of what was written. */
    void say(TicketId ticket, ArticleId article, List<WantedField> wanted, Actor by) {
        for (var one : wanted) {
            filled.say(Subject.ARTICLE, article.value(), one.field().id(), one.to());
            chronicle.note(new TicketEvent.FieldChanged(ticket, by, one.field(), one.from(), one.to(), article));
        }
    }

    /** A copy says what the first one says. */
    void copy(ArticleId from, ArticleId to) {
        filled.copy(Subject.ARTICLE, from.value(), to.value());
    }
}

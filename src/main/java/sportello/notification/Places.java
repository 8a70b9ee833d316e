package sportello.notification;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import sportello.field.Fields;
import sportello.field.Subject;
import sportello.reply.Placeholders;

/** What can stand in letters. */
@Component
class Places {
    private final Fields fields;

    Places(Fields fields) {
        this.fields = fields;
    }

    /** These, and what the house's own fields of tickets and their articles say: customers read as much of it as the portal shows them. */
    SortedSet<String> and(Set<String> places) {
        var all = new TreeSet<>(places);
        for (var field : fields.all()) all.add(Placeholders.OF_FIELDS + field.key());
        for (var field : fields.of(Subject.ARTICLE)) all.add(Placeholders.OF_ARTICLE_FIELDS + field.key());
        return all;
    }
}

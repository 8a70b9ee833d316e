package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptLists;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.Label;

/** Administrators say how states and priorities are called and marked. */
@Component
public class KeepingLabels {
    /** Before a message: as we deliver it, whatever the house says. */
    public static final String OURS = "ours.";

    private final LabelSql sql;
    private final Labels labels;
    private final SaidNames names;
    private final KeptLists lists;
    private final Book book;

    KeepingLabels(LabelSql sql, Labels labels, SaidNames names, KeptLists lists, Book book) {
        this.sql = sql;
        this.labels = labels;
        this.names = names;
        this.lists = lists;
        this.book = book;
    }

    /** A label as the book tells of it. */
    private record Written(
            Label name, Label customers, @Nullable Mark mark, boolean valid) {}

    public List<KeptLabel> all(LabelList list) {
        return sql.all(list);
    }

    public Optional<KeptLabel> find(LabelList list, int id) {
        return sql.find(list, id);
    }

    /**
     * How it is called now, in Italian.
     *
     * @param seen the version that was corrected
     */
    @Transactional
    public Outcome<String> correct(LabelList list, int id, int seen, LabelSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        lists.of(list.table(), list.topic()).keepAlone();
        labels.lookAnew();
        var before = sql.find(list, id).orElse(null);
        if (before == null) return Outcome.refused(list.word("changed"));
        return typed.checked(list)
                .then(settings -> unlikeOthers(list, before, settings))
                .then(settings -> stays(list, before, settings))
                .then(settings -> keep(list, before, seen, settings));
    }

    /** Two of one name could not be told apart where one has to choose. */
    private Outcome<LabelSettings> unlikeOthers(LabelList list, KeptLabel own, LabelSettings settings) {
        return names.taken(list, own.key(), settings.name())
                .map(taken -> Outcome.<LabelSettings>refused(list.word("known"), taken))
                .orElseGet(() -> Outcome.done(settings));
    }

    private Outcome<LabelSettings> stays(LabelList list, KeptLabel own, LabelSettings settings) {
        if (settings.valid()) return Outcome.done(settings);
        return hindrance(list, own)
                .<Outcome<LabelSettings>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(settings));
    }

    /** Why it cannot be taken out of use, if it cannot. */
    public Optional<Refusal> hindrance(LabelList list, KeptLabel own) {
        return switch (list) {
            case STATES -> labels.now().hindrance(State.of(own.id()));
            case PRIORITIES -> hindrance(Priority.of(own.id()));
        };
    }

    private Optional<Refusal> hindrance(Priority priority) {
        if (priority == Priority.NORMAL) return Optional.of(new Refusal("priorities.needed"));
        return sql.isGivenByRule(priority) ? Optional.of(new Refusal("priorities.given")) : Optional.empty();
    }

    private Outcome<String> keep(LabelList list, KeptLabel before, int seen, LabelSettings settings) {
        if (!sql.update(list, before.id(), seen, settings)) return Outcome.refused(list.word("changed"));
        labels.changed();
        var name = names.said(list.message(before.key()), Language.ITALIAN);
        book.write(
                list.topic(),
                before.id(),
                name,
                new Written(before.name(), before.customers(), before.mark(), before.valid()),
                new Written(settings.name(), settings.customers(), settings.mark(), settings.valid()));
        return Outcome.done(name);
    }
}

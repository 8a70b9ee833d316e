package sportello.ticket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.field.Label;

/** Administrators add states of the house's own beside ours. None is ever deleted: tickets and histories tell of it. */
@Component
public class KeepingOwnStates {
    private final OwnStateSql sql;
    private final Labels labels;
    private final SaidNames names;
    private final KeptList list;
    private final KeptList delivered;
    private final Book book;

    KeepingOwnStates(OwnStateSql sql, Labels labels, SaidNames names, KeptLists lists, Book book) {
        this.sql = sql;
        this.labels = labels;
        this.names = names;
        this.list = lists.of("own_state", Topic.OWN_STATES);
        this.delivered = lists.of(LabelList.STATES.table(), LabelList.STATES.topic());
        this.book = book;
    }

    /** A state as the book tells of it. */
    private record Written(
            String model,
            Label name,
            Label customers,
            @Nullable Mark mark,
            boolean valid) {
        static Written of(State model, LabelSettings label) {
            return new Written(model.key(), label.name(), label.customers(), label.mark(), label.valid());
        }

        static Written of(KeptOwnState kept) {
            var label = kept.label();
            return new Written(
                    kept.state().model().key(), label.name(), label.customers(), label.mark(), label.valid());
        }
    }

    /** Those too that are out of use, in their order. */
    public List<KeptOwnState> all() {
        return sql.all();
    }

    public Optional<KeptOwnState> find(int id) {
        return sql.find(id);
    }

    /** A new one comes last; its Italian name. */
    @Transactional
    public Outcome<String> add(OwnStateSettings typed, Authority by) {
        return checked(typed, "", by).then(settings -> {
            var model = settings.asked();
            var id = sql.insert(model, settings.label());
            return told(id, null, Written.of(model, settings.label()));
        });
    }

    /**
     * As which it behaves stays: tickets were put into it for that.
     *
     * @param seen the version that was corrected
     */
    @Transactional
    public Outcome<String> correct(int id, int seen, OwnStateSettings typed, Authority by) {
        var before = sql.find(id).orElse(null);
        if (before == null) return Outcome.refused("states.changed");
        return checked(typed, before.state().key(), by).then(settings -> {
            var model = settings.asked();
            if (model != before.state().model()) return Outcome.refused("own_states.stays", before.name());
            if (!sql.update(id, seen, settings.label())) return Outcome.refused("states.changed");
            return told(id, Written.of(before), Written.of(model, settings.label()));
        });
    }

    /** One place up or down among those that behave alike; at either end nothing happens. */
    @Transactional
    public Outcome<Integer> move(int id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("states.administer");
        list.keepAlone();
        var alike = new ArrayList<>(alike(id));
        var from = alike.indexOf((long) id);
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= alike.size()) return Outcome.done(id);
        Collections.swap(alike, from, to);
        return arrange(alike, by).then(moved -> Outcome.done(id));
    }

    private List<Long> alike(int id) {
        var all = sql.all();
        return all.stream()
                .filter(kept -> kept.id() == id)
                .flatMap(own -> all.stream()
                        .filter(kept -> kept.state().model() == own.state().model()))
                .map(kept -> (long) kept.id())
                .toList();
    }

    /** These in this order, on the places that they have together. */
    @Transactional
    public Outcome<Integer> arrange(List<Long> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused("states.administer");
        list.arrange(ids);
        labels.changed();
        return Outcome.done(ids.size());
    }

    /** @param own the key of the one that is corrected, empty for a new one */
    private Outcome<OwnStateSettings> checked(OwnStateSettings typed, String own, Authority by) {
        if (!by.administrator()) return Outcome.refused("states.administer");
        delivered.keepAlone();
        labels.lookAnew();
        return typed.checked()
                .then(settings -> names.taken(
                                LabelList.STATES, own, settings.label().name())
                        .map(taken -> Outcome.<OwnStateSettings>refused("states.known", taken))
                        .orElseGet(() -> Outcome.done(settings)));
    }

    private Outcome<String> told(int id, @Nullable Written before, Written now) {
        labels.changed();
        var name = now.name().italian();
        book.write(Topic.OWN_STATES, id, name, before, now);
        return Outcome.done(name);
    }
}

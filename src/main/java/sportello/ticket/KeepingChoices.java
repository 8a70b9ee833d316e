package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.base.Outcome;

/** Administrators keep the lists from which the desk chooses. A choice is never deleted: it tells of tickets. */
@Component
public class KeepingChoices {
    private final ChoiceSql sql;
    private final KeptLists lists;
    private final Book book;

    KeepingChoices(ChoiceSql sql, KeptLists lists, Book book) {
        this.sql = sql;
        this.lists = lists;
        this.book = book;
    }

    /** A choice as the book tells of it. */
    private record Written(
            String name, String note, @Nullable Boolean customers, boolean valid) {

        /** Of a list that is no tree, customers choose nothing. */
        static Written of(ChoiceList list, String name, ChoiceSettings settings) {
            return new Written(name, settings.note(), list.isTree() ? settings.customers() : null, settings.valid());
        }

        static Written of(ChoiceList list, KeptChoice kept) {
            return new Written(kept.name(), kept.note(), list.isTree() ? kept.customers() : null, kept.valid());
        }
    }

    /** Those too that are no longer chosen. */
    public List<KeptChoice> all(ChoiceList list) {
        return sql.all(list);
    }

    public Optional<KeptChoice> find(ChoiceList list, long id) {
        return sql.find(list, id);
    }

    /** A new one comes last, or has its place in the tree; its full name. */
    @Transactional
    public Outcome<String> add(ChoiceList list, ChoiceSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).keepAlone();
        return typed.offered()
                .checked(list)
                .then(settings -> fullName(list, settings, null).then(name -> {
                    var id = sql.insert(list, name);
                    if (list.isTree()) sql.place(list, id, settings);
                    book.write(list.topic(), id, name, null, Written.of(list, name, settings));
                    return Outcome.done(name);
                }));
    }

    /**
     * What stands below it follows its name and its place.
     *
     * @param seen the version that was corrected
     */
    @Transactional
    public Outcome<String> correct(ChoiceList list, long id, int seen, ChoiceSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).keepAlone();
        var before = sql.find(list, id).orElse(null);
        if (before == null) return Outcome.refused(list.word("changed"));
        return typed.checked(list)
                .then(settings -> stays(list, before, settings))
                .then(settings -> fullName(list, settings, before).then(name -> {
                    if (!sql.update(list, id, seen, name, settings.valid()))
                        return Outcome.refused(list.word("changed"));
                    if (list.isTree()) sql.place(list, id, settings);
                    book.write(list.topic(), id, name, Written.of(list, before), Written.of(list, name, settings));
                    return Outcome.done(name);
                }));
    }

    /** What others demand of the one that changes. */
    private Outcome<ChoiceSettings> stays(ChoiceList list, KeptChoice before, ChoiceSettings settings) {
        if (settings.valid()) return Outcome.done(settings);
        if (list.isNeeded() && sql.isLastToChoose(list, before.id())) return Outcome.refused(list.word("last"));
        return list.isTree() && sql.hasValidBelow(list, before.id())
                ? Outcome.refused(list.word("below"))
                : Outcome.done(settings);
    }

    /** One place up or down, in a list that is no tree; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(ChoiceList list, long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).move(id, up);
        return Outcome.done(id);
    }

    /** These in this order, on the places that they have together, in a list that is no tree. */
    @Transactional
    public Outcome<Integer> arrange(ChoiceList list, List<Long> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).arrange(ids);
        return Outcome.done(ids.size());
    }

    private KeptList kept(ChoiceList list) {
        return lists.of(list.table(), list.topic());
    }

    /** @param own what is corrected, null for a new one */
    private Outcome<String> fullName(ChoiceList list, ChoiceSettings settings, @Nullable KeptChoice own) {
        var parent = settings.parent();
        if (parent == null) return free(list, settings.name(), own);
        var above = sql.find(list, parent).orElse(null);
        if (above == null || settings.valid() && !above.valid()) return Outcome.refused(list.word("parent"));
        if (own != null && above.isWithin(own)) return Outcome.refused(list.word("circle"));
        return free(list, above.name() + KeptChoice.BELOW + settings.name(), own);
    }

    private Outcome<String> free(ChoiceList list, String name, @Nullable KeptChoice own) {
        return kept(list).isTaken(name, own == null ? 0 : own.id())
                ? Outcome.refused(list.word("known"), name)
                : Outcome.done(name);
    }
}

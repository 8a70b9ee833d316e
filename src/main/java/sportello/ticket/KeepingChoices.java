package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Administrators keep the lists from which the desk chooses. A choice is never deleted: it tells of tickets. */
@Component
public class KeepingChoices {
    /** In characters. */
    public static final int LONGEST = 120;

    private final ChoiceSql sql;
    private final KeptLists lists;
    private final Book book;

    KeepingChoices(ChoiceSql sql, KeptLists lists, Book book) {
        this.sql = sql;
        this.lists = lists;
        this.book = book;
    }

    /** A choice as the book tells of it. */
    private record Written(String name, boolean valid) {}

    /** Those too that are no longer chosen. */
    public List<KeptChoice> all(ChoiceList list) {
        return sql.all(list);
    }

    public Optional<KeptChoice> find(ChoiceList list, long id) {
        return sql.find(list, id);
    }

    /** A new one comes last. */
    @Transactional
    public Outcome<String> add(ChoiceList list, String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).keepAlone();
        return name(list, typed, 0).then(name -> {
            book.write(list.topic(), sql.insert(list, name), name, null, new Written(name, true));
            return Outcome.done(name);
        });
    }

    /** @param seen the version that was corrected */
    @Transactional
    public Outcome<String> correct(ChoiceList list, long id, int seen, String typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).keepAlone();
        if (!valid && list.isNeeded() && sql.isLastToChoose(list, id)) return Outcome.refused(list.word("last"));
        var before = sql.find(list, id)
                .map(kept -> new Written(kept.name(), kept.valid()))
                .orElse(null);
        return name(list, typed, id).then(name -> {
            if (!sql.update(list, id, seen, name, valid)) return Outcome.refused(list.word("changed"));
            book.write(list.topic(), id, name, before, new Written(name, valid));
            return Outcome.done(name);
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(ChoiceList list, long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused(list.word("administer"));
        kept(list).move(id, up);
        return Outcome.done(id);
    }

    private KeptList kept(ChoiceList list) {
        return lists.of(list.table(), list.topic());
    }

    private Outcome<String> name(ChoiceList list, String typed, long own) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused(list.word("name"));
        if (name.length() > LONGEST) return Outcome.refused(list.word("long"), LONGEST, name.length());
        return kept(list).isTaken(name, own) ? Outcome.refused(list.word("known"), name) : Outcome.done(name);
    }
}

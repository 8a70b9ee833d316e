package sportello.field;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep the fields of the house's own, and their order. None is ever deleted: it tells of something. */
@Component
public class KeepingFields {
    /** More than anybody fills in. */
    static final int MOST = 100;

    private final FieldSql sql;
    private final KeptList list;
    private final Book book;

    KeepingFields(FieldSql sql, KeptLists lists, Book book) {
        this.sql = sql;
        this.list = lists.of("field", Topic.FIELDS);
        this.book = book;
    }

    /** A field as the book tells of it. */
    private record Written(
            Subject about,
            String key,
            Kind kind,
            String labelIt,
            String labelEn,
            String hintIt,
            String hintEn,
            Limits limits,
            List<String> options,
            Map<Screen, Use> screens,
            boolean valid) {

        static Written of(KeptField kept) {
            var field = kept.field();
            return new Written(
                    field.subject(),
                    field.key(),
                    field.kind(),
                    field.label().italian(),
                    field.label().english(),
                    field.hint().italian(),
                    field.hint().english(),
                    field.limits(),
                    field.options().stream().map(Option::name).toList(),
                    new TreeMap<>(field.uses()),
                    kept.valid());
        }
    }

    /** Those too that are no longer asked. */
    public List<KeptField> all() {
        return sql.all();
    }

    public Optional<KeptField> find(FieldId id) {
        return sql.find(id);
    }

    /** A new one comes last; its label in Italian. */
    @Transactional
    public Outcome<String> add(FieldSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("fields.administer");
        list.keepAlone();
        if (all().size() >= MOST) return Outcome.refused("fields.many", MOST);
        return typed.offered().checked().then(settings -> {
            if (list.isTaken(settings.key(), 0)) return Outcome.refused("fields.known", settings.key());
            var id = sql.insert(settings);
            keep(id, settings);
            return written(id, null);
        });
    }

    /**
     * Key and kind stay what they are.
     *
     * @param seen the version of the one that was corrected
     */
    @Transactional
    public Outcome<String> correct(FieldId id, int seen, FieldSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("fields.administer");
        list.keepAlone();
        var before = find(id).orElse(null);
        if (before == null) return Outcome.refused("fields.changed");
        return typed.of(before.field()).checked().then(settings -> {
            var odd = unknown(before.field(), settings);
            if (odd.isPresent()) return Outcome.refused("fields.renaming", odd.get());
            if (isOfOtherMoney(before, settings)) return Outcome.refused("fields.currency_used");
            if (!sql.update(id, seen, settings)) return Outcome.refused("fields.changed");
            keep(id, settings);
            return written(id, Written.of(before));
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<FieldId> move(FieldId id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("fields.administer");
        list.move(id.value(), up);
        return Outcome.done(id);
    }

    /** These in this order, on the places that they have together. */
    @Transactional
    public Outcome<Integer> arrange(List<FieldId> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused("fields.administer");
        list.arrange(ids.stream().map(FieldId::value).toList());
        return Outcome.done(ids.size());
    }

    /** Of those that are to be called otherwise, one that there is not, or whose new name another has. */
    private Optional<String> unknown(Field field, FieldSettings settings) {
        var names = sql.names(field.id());
        return settings.options().renamed().stream()
                .filter(line -> !names.contains(line.was())
                        || names.stream()
                                .anyMatch(name -> name.equalsIgnoreCase(line.name()) && !name.equals(line.was())))
                .map(TypedOptions.Line::was)
                .findFirst();
    }

    /** What was filled in is of the currency that it was of. */
    private static boolean isOfOtherMoney(KeptField before, FieldSettings settings) {
        return before.uses() > 0
                && !Objects.equals(
                        before.field().limits().currency(), settings.limits().currency());
    }

    private void keep(FieldId id, FieldSettings settings) {
        sql.show(id, settings.uses());
        for (var line : settings.options().renamedFromBelow())
            if (settings.kind() == Kind.TREE) sql.renameBranch(id, line.was(), line.name());
            else sql.rename(id, line.was(), line.name());
        if (settings.kind().isChosen()) sql.offer(id, settings.options().names());
    }

    private Outcome<String> written(FieldId id, @Nullable Written before) {
        var now = find(id).orElseThrow();
        var name = now.field().label().italian();
        book.write(Topic.FIELDS, id.value(), name, before, Written.of(now));
        return Outcome.done(name);
    }
}

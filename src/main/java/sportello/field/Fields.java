package sportello.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;

/** The fields of the house's own, in the administrators' order: what a form asks, and what became of it. */
@Component
public class Fields {
    /** Said where at least one is not in order. */
    public static final String WRONG = "fields.wrong";

    private final FieldSql sql;
    private final Names names;

    Fields(FieldSql sql, Names names) {
        this.sql = sql;
        this.names = names;
    }

    /** All of tickets that are valid. */
    public List<Field> all() {
        return sql.valid(Subject.TICKET);
    }

    /** The same of any subject. */
    public List<Field> of(Subject subject) {
        return sql.valid(subject);
    }

    /**
     * What a field is to say as somebody writes it who sees no form; nothing where it says that already.
     *
     * @param words options by their names, yes and no in words
     */
    public Outcome<Optional<WantedField>> named(Field field, String words, Reader reader, List<FilledField> present) {
        var from = byId(present).get(field.id());
        if (from != null && isWhatItSays(from, words.strip(), reader)) return Outcome.done(Optional.empty());
        var options = offered(field, from);
        return value(field, options, NamedValue.typed(field, options, words), reader)
                .then(value -> Outcome.done(change(field, from, value.orElse(null))));
    }

    /** What is there already may stay, as on a form: also an agent who has left, or a text that would be refused today. */
    private static boolean isWhatItSays(Value value, String words, Reader reader) {
        return switch (value) {
            case Value.Agent(var named) -> named.isCalled(words);
            case Value.Customer(var named) -> named.isCalled(words);
            case Value.Chosen _, Value.YesNo _ -> words.equals(ValueText.shown(value, reader, "sì", "no"));
            case Value.Words _, Value.Link _, Value.Amount _, Value.Money _, Value.Day _, Value.Moment _ ->
                words.equals(ValueText.shown(value, reader, "", "")) || words.equals(ValueText.typed(value, reader));
        };
    }

    /** Those that the screen shows. */
    public List<Field> on(Screen screen) {
        return shown(sql.valid(screen.subject()), screen).toList();
    }

    private static Stream<Field> shown(List<Field> known, Screen screen) {
        return known.stream().filter(field -> field.on(screen) != Use.HIDDEN);
    }

    /** The form as it was left; where nothing was typed yet stands what there is. */
    public List<AskedField> asked(TypedFields left, List<FilledField> present) {
        return asked(left, present, false);
    }

    /**
     * The form of fields that are known already.
     *
     * @param checked whether each says what is wrong with it
     */
    public List<AskedField> asked(List<Field> known, TypedFields left, List<FilledField> present, boolean checked) {
        var screen = left.screen();
        if (screen == null) return List.of();
        var said = byId(present);
        return shown(known, screen)
                .map(field -> asked(field, screen, left, said.get(field.id()), checked))
                .toList();
    }

    /** The form as it comes back, each field with what is wrong with it. */
    public List<AskedField> again(TypedFields typed, List<FilledField> present) {
        return asked(typed, present, true);
    }

    /** The form for many things at once, in which each field may stay empty. */
    public List<AskedField> askedOfMany(TypedFields typed) {
        var screen = typed.screen();
        if (screen == null) return List.of();
        return on(screen).stream()
                .map(field ->
                        asked(field, screen, typed, null, typed.isFilled(field)).optional())
                .toList();
    }

    private List<AskedField> asked(TypedFields typed, List<FilledField> present, boolean checked) {
        var screen = typed.screen();
        return screen == null ? List.of() : asked(sql.valid(screen.subject()), typed, present, checked);
    }

    private AskedField asked(Field field, Screen screen, TypedFields typed, @Nullable Value present, boolean checked) {
        var stood = present == null ? "" : ValueText.typed(present, typed.reader());
        var problem =
                checked && read(field, screen, typed, present) instanceof Outcome.Refused<?>(var why) ? why : null;
        return new AskedField(
                field,
                field.on(screen) == Use.MANDATORY,
                offered(field, present),
                typed.typed().getOrDefault(field.key(), stood),
                problem);
    }

    /**
     * What the fields of the screen are to say now; what was not asked, or is what it was, is not among it. Refused with
     * the names of those that are not in order.
     */
    public Outcome<List<WantedField>> read(TypedFields typed, List<FilledField> present) {
        var screen = typed.screen();
        return screen == null ? Outcome.done(List.of()) : read(on(screen), screen, typed, present);
    }

    /** The same of those alone into which something was typed: what stays empty stays as it is. */
    public Outcome<List<WantedField>> readFilled(TypedFields typed, List<FilledField> present) {
        var screen = typed.screen();
        if (screen == null) return Outcome.done(List.of());
        var filled = on(screen).stream().filter(typed::isFilled).toList();
        return read(filled, screen, typed, present);
    }

    private Outcome<List<WantedField>> read(
            List<Field> asked, Screen screen, TypedFields typed, List<FilledField> present) {
        var known = byId(present);
        var wanted = new ArrayList<WantedField>();
        var wrong = new ArrayList<String>();
        for (var field : asked) {
            switch (read(field, screen, typed, known.get(field.id()))) {
                case Outcome.Done<Optional<WantedField>>(var change) -> change.ifPresent(wanted::add);
                case Outcome.Refused<Optional<WantedField>>(var why) ->
                    wrong.add(field.label(typed.reader().language()));
            }
        }
        return inOrder(wanted, wrong);
    }

    /** @param wrong what those are called that are not */
    static Outcome<List<WantedField>> inOrder(List<WantedField> wanted, List<String> wrong) {
        return wrong.isEmpty() ? Outcome.done(wanted) : Outcome.refused(WRONG, String.join(", ", wrong), wrong.size());
    }

    Outcome<Optional<WantedField>> read(Field field, Screen screen, TypedFields typed, @Nullable Value present) {
        var words = typed.typed().get(field.key());
        var mandatory = field.on(screen) == Use.MANDATORY;
        if (words == null)
            return mandatory && present == null ? Outcome.refused("field.mandatory") : Outcome.done(Optional.empty());
        if (present != null && clean(words).equals(clean(ValueText.typed(present, typed.reader()))))
            return Outcome.done(Optional.empty());
        return value(field, offered(field, present), words, typed.reader())
                .then(value -> value.isEmpty() && mandatory
                        ? Outcome.refused("field.mandatory")
                        : Outcome.done(change(field, present, value.orElse(null))));
    }

    private Outcome<Optional<Value>> value(Field field, List<Option> options, String typed, Reader reader) {
        return field.kind().isNamed()
                ? names.read(field.kind(), typed, reader.reach())
                : new Reading(field, options, reader).read(typed);
    }

    /** What is there already may stay, even though it would be refused today. */
    private static String clean(String typed) {
        return CleanText.lines(typed).replaceFirst("^,", "").strip();
    }

    private static Optional<WantedField> change(Field field, @Nullable Value from, @Nullable Value to) {
        return isSame(from, to) ? Optional.empty() : Optional.of(new WantedField(field.name(), from, to));
    }

    /** Refused with the names of those that the screen demands and that say nothing. */
    public Outcome<Screen> settled(Screen screen, Supplier<List<FilledField>> present, Language language) {
        var demanded = sql.valid(screen.subject()).stream()
                .filter(field -> field.on(screen) == Use.MANDATORY)
                .toList();
        if (demanded.isEmpty()) return Outcome.done(screen);
        var known = byId(present.get());
        var owed = demanded.stream()
                .filter(field -> !known.containsKey(field.id()))
                .map(field -> field.label(language))
                .toList();
        return owed.isEmpty()
                ? Outcome.done(screen)
                : Outcome.refused("fields.owed", String.join(", ", owed), owed.size());
    }

    /** What is no longer offered stands last in a form, wherever it stood. */
    private static boolean isSame(@Nullable Value from, @Nullable Value to) {
        return from instanceof Value.Chosen(var some) && to instanceof Value.Chosen(var others)
                ? Set.copyOf(some).equals(Set.copyOf(others))
                : Objects.equals(from, to);
    }

    static Map<FieldId, Value> byId(List<FilledField> present) {
        return present.stream().collect(Collectors.toMap(one -> one.field().id(), FilledField::value));
    }

    static List<Option> offered(Field field, @Nullable Value present) {
        return present instanceof Value.Chosen(var chosen)
                ? Stream.concat(field.options().stream(), chosen.stream())
                        .distinct()
                        .toList()
                : field.options();
    }
}

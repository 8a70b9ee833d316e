package sportello.field;

import java.util.List;
import java.util.Map;
import sportello.base.Language;

/**
 * A field that the house asks for.
 *
 * @param key by which placeholders and documents know it; stays what it is
 * @param hint what helps whoever fills it in, perhaps empty
 * @param options from which is chosen, in a kind that offers some
 * @param uses where it is not hidden
 */
public record Field(
        FieldId id,
        Subject subject,
        String key,
        Kind kind,
        Label label,
        Label hint,
        Limits limits,
        List<Option> options,
        Map<Screen, Use> uses) {

    public Field {
        options = List.copyOf(options);
        uses = Map.copyOf(uses);
    }

    public String label(Language language) {
        return label.in(language);
    }

    public Use on(Screen screen) {
        return uses.getOrDefault(screen, Use.HIDDEN);
    }

    /** What one of the options is called in a list of them. */
    public String called(Option option, List<Option> list) {
        return kind == Kind.TREE ? option.within(list) : option.name();
    }

    /** Whether the option only leads to others. */
    public boolean isClosed(Option option, List<Option> list) {
        return limits.leaves() && list.stream().anyMatch(option::isAbove);
    }

    /** How many characters can be typed. */
    public int longest() {
        return limits.longest(kind);
    }

    public FieldName name() {
        return new FieldName(id, key, label.italian(), label.english());
    }
}

package sportello.field;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Refusal;

/**
 * A field in a form.
 *
 * @param options among them what was chosen though it is no longer offered
 * @param typed as it stands in the form
 * @param problem what is wrong with it, null if nothing is
 */
public record AskedField(
        Field field,
        boolean mandatory,
        List<Option> options,
        String typed,
        @Nullable Refusal problem) {

    public AskedField {
        options = List.copyOf(options);
    }

    public String label(Language language) {
        return field.label(language);
    }

    public String hint(Language language) {
        return field.hint().in(language);
    }

    /** The same where it may stay empty. */
    AskedField optional() {
        return new AskedField(field, false, options, typed, problem);
    }

    /** What its input is called. */
    public String input() {
        return TypedFields.input(field.key());
    }

    /** By what the page knows its input. */
    public String id() {
        return "field-" + field.key();
    }

    /** How browsers are told what is typed. */
    public String inputType() {
        return switch (field.kind()) {
            case DATE -> "date";
            case MOMENT -> "datetime-local";
            case LINK -> "url";
            case LINE, TEXT, NUMBER, DECIMAL, MONEY, CHOICE, CHOICES, TREE, YES_NO, AGENT, CUSTOMER -> "text";
        };
    }

    /** What one of the options is called in the form. */
    public String called(Option option) {
        return field.called(option, options);
    }

    /** Whether the option only leads to others; what was chosen before may stay. */
    public boolean isClosed(Option option) {
        return field.isClosed(option, options) && !isChosen(option);
    }

    public boolean isChosen(Option option) {
        return Arrays.asList(typed.split(",")).contains("" + option.id());
    }
}

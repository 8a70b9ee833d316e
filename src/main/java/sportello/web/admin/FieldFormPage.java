package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.field.KeptField;
import sportello.field.Kind;
import sportello.field.Screen;
import sportello.field.Subject;

/** @param kept the one that is corrected, null for a new one */
public record FieldFormPage(
        @Nullable KeptField kept, FieldForm form, @Nullable Refusal refusal) {

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    /** Of a new one nobody knows yet whose it is. */
    public List<Screen> screens() {
        return kept == null ? List.of(Screen.values()) : Screen.of(kept.field().subject());
    }

    public List<Subject> subjects() {
        return List.of(Subject.values());
    }

    /** Whether it is to be asked about limits and options of the kind; of a new one nobody knows the kind yet. */
    public boolean asks(Kind... kinds) {
        return kept == null || List.of(kinds).contains(kept.field().kind());
    }

    /** Whether it is the options that are amiss. */
    public boolean isOfOptions() {
        return refusal != null && refusal.message().contains("option");
    }

    /** In which words it is said how often it is filled in. */
    public String uses() {
        return FieldsPage.uses(kept == null ? Subject.TICKET : kept.field().subject());
    }

    public String action() {
        return kept == null
                ? Area.FIELDS.address()
                : Area.FIELDS.address() + "/" + kept.field().id().value();
    }
}

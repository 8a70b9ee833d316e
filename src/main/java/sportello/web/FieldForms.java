package sportello.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.field.AskedField;
import sportello.field.Field;
import sportello.field.Fields;
import sportello.field.FilledField;
import sportello.field.Screen;
import sportello.field.TypedFields;
import sportello.field.WantedField;
import sportello.identity.Viewer;
import sportello.ticket.TypedBy;

/** The house's own fields in the forms of all audiences. */
@Component
public class FieldForms {
    private final Fields fields;

    FieldForms(Fields fields) {
        this.fields = fields;
    }

    /** As they were left; where nothing was typed yet stands what there is. */
    public List<AskedField> of(Screen screen, Map<String, String> typed, List<FilledField> present, Viewer viewer) {
        return fields.asked(typed(screen, typed, viewer), present);
    }

    /** As they come back, each with what is wrong with it. */
    public List<AskedField> again(Screen screen, Map<String, String> typed, List<FilledField> present, Viewer viewer) {
        return fields.again(typed(screen, typed, viewer), present);
    }

    /** The same of fields that are known already, each with what is wrong with it if that is wanted. */
    public List<AskedField> of(
            List<Field> known, Screen screen, Map<String, String> typed, boolean checked, Viewer viewer) {
        return fields.asked(known, typed(screen, typed, viewer), List.of(), checked);
    }

    /** For many things at once: each may stay empty, and what does stays as it is. */
    public List<AskedField> ofMany(Screen screen, Map<String, String> typed, Viewer viewer) {
        return fields.askedOfMany(typed(screen, typed, viewer));
    }

    /** Whether that could be done to one of which nothing is said yet. */
    public Outcome<List<WantedField>> checkedOfMany(Screen screen, Map<String, String> typed, Viewer viewer) {
        return fields.readFilled(typed(screen, typed, viewer), List.of());
    }

    /** For the use case. */
    public static TypedFields typed(Screen screen, Map<String, String> typed, Viewer viewer) {
        return TypedBy.of(screen, typed, viewer);
    }
}

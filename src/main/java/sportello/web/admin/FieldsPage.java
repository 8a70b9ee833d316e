package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import sportello.field.Field;
import sportello.field.KeptField;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.Use;

/** The fields of the house's own, in the order in which they are asked. */
public record FieldsPage(List<KeptField> fields) {
    public FieldsPage {
        fields = List.copyOf(fields);
    }

    /** In which words it is said how often a field is filled in. */
    public static String uses(Subject subject) {
        return subject == Subject.TICKET ? "fields.uses" : "fields.uses.others";
    }

    /** Where it is asked or shown. */
    public List<Screen> screens(Field field) {
        return Arrays.stream(Screen.values())
                .filter(screen -> field.on(screen) != Use.HIDDEN)
                .toList();
    }
}

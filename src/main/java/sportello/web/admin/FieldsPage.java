package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import sportello.field.Field;
import sportello.field.KeptField;
import sportello.field.Screen;
import sportello.field.Use;

/** The fields of tickets, in the order in which they are asked. */
public record FieldsPage(List<KeptField> fields) {
    public FieldsPage {
        fields = List.copyOf(fields);
    }

    /** Where it is asked or shown. */
    public List<Screen> screens(Field field) {
        return Arrays.stream(Screen.values())
                .filter(screen -> field.on(screen) != Use.HIDDEN)
                .toList();
    }
}

package sportello.web.agent.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields as somebody filled them in.
 *
 * @param version of the ticket on which they were
 * @param fields by their keys
 */
record FieldsForm(int version, Map<String, String> fields) {

    FieldsForm(int version, @Nullable Map<String, String> fields) {
        this.version = version;
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
    }
}

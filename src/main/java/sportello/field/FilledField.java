package sportello.field;

/**
 * A field that says something.
 *
 * @param kind of what it says
 */
public record FilledField(FieldName field, Kind kind, Value value) {}

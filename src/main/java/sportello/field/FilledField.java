package sportello.field;

/** A field that says something. */
public record FilledField(FieldName field, Value value) {}

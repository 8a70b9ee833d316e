package sportello.field;

/** By what a field is known. */
public record FieldId(long value) {}

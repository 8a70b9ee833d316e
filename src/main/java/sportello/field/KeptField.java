package sportello.field;

/**
 * A field as administrators see it.
 *
 * @param valid whether it is still asked
 * @param uses how many say something in it
 */
public record KeptField(Field field, boolean valid, int version, int uses) {}

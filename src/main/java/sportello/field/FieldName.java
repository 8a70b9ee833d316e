package sportello.field;

import sportello.base.Language;

/** A field as those call it who tell of it. */
public record FieldName(FieldId id, String key, String italian, String english) {

    public String in(Language language) {
        return new Label(italian, english).in(language);
    }
}

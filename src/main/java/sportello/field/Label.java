package sportello.field;

import sportello.base.Language;

/** The same said in both languages. */
public record Label(String italian, String english) {

    public String in(Language language) {
        return switch (language) {
            case ITALIAN -> italian;
            case ENGLISH -> english;
        };
    }
}

package sportello.base;

import java.util.Locale;

/** The languages of the house. Italian is the first. */
public enum Language {
    ITALIAN("it", Locale.ITALY),
    ENGLISH("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The ISO 639 code under which it is stored. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** The language of a stored code; Italian for what we do not speak. */
    public static Language of(String code) {
        return code.equals("en") ? ENGLISH : ITALIAN;
    }
}

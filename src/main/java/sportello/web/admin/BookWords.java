package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.audit.Change;
import sportello.audit.Hand;
import sportello.web.Words;

/** How the book reads. */
public final class BookWords {
    private BookWords() {}

    /** Who it was: a person, somebody who had not logged in, or the house itself. */
    public static String author(Hand by, Words words) {
        if (!by.name().isEmpty()) return by.name();
        return words.t(by.address().isEmpty() ? "book.house" : "book.stranger");
    }

    /** The field in words; one that has none is called as the program calls it. */
    public static String field(Change change, Words words) {
        var parts = change.field().split(": ", 2);
        var key = "book.field." + parts[0];
        var name = words.know(key) ? words.t(key) : parts[0];
        return parts.length == 1 ? name : name + ": " + parts[1];
    }

    public static String value(@Nullable String value, Words words) {
        return switch (value) {
            case null -> words.t("book.nothing");
            case "true" -> words.t("book.yes");
            case "false" -> words.t("book.no");
            default -> value;
        };
    }
}

package sportello.customer;

import java.util.Locale;
import java.util.stream.Stream;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * What is entered of a customer.
 *
 * @param code the short name by which the house knows it
 */
public record CustomerDetails(String code, String name, String street, String zip, String city, boolean valid) {
    /** In characters, each of its texts. */
    public static final int LONGEST = 200;

    /** Cleans what was typed; refuses a customer without a name or a code, and what is too long. */
    public static Outcome<CustomerDetails> of(
            String code, String name, String street, String zip, String city, boolean valid) {
        var details = new CustomerDetails(
                CleanText.line(code),
                CleanText.line(name),
                CleanText.line(street),
                CleanText.line(zip),
                CleanText.line(city),
                valid);
        if (CleanText.isBlank(details.name)) return Outcome.refused("customer.name");
        if (CleanText.isBlank(details.code)) return Outcome.refused("customer.code");
        return details.texts().anyMatch(text -> text.length() > LONGEST)
                ? Outcome.refused("customer.long", LONGEST)
                : Outcome.done(details);
    }

    /** One of which only the name is known; its last word becomes the code, as in {@code ROCCALBA}. */
    public static Outcome<CustomerDetails> named(String name) {
        var words = CleanText.line(name).split("\\s+");
        return of(words[words.length - 1].toUpperCase(Locale.ROOT), name, "", "", "", true);
    }

    private Stream<String> texts() {
        return Stream.of(code, name, street, zip, city);
    }
}

package sportello.customer;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * What is entered of a customer.
 *
 * @param code the short name by which the house knows it
 * @param owner who deals with its new tickets, null for nobody in particular
 * @param responsible the same, of who is responsible for them
 */
public record CustomerDetails(
        String code,
        String name,
        String street,
        String zip,
        String city,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        boolean valid) {
    /** In characters, each of its texts. */
    public static final int LONGEST = 200;

    /** Cleans what was typed, of nobody in particular; refuses a customer without a name or a code, and what is too long. */
    public static Outcome<CustomerDetails> of(
            String code, String name, String street, String zip, String city, boolean valid) {
        var details = new CustomerDetails(
                CleanText.line(code),
                CleanText.line(name),
                CleanText.line(street),
                CleanText.line(zip),
                CleanText.line(city),
                null,
                null,
                valid);
        if (CleanText.isBlank(details.name)) return Outcome.refused("customer.name");
        if (CleanText.isBlank(details.code)) return Outcome.refused("customer.code");
        return details.texts().anyMatch(text -> text.length() > LONGEST)
                ? Outcome.refused("customer.long", LONGEST)
                : Outcome.done(details);
    }

    /** The same in these hands. */
    public CustomerDetails inHandsOf(@Nullable AgentId newOwner, @Nullable AgentId newResponsible) {
        return new CustomerDetails(code, name, street, zip, city, newOwner, newResponsible, valid);
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

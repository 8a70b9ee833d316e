package sportello.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;

/**
 * Where people of the desk look up who asks. Searching, capitals and accents do not matter, words may be parts of words
 * and come in any order; all must be found.
 */
@Component
public class Directory {
    private final DirectorySql sql;

    Directory(DirectorySql sql) {
        this.sql = sql;
    }

    /** @param after the last one of the page before, null for the first page */
    public List<CustomerLine> customers(@Nullable CustomerId after, int most, Circle circle) {
        return sql.customers(after, most, circle);
    }

    /** By name, code, town or what their fields say; nobody where nothing was typed. */
    public List<CustomerLine> customersLike(String typed, int most, Circle circle) {
        var patterns = patterns(typed);
        return patterns.length == 0 ? List.of() : sql.customersLike(patterns, most, circle);
    }

    /** Whether the customer exists for whoever looks. */
    public boolean knows(CustomerId id, Circle circle) {
        return circle.equals(Circle.EVERYBODY) || sql.knows(id, circle);
    }

    /** The names of valid customers, to be offered where one is typed. */
    public List<String> names(int most, Circle circle) {
        return sql.names(most, circle);
    }

    /** The valid customer of exactly this code or name; nobody where several have the name. */
    public Optional<CustomerId> customerCalled(String typed, Circle circle) {
        var called = sql.customersCalled(CleanText.line(typed), circle);
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /** By name, address, log-in, phone number, organisation or what fields say; nobody where nothing was typed. */
    public List<Contact> contactsLike(String typed, int most, Circle circle) {
        var patterns = patterns(typed);
        return patterns.length == 0 ? List.of() : sql.contactsLike(patterns, most, circle);
    }

    /** The person once for each customer, the own one first; empty for whoever may not know the person. */
    public List<Contact> contactsOf(CustomerUserId id, Circle circle) {
        return sql.contactsOf(id, circle);
    }

    /** Everybody who asks for the customer, by name. */
    public List<Contact> peopleOf(CustomerId id, int most, Circle circle) {
        return sql.peopleOf(id, most, circle);
    }

    private static String[] patterns(String typed) {
        return Arrays.stream(CleanText.line(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
    }
}

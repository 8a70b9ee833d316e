package sportello.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The customers and their users. */
@Component
public class Customers {
    private static final int MOST_WORDS = 6;

    private final CustomerSql sql;

    Customers(CustomerSql sql) {
        this.sql = sql;
    }

    public Optional<Customer> find(CustomerId id) {
        return sql.customer(id);
    }

    public Optional<CustomerUser> find(CustomerUserId id) {
        return sql.customerUser(id);
    }

    /** Those that exist among the given, valid or not. */
    public List<CustomerUser> users(Collection<CustomerUserId> ids) {
        return sql.customerUsers(ids);
    }

    /** The customers for which the person may ask: the own one and the further ones. */
    public Set<CustomerId> of(CustomerUserId id) {
        return sql.customersOf(id);
    }

    /** The same customers, to choose from, by name; only the valid ones. */
    public List<Customer> choicesOf(CustomerUserId id) {
        return sql.choicesOf(id);
    }

    /** The organisations that exist among the given, valid or not. */
    public List<Customer> all(Collection<CustomerId> ids) {
        return sql.customers(ids);
    }

    /**
     * Valid customer users by any words of their name, address or organisation, whatever the accents and capitals.
     *
     * @param most how many at most, by name
     */
    public List<FoundUser> search(String text, int most) {
        var words = Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return words.isEmpty() ? List.of() : sql.search(words, most);
    }
}

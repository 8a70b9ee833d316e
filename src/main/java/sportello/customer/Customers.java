package sportello.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.mail.Recipient;

/** The customers and their users. */
@Component
public class Customers {
    private final CustomerSql sql;

    Customers(CustomerSql sql) {
        this.sql = sql;
    }

    public Optional<Customer> find(CustomerId id) {
        return sql.customer(id);
    }

    /** The valid customer of this code; capitals do not matter. */
    public Optional<Customer> byCode(String code) {
        return sql.byCode(code);
    }

    /** Those of the codes that no organisation has, valid or not. */
    public List<String> unknown(Collection<String> codes) {
        return sql.unknown(codes);
    }

    public Optional<CustomerUser> find(CustomerUserId id) {
        return sql.customerUser(id);
    }

    /** Those that exist among the given, valid or not, by name. */
    public List<Customer> all(Collection<CustomerId> ids) {
        return sql.customers(ids);
    }

    /** Those that exist among the given, valid or not. */
    public List<CustomerUser> users(Collection<CustomerUserId> ids) {
        return sql.customerUsers(ids);
    }

    /** The valid person who writes from this address, by any of the person's addresses; of several, who came first. */
    public Optional<CustomerUser> byAddress(String address) {
        var found = sql.byAddress(address);
        return found.isPresent()
                ? found
                : Recipient.of("", address)
                        .map(Recipient::address)
                        .filter(plain -> !plain.equals(address))
                        .flatMap(sql::byAddress);
    }

    /** The valid person who is called so: by the name for logging in, or by an address. */
    public Optional<CustomerUser> called(String name) {
        var found = sql.byLogin(name);
        return found.isPresent() ? found : byAddress(name);
    }

    /** The further addresses by which the person writes. */
    public List<String> addresses(CustomerUserId id) {
        return sql.addresses(id);
    }

    /** The customers for which the person may ask: the own one and the further ones. */
    public Set<CustomerId> of(CustomerUserId id) {
        return sql.customersOf(id);
    }

    /** The same customers, to choose from, by name; only the valid ones. */
    public List<Customer> choicesOf(CustomerUserId id) {
        return sql.choicesOf(id);
    }
}

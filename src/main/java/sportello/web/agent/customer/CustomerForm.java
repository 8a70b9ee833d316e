package sportello.web.agent.customer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.customer.Customer;
import sportello.customer.CustomerDetails;

/**
 * A customer as somebody typed it.
 *
 * @param version of the customer that is corrected
 * @param owner null for nobody in particular
 * @param fields the house's own, by their keys
 */
public record CustomerForm(
        @Nullable Integer version,
        String code,
        String name,
        String street,
        String zip,
        String city,
        @Nullable Long owner,
        @Nullable Long responsible,
        @Nullable Boolean valid,
        Map<String, String> fields) {
    static final CustomerForm BLANK = new CustomerForm(null, null, null, null, null, null, null, null, true, null);

    public CustomerForm(
            @Nullable Integer version,
            @Nullable String code,
            @Nullable String name,
            @Nullable String street,
            @Nullable String zip,
            @Nullable String city,
            @Nullable Long owner,
            @Nullable Long responsible,
            @Nullable Boolean valid,
            @Nullable Map<String, String> fields) {
        this.version = version;
        this.code = orEmpty(code);
        this.name = orEmpty(name);
        this.street = orEmpty(street);
        this.zip = orEmpty(zip);
        this.city = orEmpty(city);
        this.owner = owner;
        this.responsible = responsible;
        this.valid = valid;
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static CustomerForm of(Customer customer) {
        return new CustomerForm(
                customer.version(),
                customer.code(),
                customer.name(),
                customer.street(),
                customer.zip(),
                customer.city(),
                value(customer.owner()),
                value(customer.responsible()),
                customer.valid(),
                null);
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    /** What is new is valid. */
    Outcome<CustomerDetails> read() {
        return CustomerDetails.of(code, name, street, zip, city, version == null || isValid())
                .then(details -> Outcome.done(details.inHandsOf(agent(owner), agent(responsible))));
    }

    private static @Nullable AgentId agent(@Nullable Long id) {
        return id == null ? null : new AgentId(id);
    }

    private static @Nullable Long value(@Nullable AgentId id) {
        return id == null ? null : id.value();
    }
}

package sportello.web.agent.customer;

import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.customer.Customer;
import sportello.customer.CustomerDetails;

/**
 * A customer as somebody typed it.
 *
 * @param version of the customer that is corrected
 */
public record CustomerForm(
        @Nullable Integer version,
        String code,
        String name,
        String street,
        String zip,
        String city,
        @Nullable Boolean valid) {
    static final CustomerForm BLANK = new CustomerForm(null, null, null, null, null, null, true);

    public CustomerForm(
            @Nullable Integer version,
            @Nullable String code,
            @Nullable String name,
            @Nullable String street,
            @Nullable String zip,
            @Nullable String city,
            @Nullable Boolean valid) {
        this.version = version;
        this.code = orEmpty(code);
        this.name = orEmpty(name);
        this.street = orEmpty(street);
        this.zip = orEmpty(zip);
        this.city = orEmpty(city);
        this.valid = valid;
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
                customer.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    /** What is new is valid. */
    Outcome<CustomerDetails> read() {
        return CustomerDetails.of(code, name, street, zip, city, version == null || isValid());
    }
}

package sportello.web.agent.customer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.customer.Customer;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserDetails;

/**
 * A customer user as somebody typed it.
 *
 * @param version of the person who is corrected
 * @param customer the organisation by name or code
 * @param further the other organisations, between commas
 * @param invited whether somebody new is invited to the portal
 * @param fields the house's own, by their keys
 */
public record CustomerUserForm(
        @Nullable Integer version,
        String customer,
        String further,
        String login,
        String firstName,
        String lastName,
        String email,
        String phone,
        String taxCode,
        String language,
        @Nullable Boolean valid,
        @Nullable Boolean invited,
        Map<String, String> fields) {

    public CustomerUserForm(
            @Nullable Integer version,
            @Nullable String customer,
            @Nullable String further,
            @Nullable String login,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String taxCode,
            @Nullable String language,
            @Nullable Boolean valid,
            @Nullable Boolean invited,
            @Nullable Map<String, String> fields) {
        this.version = version;
        this.customer = orEmpty(customer);
        this.further = orEmpty(further);
        this.login = orEmpty(login);
        this.firstName = orEmpty(firstName);
        this.lastName = orEmpty(lastName);
        this.email = orEmpty(email);
        this.phone = orEmpty(phone);
        this.taxCode = orEmpty(taxCode);
        this.language = orEmpty(language);
        this.valid = valid;
        this.invited = invited;
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static CustomerUserForm blank(String customer, boolean invited) {
        return new CustomerUserForm(
                null, customer, null, null, null, null, null, null, null, null, true, invited, null);
    }

    static CustomerUserForm of(CustomerUser user, String customer, List<Customer> further) {
        return new CustomerUserForm(
                user.version(),
                customer,
                String.join(", ", further.stream().map(Customer::code).toList()),
                user.login(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.phone(),
                user.taxCode(),
                user.language().code(),
                user.valid(),
                null,
                null);
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    public boolean isInvited() {
        return Boolean.TRUE.equals(invited);
    }

    public Language languageChosen() {
        return Language.of(language);
    }

    /** The names or codes of the other organisations. */
    Stream<String> furtherNames() {
        return Stream.of(further.split("[,;\\n]")).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Who is new is valid. */
    Outcome<CustomerUserDetails> read() {
        return CustomerUserDetails.of(
                        login, firstName, lastName, email, phone, languageChosen(), version == null || isValid())
                .then(details -> details.withTaxCode(taxCode));
    }
}

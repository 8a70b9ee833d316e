package sportello.customer;

import java.util.stream.Stream;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.LoginName;
import sportello.base.Outcome;
import sportello.mail.Recipient;

/**
 * What is entered of a person who asks.
 *
 * @param login the name by which the person enters, should there be an account; the e-mail address where none was given
 * @param email with its domain as mail servers write it
 * @param taxCode as the revenue office writes it; empty if nobody has said it
 */
public record CustomerUserDetails(
        String login,
        String firstName,
        String lastName,
        String email,
        String phone,
        Language language,
        boolean valid,
        String taxCode) {
    /** In characters, each of its texts. */
    public static final int LONGEST = 200;

    /** Cleans what was typed; refuses a person without a name or an address at which mail can arrive. */
    public static Outcome<CustomerUserDetails> of(
            String login,
            String firstName,
            String lastName,
            String email,
            String phone,
            Language language,
            boolean valid) {
        var typed = CleanText.line(email);
        var recipient = Recipient.of("", typed);
        var address = recipient.map(Recipient::address).orElse(typed);
        var name = plain(login);
        var details = new CustomerUserDetails(
                CleanText.isBlank(name) ? address : name,
                CleanText.line(firstName),
                CleanText.line(lastName),
                address,
                CleanText.line(phone),
                language,
                valid,
                "");
        if (CleanText.isBlank(details.firstName) || CleanText.isBlank(details.lastName))
            return Outcome.refused("customer_user.name");
        if (CleanText.isBlank(address)) return Outcome.refused("customer_user.no_email");
        if (recipient.isEmpty()) return Outcome.refused("customer_user.email", address);
        return details.texts().anyMatch(text -> text.length() > LONGEST)
                ? Outcome.refused("customer_user.long", LONGEST)
                : Outcome.done(details);
    }

    /** The same with the tax code that was typed, if it is one. */
    public Outcome<CustomerUserDetails> withTaxCode(String typed) {
        return TaxCode.read(typed)
                .then(code -> Outcome.done(
                        new CustomerUserDetails(login, firstName, lastName, email, phone, language, valid, code)));
    }

    private Stream<String> texts() {
        return Stream.of(login, firstName, lastName, email, phone);
    }

    /** Whether the person can enter, and by the same names, as before; a provider may know people by their tax code. */
    boolean entersLike(CustomerUser user) {
        return isCalledLike(user) && valid == user.valid() && taxCode.equals(user.taxCode());
    }

    /** Whether the person enters by the same names; an address is the same however its domain is written. */
    boolean isCalledLike(CustomerUser user) {
        var theirs = Recipient.of("", user.email()).map(Recipient::address).orElse(user.email());
        return (login.equals(user.login()) || login.equals(plain(user.login()))) && email.equals(theirs);
    }

    /** A log-in is often an address, which has one form too. */
    private static String plain(String login) {
        var plain = LoginName.plain(login);
        return Recipient.of("", plain).map(Recipient::address).orElse(plain);
    }
}

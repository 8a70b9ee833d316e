package sportello.saml;

import java.util.stream.Stream;

/**
 * How a provider calls what it says of a person.
 *
 * @param login what tells people apart for good; empty where the provider's own word for the person does (NameID)
 * @param taxCode by which customer users are recognised; empty where their address does
 * @param groups empty where it tells none
 */
public record SamlNames(String login, String email, String firstName, String lastName, String groups, String taxCode) {
    static final SamlNames USUAL = new SamlNames("", "email", "givenName", "sn", "", "");

    SamlNames tidy() {
        return new SamlNames(
                login.strip(), email.strip(), firstName.strip(), lastName.strip(), groups.strip(), taxCode.strip());
    }

    /** The same where people are recognised by this, if by a tax code at all. */
    SamlNames taxed(String name) {
        return new SamlNames(login, email, firstName, lastName, groups, name);
    }

    boolean areShort() {
        return Stream.of(login, email, firstName, lastName, groups, taxCode)
                .allMatch(name -> name.length() <= SamlProvider.LONGEST);
    }
}

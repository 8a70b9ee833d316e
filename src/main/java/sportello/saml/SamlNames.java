package sportello.saml;

import java.util.stream.Stream;

/**
 * How a provider calls what it says of a person.
 *
 * @param login what tells people apart for good; empty where the provider's own word for the person does (NameID)
 * @param groups empty where it tells none
 */
public record SamlNames(String login, String email, String firstName, String lastName, String groups) {
    static final SamlNames USUAL = new SamlNames("", "email", "givenName", "sn", "");

    SamlNames tidy() {
        return new SamlNames(login.strip(), email.strip(), firstName.strip(), lastName.strip(), groups.strip());
    }

    boolean areShort() {
        return Stream.of(login, email, firstName, lastName, groups)
                .allMatch(name -> name.length() <= SamlProvider.LONGEST);
    }
}

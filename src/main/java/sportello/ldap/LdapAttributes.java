package sportello.ldap;

import java.util.List;
import java.util.stream.Stream;

/** How the directory calls what the house wants to know of a person. */
public record LdapAttributes(String login, String firstName, String lastName, String email, String groups) {
    /** As Active Directory calls them. */
    public static final LdapAttributes USUAL =
            new LdapAttributes("sAMAccountName", "givenName", "sn", "mail", "memberOf");

    LdapAttributes tidy() {
        return new LdapAttributes(login.strip(), firstName.strip(), lastName.strip(), email.strip(), groups.strip());
    }

    List<String> all() {
        return Stream.of(login, firstName, lastName, email, groups).toList();
    }
}

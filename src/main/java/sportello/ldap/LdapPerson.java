package sportello.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Set;

/**
 * Somebody as the directory knows them.
 *
 * @param groups the names of the groups, as the directory has them
 */
public record LdapPerson(String dn, String login, String firstName, String lastName, String email, Set<String> groups) {
    public LdapPerson {
        groups = Set.copyOf(groups);
    }

    /** The same person in these groups. */
    LdapPerson in(Set<String> others) {
        return new LdapPerson(dn, login, firstName, lastName, email, others);
    }

    /** @param wanted a whole name, or only its first part, such as {@code helpdesk} for {@code cn=helpdesk,ou=groups} */
    public boolean isIn(String wanted) {
        return groups.stream().anyMatch(group -> isCalled(group, wanted.strip()));
    }

    private static boolean isCalled(String group, String wanted) {
        if (group.equalsIgnoreCase(wanted)) return true;
        try {
            var name = new DN(group);
            if (wanted.contains("=")) return name.equals(new DN(wanted));
            var first = name.getRDN();
            return first != null && first.getAttributeValues()[0].equalsIgnoreCase(wanted);
        } catch (LDAPException noName) {
            return false;
        }
    }
}

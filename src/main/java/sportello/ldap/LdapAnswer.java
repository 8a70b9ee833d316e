package sportello.ldap;

/** What the directory says of a name and a password. */
public sealed interface LdapAnswer {

    /** They are right. */
    record Known(LdapPerson person) implements LdapAnswer {}

    /** They are not, or there is no directory. */
    record Unknown() implements LdapAnswer {}

    /** It does not answer, so nobody knows. */
    record Away() implements LdapAnswer {}
}

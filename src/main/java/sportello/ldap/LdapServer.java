package sportello.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import sportello.base.Outcome;
import sportello.settings.Encryption;
import sportello.settings.SmtpServer;
import sportello.settings.Trust;

/**
 * A directory as administrators keep it.
 *
 * @param active whether it is asked at log-in
 * @param ownCa certificates (PEM) of those who vouch for it, empty for the well-known authorities
 * @param bindDn as whom people are looked up, empty if anybody may
 * @param filter by which a person is found, with {@code {login}} for what was typed
 * @param nested whether a person is also in the groups in which the own groups lie
 */
public record LdapServer(
        boolean active,
        String host,
        int port,
        Encryption encryption,
        String ownCa,
        String bindDn,
        String base,
        String filter,
        LdapAttributes attributes,
        boolean nested) {
    /** Stands for what somebody typed as name. */
    public static final String LOGIN = "{login}";

    /** As it is usual with Active Directory. */
    public static final LdapServer BLANK = new LdapServer(
            true,
            "",
            636,
            Encryption.TLS,
            "",
            "",
            "",
            "(&(objectClass=user)(sAMAccountName={login}))",
            LdapAttributes.USUAL,
            true);

    /** Of a name in the directory and of a filter, in characters. */
    private static final int LONGEST = 1_000;

    private static final int LAST_PORT = 65_535;

    /** The same, tidied, if it can be. */
    Outcome<LdapServer> checked() {
        var tidy = new LdapServer(
                active,
                host.strip(),
                port,
                encryption,
                ownCa.strip(),
                bindDn.strip(),
                base.strip(),
                filter.strip(),
                attributes.tidy(),
                nested);
        if (!tidy.host.matches("[\\p{Alnum}.:-]{1,253}")) return Outcome.refused("ldap.host");
        if (port < 1 || port > LAST_PORT) return Outcome.refused("ldap.port");
        if (!Trust.isReadable(tidy.ownCa)) return Outcome.refused("ldap.own_ca");
        if (!tidy.isPrivate()) return Outcome.refused("ldap.in_the_clear");
        if (tidy.longest() > LONGEST) return Outcome.refused("ldap.long", LONGEST);
        if (!DN.isValidDN(tidy.base) || !DN.isValidDN(tidy.bindDn)) return Outcome.refused("ldap.dn");
        if (!tidy.filter.contains(LOGIN) || !isFilter(tidy.filter)) return Outcome.refused("ldap.filter");
        if (!tidy.attributes.all().stream().allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9-]{0,60}")))
            return Outcome.refused("ldap.attributes");
        return Outcome.done(tidy);
    }

    private int longest() {
        return Math.max(filter.length(), Math.max(base.length(), bindDn.length()));
    }

    /** What was typed is only ever compared, whatever signs are in it. */
    String filterFor(String typed) {
        return filter.replace(LOGIN, Filter.encodeValue(typed));
    }

    /** Whether a password for one may go to the other: to the same server, as the same user, on a way as private. */
    boolean leadsWhere(LdapServer other) {
        return host.equalsIgnoreCase(other.host)
                && port == other.port
                && encryption == other.encryption
                && bindDn.equals(other.bindDn)
                && ownCa.equals(other.ownCa);
    }

    private boolean isPrivate() {
        return switch (encryption) {
            case TLS, STARTTLS -> true;
            case IF_OFFERED -> false;
            case NONE -> SmtpServer.isHere(host);
        };
    }

    private static boolean isFilter(String filter) {
        try {
            Filter.create(filter.replace(LOGIN, "x"));
            return true;
        } catch (LDAPException odd) {
            return false;
        }
    }
}

package sportello.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import sportello.settings.Encryption;
import sportello.settings.Trust;

/** Questions to a directory, each on a connection of its own; slow answers are no answers. */
final class LdapConversation {
    private static final int MILLIS = 5_000;
    private static final String NOBODY = "cn=sportello-asks-for-nobody,";
    private static final String AD_CONTROL = "userAccountControl";
    private static final int AD_DISABLED = 2;
    private static final String LOCK = "nsAccountLock";

    private final LdapServer server;
    private final @Nullable String secret;

    LdapConversation(LdapServer server, @Nullable String secret) {
        this.server = server;
        this.secret = secret;
    }

    /** The one person of this name. */
    Optional<LdapPerson> find(String name) throws LDAPException {
        try (var connection = open()) {
            return everywhere(connection, find(connection, name));
        }
    }

    /** Those of these names who are there and not shut out, on one connection. */
    Map<String, LdapPerson> find(Collection<String> names) throws LDAPException {
        var found = new HashMap<String, LdapPerson>();
        try (var connection = open()) {
            for (var name : names) {
                var entry = entry(connection, name).filter(one -> !isShutOut(one));
                everywhere(connection, entry.map(this::person)).ifPresent(person -> found.put(name, person));
            }
        }
        return found;
    }

    /**
     * The same, if the password is right. For a name that nobody has a password is tried too, in vain, so that time does not
     * tell who is there. By RFC 4513 an empty password opens to anybody, so it is never right. */
    Optional<LdapPerson> prove(String name, String password) throws LDAPException {
        if (password.isEmpty()) return Optional.empty();
        try (var connection = open()) {
            var found = find(connection, name);
            var fits = fits(found.map(LdapPerson::dn).orElse(NOBODY + server.base()), password);
            return fits ? everywhere(connection, found) : Optional.empty();
        }
    }

    /** With all groups, if they count that lie around the person's own; whoever looks people up may see them. */
    private Optional<LdapPerson> everywhere(LDAPConnection connection, Optional<LdapPerson> found)
            throws LDAPException {
        if (found.isEmpty() || !server.nested()) return found;
        var person = found.get();
        return Optional.of(person.in(new LdapGroups(connection, server).of(person.dn(), person.groups())));
    }

    /** On a connection of its own: the other one goes on as whoever looks people up. */
    private boolean fits(String dn, String password) throws LDAPException {
        try (var connection = secured()) {
            return connection.bind(dn, password).getResultCode().equals(ResultCode.SUCCESS);
        } catch (LDAPException refused) {
            if (refused.getResultCode().isConnectionUsable()) return false;
            throw refused;
        }
    }

    private Optional<LdapPerson> find(LDAPConnection connection, String name) throws LDAPException {
        return entry(connection, name).map(this::person);
    }

    private Optional<SearchResultEntry> entry(LDAPConnection connection, String name) throws LDAPException {
        var wanted = Stream.concat(server.attributes().all().stream(), Stream.of(AD_CONTROL, LOCK))
                .toArray(String[]::new);
        try {
            return Optional.ofNullable(
                    connection.searchForEntry(server.base(), SearchScope.SUB, server.filterFor(name), wanted));
        } catch (LDAPException several) {
            if (several.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) return Optional.empty();
            throw several;
        }
    }

    /** By Active Directory, or by those that took after Netscape's. */
    private static boolean isShutOut(SearchResultEntry entry) {
        var control = entry.getAttributeValueAsInteger(AD_CONTROL);
        return control != null && (control & AD_DISABLED) != 0 || Boolean.parseBoolean(text(entry, LOCK));
    }

    private LdapPerson person(SearchResultEntry entry) {
        var names = server.attributes();
        var groups = entry.getAttributeValues(names.groups());
        return new LdapPerson(
                entry.getDN(),
                text(entry, names.login()),
                text(entry, names.firstName()),
                text(entry, names.lastName()),
                text(entry, names.email()),
                groups == null ? Set.of() : Set.of(groups));
    }

    private static String text(SearchResultEntry entry, String attribute) {
        var value = entry.getAttributeValue(attribute);
        return value == null ? "" : value;
    }

    private LDAPConnection open() throws LDAPException {
        var connection = secured();
        try {
            if (!server.bindDn().isEmpty()) connection.bind(server.bindDn(), secret == null ? "" : secret);
            return connection;
        } catch (LDAPException failed) {
            connection.close();
            throw failed;
        }
    }

    private LDAPConnection secured() throws LDAPException {
        var connection = connect();
        try {
            if (server.encryption() == Encryption.STARTTLS) encrypt(connection);
            return connection;
        } catch (LDAPException failed) {
            connection.close();
            throw failed;
        }
    }

    private LDAPConnection connect() throws LDAPException {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(MILLIS);
        options.setResponseTimeoutMillis(MILLIS);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new ServerName());
        return server.encryption() == Encryption.TLS
                ? new LDAPConnection(trust(), options, server.host(), server.port())
                : new LDAPConnection(options, server.host(), server.port());
    }

    private void encrypt(LDAPConnection connection) throws LDAPException {
        var answer = connection.processExtendedOperation(new StartTLSExtendedRequest(trust()));
        if (!answer.getResultCode().equals(ResultCode.SUCCESS)) throw new LDAPException(answer);
    }

    private SSLSocketFactory trust() throws LDAPException {
        try {
            return Trust.of(server.ownCa());
        } catch (GeneralSecurityException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, e);
        }
    }
}

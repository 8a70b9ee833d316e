package sportello.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A directory of Valle Servizi in the test's own process: Ugo of the help desk, and two whom nobody knows here. */
public final class CompanyDirectory implements AutoCloseable {
    public static final String SERVICE = "cn=sportello,dc=valle,dc=example";
    public static final String SERVICE_PASSWORD = "solo per cercare";
    public static final String PASSWORD = "pioggia sul tetto";
    private static final String BASE = "dc=valle,dc=example";

    private final AtomicInteger binds = new AtomicInteger();
    private final InMemoryDirectoryServer server;
    private final int port;

    /** @param tls how it encrypts, null if it does not */
    public CompanyDirectory(@Nullable SSLContext tls) throws Exception {
        this(tls, config -> {});
    }

    /** One that follows chains of groups by itself, as Active Directory does. */
    static CompanyDirectory thatFollowsChains() throws Exception {
        return new CompanyDirectory(null, config -> {
            config.setCustomRootDSEAttributes(List.of(
                    new Attribute("supportedCapabilities", LdapGroups.ACTIVE_DIRECTORY),
                    new Attribute("defaultNamingContext", BASE)));
            config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {

                @Override
                public void processSearchRequest(InMemoryInterceptedSearchRequest asked) throws LDAPException {
                    if (!LdapGroups.IN_CHAIN.equals(
                            asked.getRequest().getFilter().getMatchingRuleID())) return;
                    var member = asked.getRequest().getFilter().getAssertionValue();
                    for (var name :
                            member.startsWith("uid=ugo.valli,") ? List.of("helpdesk", "tutti") : List.of("helpdesk"))
                        asked.sendSearchEntry(new Entry(group(name)));
                    throw new LDAPException(ResultCode.SUCCESS);
                }
            });
        });
    }

    private CompanyDirectory(@Nullable SSLContext tls, Consumer<InMemoryDirectoryServerConfig> more) throws Exception {
        var config = new InMemoryDirectoryServerConfig(BASE);
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {

            @Override
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest asked) {
                binds.incrementAndGet();
            }
        });
        more.accept(config);
        config.setSchema(null);
        config.setListenerConfigs(
                tls == null
                        ? InMemoryListenerConfig.createLDAPConfig("plain")
                        : InMemoryListenerConfig.createLDAPSConfig("tls", tls.getServerSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: valle");
        server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit");
        server.add("dn: " + SERVICE, "objectClass: person", "cn: sportello", "userPassword: " + SERVICE_PASSWORD);
        person("ugo.valli", "Ugo", "Valli");
        person("anna.riva", "Anna", "Falsa");
        person("zoe.fuori", "Zoe", "Fuori");
        groups("ugo.valli", group("helpdesk"));
        groups("anna.riva", group("helpdesk"));
        server.startListening();
        port = server.getListenPort();
    }

    private void person(String login, String first, String last) throws Exception {
        server.add(
                "dn: uid=" + login + "," + BASE,
                "objectClass: person",
                "uid: " + login,
                "givenName: " + first,
                "sn: " + last,
                "mail: " + login + "@directory.example",
                "userPassword: " + PASSWORD);
    }

    public void groups(String login, String... groups) throws Exception {
        server.modify("uid=" + login + "," + BASE, new Modification(ModificationType.REPLACE, "memberOf", groups));
    }

    /** From now on the one group lies in the others. */
    public void nest(String inner, String... outer) throws Exception {
        if (server.getEntry(group(inner)) == null) server.add("dn: " + group(inner), "objectClass: group");
        var above = Arrays.stream(outer).map(CompanyDirectory::group).toArray(String[]::new);
        server.modify(group(inner), new Modification(ModificationType.REPLACE, "memberOf", above));
    }

    public static String group(String name) {
        return "cn=" + name + ",ou=groups," + BASE;
    }

    public void rename(String login, String last) throws Exception {
        server.modify("uid=" + login + "," + BASE, new Modification(ModificationType.REPLACE, "sn", last));
    }

    /** Active Directory says so of a disabled account. */
    public void shutOut(String login) throws Exception {
        set(login, "userAccountControl", "514");
    }

    public void letIn(String login) throws Exception {
        set(login, "userAccountControl", "512");
    }

    public void remove(String login) throws Exception {
        server.delete("uid=" + login + "," + BASE);
    }

    private void set(String login, String attribute, String value) throws Exception {
        server.modify("uid=" + login + "," + BASE, new Modification(ModificationType.REPLACE, attribute, value));
    }

    /** How often somebody has said who they are. */
    int binds() {
        return binds.get();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}

package sportello.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A directory of Valle Servizi in the test's own process: Ugo of the help desk, and two whom nobody knows here. */
public final class CompanyDirectory implements AutoCloseable {
    public static final String SERVICE = "cn=sportello,dc=valle,dc=example";
    public static final String SERVICE_PASSWORD = "solo per cercare";
    public static final String PASSWORD = "pioggia sul tetto";
    private static final String BASE = "dc=valle,dc=example";

    private final InMemoryDirectoryServer server;
    private final int port;

    /** @param tls how it encrypts, null if it does not */
    public CompanyDirectory(@Nullable SSLContext tls) throws Exception {
        var config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.setListenerConfigs(
                tls == null
                        ? InMemoryListenerConfig.createLDAPConfig("plain")
                        : InMemoryListenerConfig.createLDAPSConfig("tls", tls.getServerSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: valle");
        server.add("dn: " + SERVICE, "objectClass: person", "cn: sportello", "userPassword: " + SERVICE_PASSWORD);
        person("ugo.valli", "Ugo", "Valli");
        person("anna.riva", "Anna", "Falsa");
        person("zoe.fuori", "Zoe", "Fuori");
        groups("ugo.valli", "cn=helpdesk,ou=groups," + BASE);
        groups("anna.riva", "cn=helpdesk,ou=groups," + BASE);
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

    public void rename(String login, String last) throws Exception {
        server.modify("uid=" + login + "," + BASE, new Modification(ModificationType.REPLACE, "sn", last));
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}

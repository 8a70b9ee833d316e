package sportello.configuration;

import static java.util.stream.Collectors.toMap;
import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.RoleId;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.ldap.KeepingLdap;
import sportello.ldap.LdapAttributes;
import sportello.ldap.LdapServer;
import sportello.settings.Encryption;

/** The directory that checks passwords, without the one by which it is asked. */
@Component
class LdapSection implements Section<LdapSection.Entry> {
    private final KeepingLdap keeping;
    private final Register register;

    LdapSection(KeepingLdap keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param roles the group of the directory by which each is given */
    record Entry(
            boolean active,
            String host,
            int port,
            Encryption encryption,
            String ownCa,
            String bindDn,
            String base,
            String filter,
            LdapAttributes attributes,
            boolean nested,
            Map<String, String> roles) {

        static Entry of(LdapServer server, Map<String, String> roles) {
            return new Entry(
                    server.active(),
                    server.host(),
                    server.port(),
                    server.encryption(),
                    server.ownCa(),
                    server.bindDn(),
                    server.base(),
                    server.filter(),
                    server.attributes(),
                    server.nested(),
                    roles);
        }

        LdapServer server() {
            return new LdapServer(active, host, port, encryption, ownCa, bindDn, base, filter, attributes, nested);
        }
    }

    @Override
    public Part part() {
        return Part.LDAP;
    }

    @Override
    public Entry blank() {
        return Entry.of(LdapServer.BLANK, Map.of());
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<Entry> all() {
        var known = register.of(ROLE);
        var roles = new TreeMap<String, String>();
        keeping.groups().forEach((role, group) -> roles.put(known.name(role.value()), group));
        return keeping.find().map(server -> Entry.of(server, roles)).stream().toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(ROLE, entry.roles().keySet());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var known = register.of(ROLE);
        var groups = wanted.roles().entrySet().stream()
                .collect(toMap(
                        role -> new RoleId(known.known(role.getKey())), Map.Entry::getValue, (earlier, now) -> now));
        return keeping.keep(wanted.server(), null, groups, by);
    }

    /** The password is typed again for another server. */
    @Override
    public boolean isLeft(Refusal why) {
        return why.message().equals("ldap.secret");
    }
}

package sportello.ldap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.agent.KeepingRoles;
import sportello.agent.RoleId;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Administrators keep the directory, and by which of its groups which role is held. */
@Component
public class KeepingLdap {
    private static final int LONGEST_GROUP = 500;

    private final LdapSql sql;
    private final KeepingRoles roles;
    private final Book book;

    KeepingLdap(LdapSql sql, KeepingRoles roles, Book book) {
        this.sql = sql;
        this.roles = roles;
        this.book = book;
    }

    /** The directory as the book tells of it. */
    private record Written(
            LdapServer ldap, @Masked @Nullable String secret, Map<String, String> ldapGroups) {
        @Override
        public String toString() {
            return "Written[" + ldap + "]";
        }
    }

    public Optional<LdapServer> find() {
        return sql.server();
    }

    /** By which group each role is given. */
    public Map<RoleId, String> groups() {
        return sql.groups();
    }

    /**
     * From the next log-in on.
     *
     * @param secret the password; null leaves the one that is kept, unless it would go elsewhere
     */
    @Transactional
    public Outcome<LdapServer> keep(
            LdapServer wanted, @Nullable String secret, Map<RoleId, String> groups, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var tidy = tidy(groups);
        if (!tidy.keySet().stream().allMatch(role -> roles.find(role).isPresent()))
            return Outcome.refused("agents.role");
        if (tidy.values().stream().anyMatch(group -> group.length() > LONGEST_GROUP))
            return Outcome.refused("ldap.long_group", LONGEST_GROUP);
        if (wanted.active() && tidy.isEmpty()) return Outcome.refused("ldap.no_group");
        return ready(wanted, secret).then(ready -> {
            var before = written();
            sql.save(ready.server(), ready.password(), tidy);
            book.write(Topic.LDAP, "ldap", ready.server().host(), before, written());
            return Outcome.done(ready.server());
        });
    }

    /** Who came from there cannot enter any more, until there is a directory again. */
    @Transactional
    public Outcome<LdapServer> remove(Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var before = written();
        if (before == null) return Outcome.refused("ldap.unknown");
        sql.delete();
        book.write(Topic.LDAP, "ldap", before.ldap().host(), before, null);
        return Outcome.done(before.ldap());
    }

    /** A server that can be asked. */
    record Ready(LdapServer server, @Nullable String password) {

        LdapConversation conversation() {
            return new LdapConversation(server, password);
        }

        @Override
        public String toString() {
            return "Ready[" + server + "]";
        }
    }

    /** Nobody learns a kept password by sending it to a server of the own. */
    Outcome<Ready> ready(LdapServer wanted, @Nullable String secret) {
        return wanted.checked().then(sound -> {
            if (sound.bindDn().isEmpty()) return Outcome.done(new Ready(sound, null));
            if (secret != null && secret.length() > Secrets.LONGEST)
                return Outcome.refused("secret.long", Secrets.LONGEST);
            var password = secret != null ? secret : kept(sound);
            return password == null ? Outcome.refused("ldap.secret") : Outcome.done(new Ready(sound, password));
        });
    }

    private @Nullable String kept(LdapServer wanted) {
        return sql.server().filter(wanted::leadsWhere).isPresent() ? sql.secret() : null;
    }

    private @Nullable Written written() {
        Map<String, String> named = new LinkedHashMap<>();
        sql.groups().forEach((role, group) -> roles.find(role).ifPresent(kept -> named.put(kept.name(), group)));
        return sql.server()
                .map(server -> new Written(server, sql.secret(), named))
                .orElse(null);
    }

    private static Map<RoleId, String> tidy(Map<RoleId, String> groups) {
        Map<RoleId, String> tidy = new HashMap<>();
        groups.forEach((role, group) -> {
            if (!group.isBlank()) tidy.put(role, group.strip());
        });
        return tidy;
    }
}

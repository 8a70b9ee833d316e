package sportello.ldap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.RoleId;
import sportello.settings.Encryption;
import sportello.settings.Secrets;

/** Its password is encrypted here, and nowhere else in the clear. */
@Component
class LdapSql {
    private final JdbcClient db;
    private final Secrets secrets;

    LdapSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    Optional<LdapServer> server() {
        return db.sql("""
                select active, host, port, encryption, own_ca, bind_dn, base, filter, login, first_name, last_name, email,
                       groups, nested
                  from ldap_server
                """).query(LdapSql::read).optional();
    }

    @Nullable String secret() {
        return db.sql("select secret from ldap_server where secret is not null")
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .orElse(null);
    }

    /** In place of the one before. */
    void save(LdapServer server, @Nullable String secret, Map<RoleId, String> groups) {
        delete();
        db.sql("""
                insert into ldap_server (active, host, port, encryption, own_ca, bind_dn, secret, base, filter, login,
                                         first_name, last_name, email, groups, nested)
                values (:active, :host, :port, :encryption, :ownCa, :bindDn, :secret, :base, :filter, :login,
                        :firstName, :lastName, :email, :groups, :nested)
                """)
                .param("active", server.active())
                .param("host", server.host())
                .param("port", server.port())
                .param("encryption", server.encryption().name())
                .param("ownCa", server.ownCa())
                .param("bindDn", server.bindDn())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("base", server.base())
                .param("filter", server.filter())
                .param("login", server.attributes().login())
                .param("firstName", server.attributes().firstName())
                .param("lastName", server.attributes().lastName())
                .param("email", server.attributes().email())
                .param("groups", server.attributes().groups())
                .param("nested", server.nested())
                .update();
        groups.forEach((role, group) -> db.sql("insert into ldap_role (role_id, group_name) values (:role, :group)")
                .param("role", role.value())
                .param("group", group)
                .update());
    }

    void delete() {
        db.sql("delete from ldap_server").update();
        db.sql("delete from ldap_role").update();
    }

    /** By which group each role is given. */
    Map<RoleId, String> groups() {
        Map<RoleId, String> groups = new LinkedHashMap<>();
        db.sql("select role_id, group_name from ldap_role order by role_id").query(row -> {
            groups.put(new RoleId(row.getLong("role_id")), row.getString("group_name"));
        });
        return groups;
    }

    boolean isLinked(AgentId agent) {
        return db.sql("select exists (select 1 from ldap_agent where agent_id = :agent)")
                .param("agent", agent.value())
                .query(Boolean.class)
                .single();
    }

    void link(AgentId agent) {
        db.sql("insert into ldap_agent (agent_id) values (:agent) on conflict do nothing")
                .param("agent", agent.value())
                .update();
    }

    private static LdapServer read(ResultSet row, int number) throws SQLException {
        return new LdapServer(
                row.getBoolean("active"),
                row.getString("host"),
                row.getInt("port"),
                Encryption.valueOf(row.getString("encryption")),
                row.getString("own_ca"),
                row.getString("bind_dn"),
                row.getString("base"),
                row.getString("filter"),
                new LdapAttributes(
                        row.getString("login"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("groups")),
                row.getBoolean("nested"));
    }
}

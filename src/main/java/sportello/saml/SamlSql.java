package sportello.saml;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.RoleId;
import sportello.customer.CustomerId;
import sportello.oidc.Audience;
import sportello.settings.Secrets;

/** Our private keys are encrypted here, and nowhere else in the clear. */
@Component
class SamlSql {
    private final JdbcClient db;
    private final Secrets secrets;

    SamlSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    Optional<SamlProvider> provider(Audience audience) {
        return all().stream()
                .filter(provider -> provider.audience() == audience)
                .findFirst();
    }

    /** Agents' first. */
    List<SamlProvider> all() {
        return db.sql("""
                        select p.audience, p.active, p.name, p.entity_id, p.address, p.certificates,
                               p.login, p.email, p.first_name, p.last_name, p.groups, p.tax_code,
                               p.spid_level, p.new_role_id,
                               array(select d.domain || ' ' || c.code
                                       from saml_domain d
                                       join customer c on c.id = d.customer_id
                                      where p.audience = 'portal'
                                      order by d.domain) as domains
                          from saml_provider p
                         order by p.audience
                        """).query(SamlSql::read).list();
    }

    Optional<OurKeys> keys(Audience audience) {
        return db.sql("""
                        select our_key, our_certificate, our_next_key, our_next_certificate
                          from saml_provider
                         where audience = :audience
                        """)
                .param("audience", audience.key())
                .query((row, number) -> {
                    var next = row.getString("our_next_certificate");
                    return new OurKeys(
                            new OurKey(secrets.decrypt(row.getBytes("our_key")), row.getString("our_certificate")),
                            next == null ? null : new OurKey(secrets.decrypt(row.getBytes("our_next_key")), next));
                })
                .optional();
    }

    /** From now on another key is known to follow ours; false if one does already, which the provider may have read. */
    boolean follow(Audience audience, OurKey next) {
        return db.sql("""
                        update saml_provider set our_next_key = :key, our_next_certificate = :certificate
                         where audience = :audience
                           and our_next_key is null
                        """)
                        .param("audience", audience.key())
                        .param("key", secrets.encrypt(next.secret()))
                        .param("certificate", next.certificate())
                        .update()
                == 1;
    }

    /** The one that follows is ours, and the one before is gone. */
    void succeed(Audience audience) {
        db.sql("""
                update saml_provider
                   set our_key = our_next_key, our_certificate = our_next_certificate,
                       our_next_key = null, our_next_certificate = null
                 where audience = :audience
                   and our_next_key is not null
                """).param("audience", audience.key()).update();
    }

    /** Of our keys, which stay closed: the one that signs, and the one that follows. */
    List<String> certificates(Audience audience) {
        return db.sql("""
                        select unnest(array_remove(array[our_certificate, our_next_certificate], null)) as certificate
                          from saml_provider
                         where audience = :audience
                        """)
                .param("audience", audience.key())
                .query((row, number) -> row.getString("certificate"))
                .list();
    }

    /** By which group each role is held. */
    Map<RoleId, String> groups() {
        var groups = new LinkedHashMap<RoleId, String>();
        db.sql("select role_id, group_name from saml_role order by role_id").query(row -> {
            groups.put(new RoleId(row.getLong("role_id")), row.getString("group_name"));
        });
        return groups;
    }

    /** Whose people come from there. */
    Optional<CustomerId> customer(String domain) {
        return db.sql("select customer_id from saml_domain where domain = :domain")
                .param("domain", domain)
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .optional();
    }

    /** In place of the one before. */
    void save(SamlProvider provider, OurKeys keys) {
        delete(provider.audience());
        var role = provider.newRole();
        var names = provider.names();
        db.sql("""
                insert into saml_provider (audience, active, name, entity_id, address, certificates,
                                           login, email, first_name, last_name, groups, tax_code, spid_level,
                                           new_role_id,
                                           our_key, our_certificate)
                values (:audience, :active, :name, :entity, :address, :certificates,
                        :login, :email, :first, :last, :groups, :taxCode, :spid,
                        :role, :key, :certificate)
                """)
                .param("audience", provider.audience().key())
                .param("active", provider.active())
                .param("name", provider.name())
                .param("entity", provider.entityId())
                .param("address", provider.address())
                .param("certificates", provider.certificates())
                .param("login", names.login())
                .param("email", names.email())
                .param("first", names.firstName())
                .param("last", names.lastName())
                .param("groups", names.groups())
                .param("taxCode", names.taxCode())
                .param("spid", provider.spidLevel())
                .param("role", role == null ? null : role.value(), Types.BIGINT)
                .param("key", secrets.encrypt(keys.signing().secret()))
                .param("certificate", keys.signing().certificate())
                .update();
        var next = keys.next();
        if (next != null) follow(provider.audience(), next);
    }

    void give(RoleId role, String group) {
        db.sql("insert into saml_role (role_id, group_name) values (:role, :group)")
                .param("role", role.value())
                .param("group", group)
                .update();
    }

    void bring(String domain, CustomerId customer) {
        db.sql("insert into saml_domain (domain, customer_id) values (:domain, :customer)")
                .param("domain", domain)
                .param("customer", customer.value())
                .update();
    }

    void delete(Audience audience) {
        db.sql("delete from saml_provider where audience = :audience")
                .param("audience", audience.key())
                .update();
        var further = switch (audience) {
            case DESK -> "delete from saml_role";
            case PORTAL -> "delete from saml_domain";
        };
        db.sql(further).update();
    }

    private static SamlProvider read(ResultSet row, int number) throws SQLException {
        var role = row.getObject("new_role_id", Long.class);
        return new SamlProvider(
                Audience.of(row.getString("audience")).orElseThrow(),
                row.getBoolean("active"),
                row.getString("name"),
                row.getString("entity_id"),
                row.getString("address"),
                row.getString("certificates"),
                new SamlNames(
                        row.getString("login"),
                        row.getString("email"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("groups"),
                        row.getString("tax_code")),
                row.getInt("spid_level"),
                role == null ? null : new RoleId(role),
                List.of((String[]) row.getArray("domains").getArray()));
    }
}

package sportello.oidc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.RoleId;
import sportello.customer.CustomerId;
import sportello.settings.Secrets;

/** The secret of the client is encrypted here, and nowhere else in the clear. */
@Component
class OidcSql {
    private final JdbcClient db;
    private final Secrets secrets;

    OidcSql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    Optional<OidcProvider> provider(Audience audience) {
        return all().stream()
                .filter(provider -> provider.audience() == audience)
                .findFirst();
    }

    /** Agents' first. */
    List<OidcProvider> all() {
        return db.sql("""
                        select p.audience, p.active, p.name, p.issuer, p.client_id, p.tax_code, p.new_role_id,
                               array(select d.domain || ' ' || c.code
                                       from oidc_domain d
                                       join customer c on c.id = d.customer_id
                                      where p.audience = 'portal'
                                      order by d.domain) as domains
                          from oidc_provider p
                         order by p.audience
                        """).query(OidcSql::read).list();
    }

    OidcEndpoints endpoints(Audience audience) {
        return db.sql("""
                        select authorization_endpoint, token_endpoint, keys_endpoint
                          from oidc_provider
                         where audience = :audience
                        """)
                .param("audience", audience.key())
                .query((row, number) -> new OidcEndpoints(
                        row.getString("authorization_endpoint"),
                        row.getString("token_endpoint"),
                        row.getString("keys_endpoint")))
                .optional()
                .orElse(OidcEndpoints.UNKNOWN);
    }

    @Nullable String secret(Audience audience) {
        return db.sql(
                        "select client_secret from oidc_provider where audience = :audience and client_secret is not null")
                .param("audience", audience.key())
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .orElse(null);
    }

    /** In place of the one before. */
    void save(OidcProvider provider, @Nullable String secret, OidcEndpoints endpoints) {
        delete(provider.audience());
        var role = provider.newRole();
        db.sql("""
                insert into oidc_provider (audience, active, name, issuer, client_id, client_secret, tax_code, new_role_id,
                                           authorization_endpoint, token_endpoint, keys_endpoint)
                values (:audience, :active, :name, :issuer, :client, :secret, :taxCode, :role, :authorization, :token, :keys)
                """)
                .param("audience", provider.audience().key())
                .param("active", provider.active())
                .param("name", provider.name())
                .param("issuer", provider.issuer())
                .param("client", provider.clientId())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("taxCode", provider.taxCode())
                .param("role", role == null ? null : role.value(), Types.BIGINT)
                .param("authorization", endpoints.authorization())
                .param("token", endpoints.token())
                .param("keys", endpoints.keys())
                .update();
    }

    void bring(String domain, CustomerId customer) {
        db.sql("insert into oidc_domain (domain, customer_id) values (:domain, :customer)")
                .param("domain", domain)
                .param("customer", customer.value())
                .update();
    }

    /** Whose people come from there. */
    Optional<CustomerId> customer(String domain) {
        return db.sql("select customer_id from oidc_domain where domain = :domain")
                .param("domain", domain)
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .optional();
    }

    void delete(Audience audience) {
        db.sql("delete from oidc_provider where audience = :audience")
                .param("audience", audience.key())
                .update();
        if (audience == Audience.PORTAL) db.sql("delete from oidc_domain").update();
    }

    private static OidcProvider read(ResultSet row, int number) throws SQLException {
        var role = row.getObject("new_role_id", Long.class);
        return new OidcProvider(
                Audience.of(row.getString("audience")).orElseThrow(),
                row.getBoolean("active"),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("tax_code"),
                role == null ? null : new RoleId(role),
                List.of((String[]) row.getArray("domains").getArray()));
    }
}

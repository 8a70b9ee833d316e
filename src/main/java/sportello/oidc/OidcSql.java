package sportello.oidc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.RoleId;
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

    Optional<OidcProvider> provider() {
        return db.sql("select active, name, issuer, client_id, new_role_id from oidc_provider")
                .query(OidcSql::read)
                .optional();
    }

    OidcEndpoints endpoints() {
        return db.sql("select authorization_endpoint, token_endpoint from oidc_provider")
                .query((row, number) ->
                        new OidcEndpoints(row.getString("authorization_endpoint"), row.getString("token_endpoint")))
                .optional()
                .orElse(OidcEndpoints.UNKNOWN);
    }

    @Nullable String secret() {
        return db.sql("select client_secret from oidc_provider where client_secret is not null")
                .query(byte[].class)
                .optional()
                .map(secrets::decrypt)
                .orElse(null);
    }

    /** In place of the one before. */
    void save(OidcProvider provider, @Nullable String secret, OidcEndpoints endpoints) {
        delete();
        var role = provider.newRole();
        db.sql("""
                insert into oidc_provider (active, name, issuer, client_id, client_secret, new_role_id,
                                           authorization_endpoint, token_endpoint)
                values (:active, :name, :issuer, :client, :secret, :role, :authorization, :token)
                """)
                .param("active", provider.active())
                .param("name", provider.name())
                .param("issuer", provider.issuer())
                .param("client", provider.clientId())
                .param("secret", secret == null ? null : secrets.encrypt(secret), Types.BINARY)
                .param("role", role == null ? null : role.value(), Types.BIGINT)
                .param("authorization", endpoints.authorization())
                .param("token", endpoints.token())
                .update();
    }

    void delete() {
        db.sql("delete from oidc_provider").update();
    }

    private static OidcProvider read(ResultSet row, int number) throws SQLException {
        var role = row.getObject("new_role_id", Long.class);
        return new OidcProvider(
                row.getBoolean("active"),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client_id"),
                role == null ? null : new RoleId(role));
    }
}

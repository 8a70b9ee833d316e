package sportello.oidc;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.agent.KeepingRoles;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep the provider by which people may enter. */
@Component
public class KeepingOidc {
    private final OidcSql sql;
    private final KeepingRoles roles;
    private final Book book;

    KeepingOidc(OidcSql sql, KeepingRoles roles, Book book) {
        this.sql = sql;
        this.roles = roles;
        this.book = book;
    }

    /** The provider as the book tells of it. */
    private record Written(
            OidcProvider oidc, @Masked @Nullable String clientSecret) {}

    /** A provider that has told where its doors are. */
    public static final class Met {
        private final OidcProvider provider;
        private final OidcEndpoints endpoints;

        private Met(OidcProvider provider, OidcEndpoints endpoints) {
            this.provider = provider;
            this.endpoints = endpoints;
        }
    }

    public Optional<OidcProvider> find() {
        return sql.provider();
    }

    /** Asks the provider where its doors are, unless it is out of use: to be called outside any transaction. */
    public Outcome<Met> meet(OidcProvider wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        return wanted.checked().then(sound -> {
            if (!sound.active()) return Outcome.done(new Met(sound, OidcEndpoints.UNKNOWN));
            try {
                return Outcome.done(new Met(sound, new OidcConversation(sound).discover()));
            } catch (IOException failed) {
                return Outcome.refused("oidc.failed", String.valueOf(failed.getMessage()));
            }
        });
    }

    /** @param secret of the client; null leaves the one that is kept, unless it would go elsewhere */
    @Transactional
    public Outcome<OidcProvider> keep(Met met, @Nullable String secret, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var role = met.provider.newRole();
        if (role != null && roles.find(role).isEmpty()) return Outcome.refused("agents.role");
        var before = written();
        sql.save(met.provider, secret == null ? kept(met.provider) : secret, met.endpoints);
        book.write(Topic.OIDC, "oidc", met.provider.name(), before, written());
        return Outcome.done(met.provider);
    }

    @Transactional
    public Outcome<OidcProvider> remove(Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var before = written();
        if (before == null) return Outcome.refused("oidc.unknown");
        sql.delete();
        book.write(Topic.OIDC, "oidc", before.oidc().name(), before, null);
        return Outcome.done(before.oidc());
    }

    private @Nullable String kept(OidcProvider wanted) {
        return sql.provider().filter(wanted::leadsWhere).isPresent() ? sql.secret() : null;
    }

    private @Nullable Written written() {
        return sql.provider()
                .map(provider -> new Written(provider, sql.secret()))
                .orElse(null);
    }
}

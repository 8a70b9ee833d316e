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
import sportello.settings.Secrets;

/** Administrators keep the providers by which people may enter: one for agents, one for customer users. */
@Component
public class KeepingOidc {
    private final OidcSql sql;
    private final KeepingRoles roles;
    private final CustomerDomains domains;
    private final Book book;

    KeepingOidc(OidcSql sql, KeepingRoles roles, CustomerDomains domains, Book book) {
        this.sql = sql;
        this.roles = roles;
        this.domains = domains;
        this.book = book;
    }

    /** The provider as the book tells of it. */
    private record Written(
            OidcProvider oidc, @Masked @Nullable String clientSecret) {
        @Override
        public String toString() {
            return "Written[" + oidc + "]";
        }
    }

    /** A provider that has told where its doors are. */
    public static final class Met {
        private final OidcProvider provider;
        private final OidcEndpoints endpoints;

        private Met(OidcProvider provider, OidcEndpoints endpoints) {
            this.provider = provider;
            this.endpoints = endpoints;
        }
    }

    public Optional<OidcProvider> find(Audience audience) {
        return sql.provider(audience);
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
        if (secret != null && secret.length() > Secrets.LONGEST) return Outcome.refused("secret.long", Secrets.LONGEST);
        var role = met.provider.newRole();
        if (role != null && roles.find(role).isEmpty()) return Outcome.refused("agents.role");
        return domains.known(met.provider.domains()).then(known -> {
            var audience = met.provider.audience();
            var before = written(audience);
            sql.save(met.provider, secret == null ? kept(met.provider) : secret, met.endpoints);
            known.forEach(sql::bring);
            book.write(Topic.OIDC, audience.key(), met.provider.name(), before, written(audience));
            return Outcome.done(met.provider);
        });
    }

    /** The same for who cannot ask the provider now: one that is in use must be the one that was asked before. */
    @Transactional
    public Outcome<OidcProvider> keepUnasked(OidcProvider wanted, Authority by) {
        return wanted.checked().then(sound -> {
            var audience = sound.audience();
            var same = sql.provider(audience).filter(sound::leadsWhere).isPresent();
            var endpoints = same ? sql.endpoints(audience) : OidcEndpoints.UNKNOWN;
            return sound.active() && endpoints.equals(OidcEndpoints.UNKNOWN)
                    ? Outcome.refused("oidc.unasked")
                    : keep(new Met(sound, endpoints), null, by);
        });
    }

    @Transactional
    public Outcome<OidcProvider> remove(Audience audience, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var before = written(audience);
        if (before == null) return Outcome.refused("oidc.unknown");
        sql.delete(audience);
        book.write(Topic.OIDC, audience.key(), before.oidc().name(), before, null);
        return Outcome.done(before.oidc());
    }

    private @Nullable String kept(OidcProvider wanted) {
        var audience = wanted.audience();
        return sql.provider(audience).filter(wanted::leadsWhere).isPresent() ? sql.secret(audience) : null;
    }

    private @Nullable Written written(Audience audience) {
        return sql.provider(audience)
                .map(provider -> new Written(provider, sql.secret(audience)))
                .orElse(null);
    }
}

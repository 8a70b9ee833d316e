package sportello.saml;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.agent.KeepingRoles;
import sportello.agent.RoleId;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.oidc.Audience;
import sportello.oidc.CustomerDomains;
import sportello.settings.Settings;

/** Administrators keep the SAML providers by which people may enter: one for agents, one for customer users. */
@Component
public class KeepingSaml {
    private static final int LONGEST_GROUP = 500;

    private final SamlSql sql;
    private final KeepingRoles roles;
    private final CustomerDomains domains;
    private final Book book;
    private final Clock clock;
    private final String host;
    private final KeyStrength strength;

    KeepingSaml(
            SamlSql sql,
            KeepingRoles roles,
            CustomerDomains domains,
            Book book,
            Clock clock,
            Settings settings,
            KeyStrength strength) {
        this.sql = sql;
        this.roles = roles;
        this.domains = domains;
        this.book = book;
        this.clock = clock;
        host = settings.baseUrl().getHost();
        this.strength = strength;
    }

    /** The provider as the book tells of it. */
    private record Written(SamlProvider saml, String samlCertificate, Map<String, String> samlGroups) {}

    public Optional<SamlProvider> find(Audience audience) {
        return sql.provider(audience);
    }

    /** By which group agents hold each role. */
    public Map<RoleId, String> groups() {
        return sql.groups();
    }

    /** Of our keys for this provider, for whoever wants them by hand: of the one that signs, and the one that follows. */
    public List<String> certificates(Audience audience) {
        return sql.certificates(audience);
    }

    /** The same provider as the text has it that it publishes of itself; no text leaves what was typed. */
    public Outcome<SamlProvider> described(SamlProvider typed, String text) {
        return text.isBlank()
                ? Outcome.done(typed)
                : SamlDescription.read(text.strip()).then(said -> Outcome.done(typed.described(said)));
    }

    /** From the next log-in on. Our key is made with the first one and stays. */
    @Transactional
    public Outcome<SamlProvider> keep(SamlProvider wanted, Map<RoleId, String> groups, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        return wanted.checked().then(sound -> {
            var audience = sound.audience();
            var tidy = audience == Audience.DESK ? tidy(groups) : Map.<RoleId, String>of();
            var role = sound.newRole();
            if (role != null && roles.find(role).isEmpty()
                    || !tidy.keySet().stream()
                            .allMatch(named -> roles.find(named).isPresent())) return Outcome.refused("agents.role");
            if (tidy.values().stream().anyMatch(group -> group.length() > LONGEST_GROUP))
                return Outcome.refused("saml.names");
            return domains.known(sound.domains()).then(known -> {
                var before = written(audience);
                sql.save(sound, sql.keys(audience).orElseGet(() -> new OurKeys(fresh(), null)));
                tidy.forEach(sql::give);
                known.forEach(sql::bring);
                book.write(Topic.SAML, audience.key(), sound.name(), before, written(audience));
                return Outcome.done(sound);
            });
        });
    }

    /**
     * Another key follows ours: both stand in what we say of ourselves, ours signs, and what is encrypted to either is read. So the
     * provider can learn the new one before it counts.
     */
    @Transactional
    public Outcome<SamlProvider> renew(Audience audience, Authority by) {
        return rekeyed(
                audience,
                by,
                keys -> keys.next() == null && sql.follow(audience, fresh())
                        ? Outcome.done(keys)
                        : Outcome.refused("saml.renewal.begun"));
    }

    /** The provider knows the new key: it signs from now on, and the old one is gone. */
    @Transactional
    public Outcome<SamlProvider> succeed(Audience audience, Authority by) {
        return rekeyed(audience, by, keys -> {
            if (keys.next() == null) return Outcome.refused("saml.renewal.unknown");
            sql.succeed(audience);
            return Outcome.done(keys);
        });
    }

    private Outcome<SamlProvider> rekeyed(Audience audience, Authority by, Function<OurKeys, Outcome<OurKeys>> change) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var before = written(audience);
        if (before == null) return Outcome.refused("saml.unknown");
        return change.apply(sql.keys(audience).orElseThrow()).then(_ -> {
            book.write(Topic.SAML, audience.key(), before.saml().name(), before, written(audience));
            return Outcome.done(before.saml());
        });
    }

    private OurKey fresh() {
        return OurKey.fresh(host, clock.instant(), strength);
    }

    /** Our key goes as well: the provider learns a new one when it is kept again. */
    @Transactional
    public Outcome<SamlProvider> remove(Audience audience, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var before = written(audience);
        if (before == null) return Outcome.refused("saml.unknown");
        sql.delete(audience);
        book.write(Topic.SAML, audience.key(), before.saml().name(), before, null);
        return Outcome.done(before.saml());
    }

    private @Nullable Written written(Audience audience) {
        Map<String, String> named = new LinkedHashMap<>();
        if (audience == Audience.DESK)
            sql.groups().forEach((role, group) -> roles.find(role).ifPresent(kept -> named.put(kept.name(), group)));
        return sql.provider(audience)
                .map(provider -> new Written(provider, String.join("\n", sql.certificates(audience)), named))
                .orElse(null);
    }

    private static Map<RoleId, String> tidy(Map<RoleId, String> groups) {
        Map<RoleId, String> tidy = new LinkedHashMap<>();
        groups.forEach((role, group) -> {
            if (!group.isBlank()) tidy.put(role, group.strip());
        });
        return tidy;
    }
}

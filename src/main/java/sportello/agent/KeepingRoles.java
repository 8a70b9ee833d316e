package sportello.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep the roles, by which several agents hold the same keys. Invalid, a role gives nobody anything. */
@Component
public class KeepingRoles {
    private final KeptRoleSql sql;
    private final KeptAgentSql agents;
    private final Groups groups;
    private final Book book;

    KeepingRoles(KeptRoleSql sql, KeptAgentSql agents, Groups groups, Book book) {
        this.sql = sql;
        this.agents = agents;
        this.groups = groups;
        this.book = book;
    }

    /** A role as the book tells of it. */
    private record Written(
            String name,
            String comment,
            boolean valid,
            boolean readsOnly,
            boolean readsAccess,
            boolean factorDemanded,
            Map<String, Set<Permission>> grants) {}

    /** All of them, invalid ones last. */
    public List<KeptRole> all() {
        return sql.all();
    }

    public Optional<KeptRole> find(RoleId id) {
        return sql.find(id);
    }

    /** The name of the new role. */
    @Transactional
    public Outcome<String> add(RoleDetails typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        agents.keepAlone();
        return typed.checked().then(details -> fits(details, null)).then(details -> {
            var id = sql.insert(details);
            sql.grant(id, details.grants());
            write(id, null);
            return Outcome.done(details.name());
        });
    }

    /**
     * For all who have it, from their next request on.
     *
     * @param seen the version of the role that was corrected
     */
    @Transactional
    public Outcome<String> correct(RoleId id, int seen, RoleDetails typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        agents.keepAlone();
        var before = sql.find(id).map(this::written).orElse(null);
        return typed.checked().then(details -> fits(details, id)).then(details -> {
            if (!sql.update(id, seen, details)) return Outcome.refused("roles.changed");
            sql.grant(id, details.grants());
            write(id, before);
            return Outcome.done(details.name());
        });
    }

    private Outcome<RoleDetails> fits(RoleDetails details, @Nullable RoleId own) {
        if (sql.isTaken(details.name(), own)) return Outcome.refused("roles.known", details.name());
        return details.grants().keySet().stream().allMatch(groups::isValid)
                ? Outcome.done(details)
                : Outcome.refused("agents.group");
    }

    private void write(RoleId id, @Nullable Written before) {
        var kept = sql.find(id).orElseThrow();
        book.write(Topic.ROLES, id.value(), kept.name(), before, written(kept));
    }

    private Written written(KeptRole kept) {
        var details = kept.details();
        var grants = HeldKeys.named(details.grants(), groups.names());
        return new Written(
                details.name(),
                details.comment(),
                details.valid(),
                details.readsOnly(),
                details.readsAccess(),
                details.factorDemanded(),
                grants);
    }
}

package sportello.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Language;
import sportello.base.Outcome;

/**
 * Administrators keep who works here and with which keys. An agent is never deleted, for tickets tell of what the agent
 * did; invalid, the agent cannot enter. One administrator is always left, or nobody could keep anything.
 */
@Component
public class KeepingAgents {
    private final KeptAgentSql sql;
    private final Groups groups;
    private final KeptRoleSql roles;
    private final Book book;

    KeepingAgents(KeptAgentSql sql, Groups groups, KeptRoleSql roles, Book book) {
        this.sql = sql;
        this.roles = roles;
        this.groups = groups;
        this.book = book;
    }

    /** An agent as the book tells of it. */
    private record Written(
            String login,
            String firstName,
            String lastName,
            String email,
            Language language,
            boolean administrator,
            boolean supplier,
            boolean valid,
            Set<String> roles,
            Map<String, Set<Permission>> grants) {}

    /** All of them, invalid ones last. */
    public List<KeptAgent> all() {
        return sql.all();
    }

    public Optional<KeptAgent> find(AgentId id) {
        return sql.find(id);
    }

    /** The new agent, who cannot enter yet. */
    @Transactional
    public Outcome<AgentId> add(AgentDetails typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        sql.keepAlone();
        return typed.checked().then(details -> fits(details, null)).then(details -> {
            var id = sql.insert(details);
            sql.grant(id, details.grants());
            sql.enrol(id, details.roles());
            write(id, null);
            return Outcome.done(id);
        });
    }

    /**
     * From the agent's next request on.
     *
     * @param seen the version of the agent that was corrected
     */
    @Transactional
    public Outcome<AgentId> correct(AgentId id, int seen, AgentDetails typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        sql.keepAlone();
        var before = sql.find(id).map(this::written).orElse(null);
        return typed.checked()
                .then(details -> fits(details, id))
                .then(details -> staysAdministered(details, id))
                .then(details -> {
                    if (!sql.update(id, seen, details)) return Outcome.refused("agents.changed");
                    sql.grant(id, details.grants());
                    sql.enrol(id, details.roles());
                    write(id, before);
                    return Outcome.done(id);
                });
    }

    private void write(AgentId id, @Nullable Written before) {
        var kept = sql.find(id).orElseThrow();
        book.write(Topic.AGENTS, id.value(), kept.agent().name(), before, written(kept));
    }

    private Written written(KeptAgent kept) {
        var agent = kept.agent();
        return new Written(
                agent.login(),
                agent.firstName(),
                agent.lastName(),
                agent.email(),
                agent.language(),
                agent.administrator(),
                agent.supplier(),
                agent.valid(),
                roles.all().stream()
                        .filter(role -> kept.roles().contains(role.id()))
                        .map(KeptRole::name)
                        .collect(Collectors.toSet()),
                HeldKeys.named(kept.grants(), groups.names()));
    }

    private Outcome<AgentDetails> fits(AgentDetails details, @Nullable AgentId own) {
        if (sql.isLoginTaken(details.login(), own)) return Outcome.refused("agents.login_taken", details.login());
        if (sql.isEmailTaken(details.email(), own)) return Outcome.refused("agents.email_taken", details.email());
        if (!details.groups().stream().allMatch(groups::isValid)) return Outcome.refused("agents.group");
        return details.roles().stream().allMatch(role -> roles.find(role).isPresent())
                ? Outcome.done(details)
                : Outcome.refused("agents.role");
    }

    private Outcome<AgentDetails> staysAdministered(AgentDetails details, AgentId id) {
        var leaves = !details.administrator() || !details.valid();
        return leaves && sql.isLastAdministrator(id) ? Outcome.refused("agents.last") : Outcome.done(details);
    }
}

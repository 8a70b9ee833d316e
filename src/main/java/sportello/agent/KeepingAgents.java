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
import sportello.base.LoginName;
import sportello.base.Outcome;
import sportello.base.Refusal;

/**
 * Administrators keep who works here and with which keys. An agent is never deleted, for tickets tell of what the agent
 * did; invalid, the agent cannot enter. One administrator is always left, or nobody could keep anything.
 */
@Component
public class KeepingAgents {
    private final KeptAgentSql sql;
    private final Groups groups;
    private final KeptRoleSql roles;
    private final OtherNames others;
    private final Book book;

    KeepingAgents(KeptAgentSql sql, Groups groups, KeptRoleSql roles, OtherNames others, Book book) {
        this.others = others;
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

    /** Whether the correction would change nothing. */
    public boolean isAsWritten(KeptAgent kept, AgentDetails typed) {
        return typed.checked().equals(kept.details().checked());
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
        var named = own == null ? Optional.<KeptAgent>empty() : sql.find(own);
        var objection = named.filter(kept -> details.isCalledLike(kept.agent())).isPresent()
                ? Optional.<Refusal>empty()
                : misnamed(details, own);
        if (objection.isPresent()) return new Outcome.Refused<>(objection.get());
        if (!details.groups().stream().allMatch(groups::isValid)) return Outcome.refused("agents.group");
        return details.roles().stream().allMatch(role -> roles.find(role).isPresent())
                ? Outcome.done(details)
                : Outcome.refused("agents.role");
    }

    /** Nobody enters by a name that is somebody else's, or reads as if it were; whoever has one since before keeps it. */
    private Optional<Refusal> misnamed(AgentDetails details, @Nullable AgentId own) {
        var login = details.login();
        var email = details.email();
        if (!LoginName.isOfOneScript(login)) return Optional.of(new Refusal("agents.script", login));
        if (sql.isLoginTaken(login, own)) return Optional.of(new Refusal("agents.login_taken", login));
        if (sql.isEmailTaken(email, own)) return Optional.of(new Refusal("agents.email_taken", email));
        return others.isTaken(login, email)
                ? Optional.of(new Refusal("agents.customers_name", login, email))
                : Optional.empty();
    }

    private Outcome<AgentDetails> staysAdministered(AgentDetails details, AgentId id) {
        var leaves = !details.administrator() || !details.valid();
        return leaves && sql.isLastAdministrator(id) ? Outcome.refused("agents.last") : Outcome.done(details);
    }
}

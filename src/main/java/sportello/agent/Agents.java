package sportello.agent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The agents of the house. */
@Component
public class Agents {
    private final AgentSql sql;

    Agents(AgentSql sql) {
        this.sql = sql;
    }

    public Optional<Agent> find(AgentId id) {
        return sql.byIds(List.of(id)).stream().findFirst();
    }

    /** Whoever logs in by this name, valid or not. */
    public Optional<Agent> byLogin(String login) {
        return sql.byLogin(login);
    }

    /** Those that exist among the given, valid or not, by name. */
    public List<Agent> all(Collection<AgentId> ids) {
        return sql.byIds(ids);
    }

    /** Valid agents who hold the key (or rw) in the group, by name. */
    public List<Agent> with(Permission wanted, GroupId group) {
        return withAny(wanted, List.of(group));
    }

    /** Valid agents who hold the key (or rw) in some of the groups, by name. */
    public List<Agent> withAny(Permission wanted, Collection<GroupId> groups) {
        return List.copyOf(with(wanted, groups).keySet());
    }

    /** The same for several groups at once: each agent by name, with the groups in which the key is held. */
    public SequencedMap<Agent, Set<GroupId>> with(Permission wanted, Collection<GroupId> groups) {
        return sql.with(wanted, groups);
    }

    /** Everybody who works here, by name; for a supplier those who read the same queues. */
    public List<Agent> valid(Authority by) {
        return sql.valid(by);
    }

    /** Those of them in whose name or address the words stand; at most so many. */
    public List<Agent> like(String sought, int most, Authority by) {
        return sql.like(sought, most, by);
    }

    /** Valid administrators, by name. */
    public List<Agent> administrators() {
        return sql.administrators();
    }

    /** What the agent may do now; nothing if the agent is not valid. */
    public Grants grantsOf(AgentId id) {
        return sql.grantsOf(id);
    }
}

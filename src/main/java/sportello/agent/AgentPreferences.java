package sportello.agent;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents set up for their own eyes, as JSON under a name. Nothing in it decides what may be seen. */
@Component
public class AgentPreferences {
    private final AgentPreferenceSql sql;

    AgentPreferences(AgentPreferenceSql sql) {
        this.sql = sql;
    }

    /** What the agent keeps under the name, if anything. */
    public Optional<String> find(AgentId agent, String name) {
        return sql.find(agent, name);
    }

    /** From now on the agent keeps this under the name. */
    @Transactional
    public void keep(AgentId agent, String name, String json) {
        sql.keep(agent, name, json);
    }
}

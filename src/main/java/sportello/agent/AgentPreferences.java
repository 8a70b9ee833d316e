package sportello.agent;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents set up for their own eyes: columns, widgets, sizes. The pages that use it know what it means. */
@Component
public class AgentPreferences {
    private final AgentPreferenceSql sql;

    AgentPreferences(AgentPreferenceSql sql) {
        this.sql = sql;
    }

    /** The JSON that was kept under the name; nothing if the agent never chose. */
    public Optional<String> find(AgentId agent, String name) {
        return sql.find(agent, name);
    }

    /** Keeps the JSON under the name, instead of what was there. */
    @Transactional
    public void keep(AgentId agent, String name, String json) {
        sql.keep(agent, name, json);
    }
}

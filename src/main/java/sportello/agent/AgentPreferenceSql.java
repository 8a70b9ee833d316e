package sportello.agent;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AgentPreferenceSql {
    private final JdbcClient db;

    AgentPreferenceSql(JdbcClient db) {
        this.db = db;
    }

    Optional<String> find(AgentId agent, String name) {
        return db.sql("""
                select value::text
                  from agent_preference
                 where agent_id = :agent
                   and name = :name
                """)
                .param("agent", agent.value())
                .param("name", name)
                .query(String.class)
                .optional();
    }

    void keep(AgentId agent, String name, String json) {
        db.sql("""
                insert into agent_preference (agent_id, name, value)
                values (:agent, :name, :json::jsonb)
                on conflict (agent_id, name) do update set value = excluded.value
                """)
                .param("agent", agent.value())
                .param("name", name)
                .param("json", json)
                .update();
    }
}

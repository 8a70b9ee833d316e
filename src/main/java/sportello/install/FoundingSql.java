package sportello.install;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;

@Component
class FoundingSql {
    private final JdbcClient db;

    FoundingSql(JdbcClient db) {
        this.db = db;
    }

    boolean isEmpty() {
        return db.sql("select not exists (select 1 from agent)")
                .query(Boolean.class)
                .single();
    }

    /** Of two who found at once the second sees the first. */
    void keepAlone() {
        db.sql("lock table agent in share row exclusive mode").update();
    }

    void grantAll(AgentId agent, GroupId group) {
        db.sql("insert into agent_permission (agent_id, group_id, permission) values (:agent, :group, 'rw')")
                .param("agent", agent.value())
                .param("group", group.value())
                .update();
    }
}

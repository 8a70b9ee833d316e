package sportello.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;

@Component
class PreferenceSql {
    private final JdbcClient db;

    PreferenceSql(JdbcClient db) {
        this.db = db;
    }

    void save(AgentId id, Preferences preferences) {
        db.sql("""
                update agent
                   set language = :language, time_zone = :zone, theme = :theme
                 where id = :id
                """)
                .param("language", preferences.language().code())
                .param("zone", preferences.zone().getId())
                .param("theme", preferences.theme())
                .param("id", id.value())
                .update();
    }

    void save(CustomerUserId id, Preferences preferences) {
        db.sql("""
                update customer_user
                   set language = :language, time_zone = :zone, theme = :theme
                 where id = :id
                """)
                .param("language", preferences.language().code())
                .param("zone", preferences.zone().getId())
                .param("theme", preferences.theme())
                .param("id", id.value())
                .update();
    }
}

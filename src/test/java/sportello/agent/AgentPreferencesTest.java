package sportello.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;

@SportelloTest
@Transactional
class AgentPreferencesTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private AgentPreferences preferences;

    @Test
    void what_an_agent_chose_last_is_kept_for_that_agent_alone() {
        var cast = Cast.onStage(db);

        preferences.keep(cast.id(LAURA), "list", "{\"size\": \"small\"}");
        preferences.keep(cast.id(LAURA), "list", "{\"size\": \"preview\"}");

        assertThat(preferences.find(cast.id(LAURA), "list")).contains("{\"size\": \"preview\"}");
        assertThat(preferences.find(cast.id(LAURA), "dashboard")).isEmpty();
        assertThat(preferences.find(cast.id(MARIO), "list")).isEmpty();
    }
}

package sportello.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

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
    void the_last_word_under_a_name_is_kept_for_each_agent() {
        var cast = Cast.onStage(db);
        var laura = cast.id(LAURA);
        preferences.keep(laura, "tea", "{\"sugar\": 1}");
        preferences.keep(laura, "tea", "{\"sugar\": 2}");

        assertThat(preferences.find(laura, "tea")).contains("{\"sugar\": 2}");
        assertThat(preferences.find(laura, "coffee")).isEmpty();
        assertThat(preferences.find(cast.id(CARLA), "tea")).isEmpty();
    }
}

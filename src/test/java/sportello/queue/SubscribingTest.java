package sportello.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Place.GUASTI;
import static sportello.cast.Place.IMPIANTI;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;

@SportelloTest
@Transactional
class SubscribingTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Subscribing subscribing;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
    }

    @Test
    void an_agent_follows_the_chosen_queues_and_no_others() {
        assertThat(subscribe(CARLA, cast.id(GUASTI), cast.id(IMPIANTI))).isEqualTo(Outcome.done(2));
        subscribe(LAURA, cast.id(IMPIANTI));
        assertThat(subscribe(CARLA, cast.id(GUASTI), cast.id(GUASTI))).isEqualTo(Outcome.done(1));

        assertThat(followed(CARLA)).containsExactly(cast.id(GUASTI));
        assertThat(followed(LAURA)).containsExactly(cast.id(IMPIANTI));
        subscribe(CARLA);
        assertThat(followed(CARLA)).isEmpty();
    }

    @Test
    void what_an_agent_may_not_see_cannot_be_followed() {
        subscribe(LAURA, cast.id(IMPIANTI));

        assertThat(subscribe(LAURA, cast.id(GUASTI))).isEqualTo(Outcome.refused("queues.unseen"));
        assertThat(subscribe(LAURA, new QueueId(999_999))).isEqualTo(Outcome.refused("queues.unseen"));
        assertThat(followed(LAURA)).containsExactly(cast.id(IMPIANTI));
    }

    private Outcome<Integer> subscribe(Operator who, QueueId... queues) {
        return subscribing.subscribe(List.of(queues), cast.as(who));
    }

    private List<QueueId> followed(Operator who) {
        return db.sql("select queue_id from queue_subscription where agent_id = :agent order by queue_id")
                .param("agent", cast.id(who).value())
                .query((row, number) -> new QueueId(row.getLong("queue_id")))
                .list();
    }
}

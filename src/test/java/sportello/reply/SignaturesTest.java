package sportello.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.queue.QueueId;

@SportelloTest
@Transactional
class SignaturesTest {
    private static final Map<String, String> LAURA = Map.of("agent.name", "Laura Bassi");

    @Autowired
    private Signatures signatures;

    @Autowired
    private JdbcClient db;

    @Test
    void a_queue_has_its_own_signature_or_else_the_houses() {
        var queue = new QueueId(db.sql("""
                with g as (insert into permission_group (name) values ('signature test') returning id)
                insert into queue (name, group_id) select 'Firma di prova', id from g returning id
                """).query(Long.class).single());
        assertThat(signatures.of(queue, LAURA)).isEqualTo("Cordiali saluti\nLaura Bassi");

        db.sql("insert into signature (queue_id, body) values (:queue, 'Ufficio Energia, {{agent.name}}')")
                .param("queue", queue.value())
                .update();
        assertThat(signatures.of(queue, LAURA)).isEqualTo("Ufficio Energia, Laura Bassi");
    }

    @Test
    void a_house_without_a_signature_writes_without_one() {
        db.sql("delete from signature").update();
        assertThat(signatures.of(new QueueId(1), LAURA)).isEmpty();
    }
}

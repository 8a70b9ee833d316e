package sportello.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.State;
import sportello.ticket.Title;

/** What said whether a closing succeeds, before states of the house's own, still says how it ends (V193). */
@SportelloTest
@Transactional
class KeptClosingsTest {
    private static final String REWRITING = "-- What said whether a closing succeeds";

    @Autowired
    private JdbcClient db;

    private long agent;

    @BeforeEach
    void on_stage() {
        agent = Cast.onStage(db).id(Operator.LAURA).value();
    }

    @Test
    void a_kept_bulk_closes_as_it_was_meant() throws IOException {
        var failed = new BulkAction.Close(
                State.CLOSED_UNSUCCESSFUL, new Title("Chiusura"), new Message("Fuori contratto."), true);
        var succeeded =
                new BulkAction.Close(State.CLOSED_SUCCESSFUL, new Title("Chiusura"), new Message("Fatto."), false);
        var closedInVain = bulk(failed, "{\"successful\": false}");
        var closed = bulk(succeeded, "{\"successful\": true}");
        var locked = bulk(new BulkAction.Lock(), "{}");

        rewrite();
        assertThat(action(closedInVain)).isEqualTo(failed);
        assertThat(action(closed)).isEqualTo(succeeded);
        assertThat(action(locked)).isEqualTo(new BulkAction.Lock());
    }

    @Test
    void a_draft_says_the_state_that_was_ticked() throws IOException {
        var ticked = draft("bulk_close", "{\"text\": \"Fatto.\", \"successful\": \"true\"}");
        var other = draft("bulk_note", "{\"text\": \"Fatto.\", \"successful\": \"false\"}");
        var silent = draft("bulk_reopen", "{\"text\": \"Ancora.\"}");

        rewrite();
        assertThat(said(ticked)).isEqualTo("Fatto. closed_successful");
        assertThat(said(other)).isEqualTo("Fatto. closed_unsuccessful");
        assertThat(said(silent)).isEqualTo("Ancora.");
    }

    /** Does once more what the migration does to what it finds. */
    private void rewrite() throws IOException {
        var migration = new ClassPathResource("db/migration/V193__own_states.sql").getContentAsString(UTF_8);
        var statements = migration.substring(migration.indexOf(REWRITING)).split(";");
        Stream.of(statements)
                .filter(statement -> !statement.isBlank())
                .forEach(statement -> db.sql(statement.replace(" ? ", " ?? ")).update());
    }

    /** As it was kept then: with another word than where it ends. */
    private long bulk(BulkAction action, String then) {
        return db.sql("""
                        insert into bulk (agent_id, action, created_at)
                        values (:agent, (:action::jsonb - 'end') || :then::jsonb, now())
                        returning id
                        """)
                .param("agent", agent)
                .param("action", BulkFacts.of(action))
                .param("then", then)
                .query(Long.class)
                .single();
    }

    private BulkAction action(long bulk) {
        return BulkFacts.action(db.sql("select action::text from bulk where id = :id")
                .param("id", bulk)
                .query(String.class)
                .single());
    }

    private long draft(String kind, String content) {
        return db.sql("""
                        insert into draft (agent_id, kind, content, saved_at)
                        values (:agent, :kind, :content::jsonb, now())
                        returning id
                        """)
                .param("agent", agent)
                .param("kind", kind)
                .param("content", content)
                .query(Long.class)
                .single();
    }

    /** All that it says, without the word that was replaced. */
    private String said(long draft) {
        return db.sql("""
                        select concat_ws(' ', content ->> 'text', content ->> 'end', content ->> 'successful')
                          from draft
                         where id = :id
                        """).param("id", draft).query(String.class).single();
    }
}

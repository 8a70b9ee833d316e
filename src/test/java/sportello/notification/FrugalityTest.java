package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Place;
import sportello.identity.Actor;
import sportello.ticket.HistoryId;

/** Telling many people asks the database no more than telling few. */
@SportelloTest
@Transactional
class FrugalityTest {
    /** The last but one asks whether any sender of ours signs, the last rings the bells. */
    private static final int MOST_READS = 10;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Telling telling;

    @Autowired
    private Ledger ledger;

    @Test
    void twenty_more_people_cost_no_more_reads() {
        var library = Story.ofTheLibrary(beans);
        var first = moved(library, library.prioritised(LAURA));
        var few = Statements.readingDuring(() -> telling.tell(first));
        hireTwenty(library);
        var second = moved(library, library.answeredForBy(LAURA, LAURA));
        var many = Statements.readingDuring(() -> telling.tell(second));

        assertThat(ledger.of(second.line())).hasSizeGreaterThan(20);
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(MOST_READS);

        db.sql("""
                insert into sealed_sender (address, manner, automatic)
                select lower(email), 'encrypt', true from company
                 union
                select lower(address), 'encrypt', true from queue_address
                """).update();
        db.sql("""
                insert into correspondent_key (kind, address, name, fingerprint, certificate, since, learned, added_at)
                select 'smime', lower(email), '', id, '', now() - interval '1 day', false, now()
                  from agent
                """).update();
        var third = moved(library, library.watched(LAURA));
        var sealed = Statements.readingDuring(() -> telling.tell(third));
        assertThat(db.sql("select count(*) from letter where seal is not null")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(20);
        assertThat(sealed)
                .as("who we are, whether that signs, by which two kinds of key, and for whose keys")
                .hasSize(many.size() + 5);
    }

    @Test
    void the_ledger_of_a_ticket_is_one_statement() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        library.movedTo(Place.GUASTI, LAURA);
        var id = library.id();
        assertThat(Statements.during(() -> ledger.of(id))).hasSize(1);
    }

    @Test
    void only_what_this_thread_says_is_counted() {
        Runnable asking = () -> db.sql("select 1").query().singleValue();
        assertThat(Statements.during(() -> CompletableFuture.runAsync(asking).join()))
                .isEmpty();
        assertThat(Statements.during(asking)).hasSize(1);
    }

    private static News moved(Story story, HistoryId line) {
        return new News(line, story.id(), Actor.SYSTEM, Occasion.MOVED, null);
    }

    private void hireTwenty(Story story) {
        db.sql("""
                with hired as (
                    insert into agent (login, first_name, last_name, email)
                    select 'hired' || no, 'Nuovo', 'Collega ' || no, 'hired' || no || '@valleservizi.example'
                      from generate_series(1, 20) as no
                    returning id)
                insert into agent_permission (agent_id, group_id, permission)
                select hired.id, q.group_id, 'rw'
                  from hired, queue q
                 where q.id = :queue
                """).param("queue", story.cast().id(Place.IMPIANTI).value()).update();
    }
}

package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.bench.Tally;
import sportello.cast.Place;
import sportello.ticket.HistoryId;

/** However many watch a ticket, each gets a letter of their own and learns of no other. */
@SportelloTest
@Transactional
class ManyWatchersTest {
    private static final int WATCHERS = Integer.getInteger("drill.watchers", 10_000);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Test
    void of_forty_watchers_each_hears_alone() {
        eachOf(40);
    }

    /** The first time the program is cold; a desk that has been at work writes as quickly as the last time here. */
    @RepeatedTest(4)
    @Tag("drill")
    void of_ten_thousand_watchers_each_hears_alone() {
        eachOf(WATCHERS);
    }

    private void eachOf(int watchers) {
        var library = Story.ofTheLibrary(beans);
        watch(library, watchers);

        var start = System.nanoTime();
        var line = library.followedUp("Anche il sabato.", GIULIA);
        var seconds = (System.nanoTime() - start) / 1e9;
        var letters = letters(line);

        Tally.of("R16 watchers")
                .accepted(
                        watchers,
                        watchers - letters.stream().distinct().count(),
                        letters.size() - letters.stream().distinct().count())
                .with("seconds", seconds)
                .say();
        assertThat(letters).hasSize(watchers).doesNotHaveDuplicates();
        assertThat(letters).allSatisfy(letter -> assertThat(letter.named()).isEqualTo(1));
    }

    /**
     * A letter to a watcher.
     *
     * @param named how many watchers' addresses stand in it, on the envelope, in the head or in the text
     */
    private record Written(String to, int named) {}

    private List<Written> letters(HistoryId line) {
        db.sql("analyze letter, notification").update();
        return db.sql("""
                select l.to_address as to,
                       regexp_count(concat_ws(' ', l.to_address, l.addressees::text, l.text_body), 'watcher[0-9]+@') as named
                  from notification n
                  join letter l on l.id = n.letter_id
                 where n.history_id = :line
                   and l.to_address like 'watcher%'
                 order by l.id
                """).param("line", line.value()).query(Written.class).list();
    }

    private void watch(Story story, int watchers) {
        db.sql("""
                with hired as (
                    insert into agent (login, first_name, last_name, email)
                    select 'watcher' || no, 'Collega', 'Numero ' || no, 'watcher' || no || '@valleservizi.example'
                      from generate_series(1, :watchers) as no
                    returning id),
                     allowed as (
                    insert into agent_permission (agent_id, group_id, permission)
                    select hired.id, q.group_id, 'ro'
                      from hired, queue q
                     where q.id = :queue)
                insert into ticket_watch (ticket_id, agent_id, since)
                select :ticket, id, now() from hired
                """)
                .param("watchers", watchers)
                .param("queue", story.cast().id(Place.IMPIANTI).value())
                .param("ticket", story.id().value())
                .update();
    }
}

package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.field.TypedFields;

/** An impatient finger on the button: the same form arrives many times at the same moment. */
@SportelloTest
class SentTwiceTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private FollowingUp followingUp;

    @Test
    void one_form_sent_many_times_at_once_is_one_request_with_one_message() throws Exception {
        var giulia = Cast.onStage(db).as(GIULIA);
        var words = text(LibraryStory.TEXT);
        var submission = Submission.of(UUID.randomUUID(), LibraryStory.TITLE, words, Uploads.NONE);
        var numbers = many(() -> done(opening.byPortal(
                giulia,
                submission,
                giulia.customer(),
                title(LibraryStory.TITLE),
                words,
                Uploads.NONE,
                TypedFields.NONE,
                null)));
        assertThat(numbers).hasSize(1);

        var number = numbers.iterator().next();
        var reply = Submission.of(UUID.randomUUID(), number.value(), text("Grazie."), Uploads.NONE);
        many(() -> done(followingUp.byPortal(number, reply, text("Grazie."), Uploads.NONE, giulia)));
        assertThat(articlesOf(number)).isEqualTo(2);
    }

    private static <T> HashSet<T> many(Callable<T> task) throws Exception {
        var results = new HashSet<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(Collections.nCopies(8, task))) results.add(result.get());
        }
        return results;
    }

    private long articlesOf(TicketNumber number) {
        return db.sql("""
                select count(*)
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                   and a.sender = 'customer'
                """).param("number", number.value()).query(Long.class).single();
    }
}

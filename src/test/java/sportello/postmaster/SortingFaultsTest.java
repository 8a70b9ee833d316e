package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.base.Tripwire;
import sportello.cast.Cast;
import sportello.storage.Files;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Whichever statement fails while a mail is sorted, each mail becomes one article in the end, and nothing twice (R3, R46). */
@SportelloTest
@Import({FailingStatements.class, Tripwire.class})
class SortingFaultsTest {
    /** More than there are statements to sort a batch. */
    private static final int ENOUGH = 400;

    /** A request that is answered and of which the desk is told; more makes the post slower. */
    private static final int MOST_FOR_A_REQUEST = 40;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Opening opening;

    private Cast cast;
    private Postbag bag;

    @BeforeEach
    void a_mailbox_of_the_test() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
    }

    @Test
    void a_new_request() {
        var cuts =
                cutEverywhere(1, word -> List.of(from(word + "@altrove.example", "Domanda", word)), new Left(1, 1, 1));
        assertThat(cuts).isBetween(20, MOST_FOR_A_REQUEST);
    }

    @Test
    void new_requests_and_an_answer_to_one_of_them_at_once() {
        assertThat(cutThree(5)).isGreaterThan(60);
    }

    @Test
    @Tag("drill")
    void every_statement_of_new_requests_and_an_answer_to_one_of_them_at_once() {
        assertThat(cutThree(1)).isGreaterThan(60);
    }

    /** Two requests by people who have nothing to do with each other, and an answer to the first. */
    private int cutThree(int step) {
        return cutEverywhere(
                step,
                word -> List.of(
                        named(word, from(word + "@altrove.example", "Uno", word + " uno")),
                        from("x" + word + "@altrove.example", "Due", word + " due"),
                        answering(word, from(word + "@altrove.example", "Re: Uno", word + " tre"))),
                new Left(3, 2, 2));
    }

    @Test
    void an_answer_of_the_customer() {
        var number = ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orari"),
                        new Message("La caldaia della biblioteca."),
                        Uploads.NONE))
                .value();
        var cuts = cutEverywhere(
                1,
                word -> List.of(from("biblioteca@roccalba.example", "Re: [Ticket#" + number + "]", word)),
                new Left(1, 1, 0));
        assertThat(cuts).isGreaterThan(15);
    }

    /** What is there of the mails in which a word stands. */
    private record Left(int articles, int tickets, int letters) {}

    /** Sorts batch after batch, the first of them with the first statement failing; answers which was the last that did. */
    private int cutEverywhere(int step, Function<String, List<String>> batch, Left whole) {
        for (var cut = 1; cut < ENOUGH; cut += step) {
            var word = "w" + UUID.randomUUID().toString().replace("-", "");
            var arrivals = batch.apply(word).stream().map(bag::put).toList();
            var failed = failsAt(cut, arrivals.size());
            if (failed) {
                assertThat(left(word).articles())
                        .as("after the fault of statement %s", cut)
                        .isEqualTo(sorted(arrivals))
                        .isLessThan(whole.articles());
                sorting.some(bag.mailbox(), arrivals.size());
            }
            assertThat(sorted(arrivals)).as("statement %s", cut).isEqualTo(arrivals.size());
            assertThat(left(word)).as("statement %s", cut).isEqualTo(whole);
            if (!failed) return cut - step;
        }
        throw new AssertionError("no end of statements");
    }

    private boolean failsAt(int cut, int mails) {
        FailingStatements.failAt(cut);
        try {
            sorting.some(bag.mailbox(), mails);
            return false;
        } catch (DataAccessResourceFailureException | UncheckedIOException expected) {
            return true;
        } finally {
            FailingStatements.failNone();
        }
    }

    private int sorted(List<Long> arrivals) {
        return Math.toIntExact(arrivals.stream()
                .filter(arrival -> bag.fate(arrival).state().equals("sorted"))
                .count());
    }

    private Left left(String word) {
        return db.sql("""
                select count(*) as articles,
                       count(distinct ticket_id) as tickets,
                       (select count(*) from letter where to_address like '%' || :word || '@altrove.example') as letters
                  from article
                 where text_body like :word || '%'
                """).param("word", word).query(Left.class).single();
    }

    private static String named(String word, String mail) {
        return "Message-ID: <%s@altrove.example>\n".formatted(word) + mail;
    }

    private static String answering(String word, String mail) {
        return "In-Reply-To: <%s@altrove.example>\n".formatted(word) + mail;
    }

    private static String from(String address, String subject, String text) {
        return """
                From: <%s>
                To: desk@valle.example
                Subject: %s

                %s
                """.formatted(address, subject, text);
    }
}

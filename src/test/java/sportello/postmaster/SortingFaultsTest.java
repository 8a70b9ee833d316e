package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;

import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.storage.Files;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Whichever statement fails while a mail is sorted, the mail becomes one article in the end, and nothing twice (R3, R46). */
@SportelloTest
@Import(FailingStatements.class)
class SortingFaultsTest {
    /** More than there are statements to sort a mail. */
    private static final int ENOUGH = 200;

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
        var cuts = cutEverywhere(word -> from(word + "@altrove.example", "Domanda", word));
        assertThat(cuts).isGreaterThan(20);
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
        var cuts = cutEverywhere(word -> from("biblioteca@roccalba.example", "Re: [Ticket#" + number + "]", word));
        assertThat(cuts).isGreaterThan(15);
    }

    /** Sorts mail after mail, the first of them with the first statement failing; answers how many statements did. */
    private int cutEverywhere(UnaryOperator<String> mail) {
        for (var cut = 1; cut < ENOUGH; cut++) {
            var word = "w" + UUID.randomUUID().toString().replace("-", "");
            var arrival = bag.put(mail.apply(word));
            var failed = failsAt(cut);
            if (failed) {
                assertThat(articles(word))
                        .as("after the fault of statement %s", cut)
                        .isZero();
                assertThat(letters(word)).isZero();
                sorting.some(bag.mailbox(), 1);
            }
            assertThat(bag.fate(arrival).state()).as("statement %s", cut).isEqualTo("sorted");
            assertThat(articles(word)).isEqualTo(1);
            assertThat(letters(word)).isLessThanOrEqualTo(1);
            if (!failed) return cut - 1;
        }
        throw new AssertionError("no end of statements");
    }

    private boolean failsAt(int cut) {
        FailingStatements.failAt(cut);
        try {
            sorting.some(bag.mailbox(), 1);
            return false;
        } catch (DataAccessResourceFailureException | UncheckedIOException expected) {
            return true;
        } finally {
            FailingStatements.failNone();
        }
    }

    private int articles(String word) {
        return db.sql("select count(*) from article where text_body = :word")
                .param("word", word)
                .query(Integer.class)
                .single();
    }

    private int letters(String word) {
        return db.sql("select count(*) from letter where to_address = :address")
                .param("address", word + "@altrove.example")
                .query(Integer.class)
                .single();
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

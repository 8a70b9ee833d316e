package sportello.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.storage.Files;

/** A ticket as agents read it (S39 to S46), in a real database. */
@SportelloTest
@Transactional
class TicketFilesTest {
    private static final Upload PLAN =
            new Upload("piantina.txt", "text/plain", 8, () -> new ByteArrayInputStream("piantina".getBytes(UTF_8)));

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Noting noting;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private Pictures pictures;

    @Autowired
    private Files files;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void the_file_says_who_asked_and_who_works() {
        var before = openOf(library(GIULIA));
        library(PAOLO);
        var number = library(GIULIA);
        locking.lock(number, cast.as(LAURA));

        var file = file(number, LAURA);

        assertThat(file.title()).isEqualTo(LibraryStory.TITLE);
        assertThat(file.queueName()).isEqualTo(Place.IMPIANTI.queue());
        assertThat(file.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(file.isLockedBy(cast.id(LAURA))).isTrue();
        assertThat(file.isLockedBy(cast.id(CARLA))).isFalse();
        assertThat(file.responsible().name()).isEqualTo("Carla Neri");
        assertThat(file.asker().user()).isEqualTo("Giulia Moretti");
        assertThat(file.asker().customer()).isEqualTo("Comune di Roccalba");
        assertThat(file.asker().openOfUser()).isEqualTo(before.openOfUser() + 1);
        assertThat(file.asker().openOfCustomer()).isEqualTo(before.openOfCustomer() + 2);
    }

    @Test
    void a_picture_of_so_many_bytes_is_shown_within_its_text() throws Exception {
        var kept = files.keep(new ByteArrayInputStream("un punto".getBytes(UTF_8)));
        Edge.of("ticket/Pictures.LARGEST").isTheLast(size -> {
            var picture = new AttachedFile(1, "pianta.png", "image/png", size, kept.hash(), "pianta");
            return pictures.in("<img src=\"cid:pianta\">", List.of(picture)).contains("src=\"data:image/png;base64,");
        });
    }

    @Test
    void who_may_not_see_the_queue_finds_nothing() {
        var number = library(GIULIA);
        var id = file(number, LAURA).id();

        assertThat(tickets.find(number, cast.as(PIERO))).isEmpty();
        assertThat(tickets.numberOf(id, cast.as(PIERO))).isEmpty();
        assertThat(tickets.numberOf(id, cast.as(LAURA))).contains(number);
        assertThat(tickets.find(new TicketNumber("2018091110000018"), cast.as(LAURA)))
                .isEmpty();
    }

    @Test
    void articles_stand_newest_first_with_the_lines_of_the_house() {
        var number = library(GIULIA);
        locking.lock(number, cast.as(LAURA));
        note(number, "Sentito il manutentore");

        var articles = tickets.articlesOf(file(number, LAURA));

        assertThat(articles).extracting(ArticleRow::no).containsExactly(4, 3, 2, 1);
        assertThat(articles)
                .extracting(ArticleRow::line)
                .containsExactly(null, SystemLine.LOCKED, SystemLine.CREATED, null);
        assertThat(articles).extracting(ArticleRow::visible).containsExactly(false, false, true, true);
        assertThat(articles).extracting(ArticleRow::attachments).containsExactly(0, 0, 0, 1);
        assertThat(articles.getLast().channel()).isEqualTo(Channel.PORTAL);
        assertThat(articles.getLast().senderName()).isEqualTo("Giulia Moretti");
    }

    @Test
    void an_article_brings_its_text_and_its_files() {
        var number = library(GIULIA);
        var first = tickets.articlesOf(file(number, LAURA)).getLast();

        var text = tickets.textOf(first);

        assertThat(text.text()).isEqualTo(LibraryStory.TEXT);
        assertThat(text.html()).isFalse();
        assertThat(text.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("piantina.txt");
            assertThat(file.size()).isEqualTo(8);
        });
        assertThat(tickets.file(first.id(), 1, cast.as(LAURA))).isPresent();
        assertThat(tickets.file(first.id(), 2, cast.as(LAURA))).isEmpty();
        assertThat(tickets.file(first.id(), 1, cast.as(PIERO))).isEmpty();
    }

    @Test
    void html_is_found_where_there_is_some_and_only_by_who_sees_the_ticket() {
        var number = library(GIULIA);
        var first = tickets.articlesOf(file(number, LAURA)).getLast();
        assertThat(tickets.html(first.id(), cast.as(LAURA))).isEmpty();

        db.sql("update article set html_body = '<p>Ciao</p>' where id = :id")
                .param("id", first.id().value())
                .update();

        assertThat(tickets.html(first.id(), cast.as(LAURA))).contains("<p>Ciao</p>");
        assertThat(tickets.html(first.id(), cast.as(PIERO))).isEmpty();
        assertThat(tickets.textOf(first).html()).isTrue();
    }

    @Test
    void the_work_that_is_offered_is_the_work_that_is_allowed() {
        var number = library(GIULIA);
        assertThat(work(number, LAURA)).contains(Work.LOCK, Work.ANSWER, Work.CLOSE, Work.MOVE);
        assertThat(work(number, NADIA)).containsExactlyInAnyOrder(Work.ANNOTATE, Work.MARK, Work.WATCH);

        locking.lock(number, cast.as(LAURA));

        assertThat(work(number, LAURA)).contains(Work.RELEASE, Work.ANSWER);
        assertThat(work(number, CARLA))
                .as("the responsible passes the lock, but does not take it")
                .contains(Work.RELEASE, Work.ANSWER, Work.CLOSE)
                .doesNotContain(Work.LOCK);
        assertThat(work(number, MARIO))
                .as("a lock leaves others what is written beside it, the kin and the people")
                .containsExactlyInAnyOrder(
                        Work.ANNOTATE,
                        Work.MARK,
                        Work.WATCH,
                        Work.CALL,
                        Work.RESEND,
                        Work.RECALL,
                        Work.LINK,
                        Work.SPLIT,
                        Work.CHANGE_OWNER,
                        Work.CHANGE_RESPONSIBLE,
                        Work.CHANGE_CUSTOMER);
    }

    private Set<Work> work(TicketNumber number, Operator who) {
        return file(number, who).workOpenTo(cast.as(who));
    }

    private TicketFile file(TicketNumber number, Operator who) {
        return tickets.find(number, cast.as(who)).orElseThrow();
    }

    private TicketFile.Asker openOf(TicketNumber number) {
        return file(number, LAURA).asker();
    }

    private void note(TicketNumber number, String subject) {
        value(noting.note(
                number,
                value(Title.of(subject)),
                value(Message.of("Passa domani.")),
                false,
                Uploads.NONE,
                cast.as(LAURA)));
    }

    private TicketNumber library(Caller who) {
        var caller = cast.as(who);
        return value(opening.byPortal(
                caller,
                caller.customer(),
                value(Title.of(LibraryStory.TITLE)),
                value(Message.of(LibraryStory.TEXT)),
                new Uploads(List.of(PLAN))));
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }
}

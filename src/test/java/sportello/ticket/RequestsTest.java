package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static sportello.cast.Operator.LAURA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Language;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.TypedFields;
import sportello.identity.Viewer.CustomerViewer;

/** What customers see of tickets: theirs, those of their organisations, and of each only what is meant for them. */
@SportelloTest
@Transactional
class RequestsTest {
    private static final String CANARY = "canary-7f3a";

    @Autowired
    private JdbcClient db;

    @Autowired
    private Requests requests;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Releasing releasing;

    @Autowired
    private Noting noting;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Closing closing;

    private Cast cast;
    private CustomerId town;
    private CustomerId otherTown;
    private CustomerViewer clerk;
    private CustomerViewer colleague;
    private CustomerViewer stranger;

    @BeforeEach
    void two_towns_ask() {
        cast = Cast.onStage(db);
        town = customer("Comune di Serravento");
        otherTown = customer("Comune di Pratolungo");
        clerk = person("Ines", town, Set.of(town));
        colleague = person("Bruno", town, Set.of(town));
        stranger = person("Olga", otherTown, Set.of(otherTown));
    }

    @Test
    void a_customer_sees_the_own_requests_and_those_of_the_own_organisation() {
        var mine = opened(clerk);
        var ours = opened(colleague);
        var foreign = opened(stranger);

        assertThat(underWay(clerk, RequestScope.MINE)).containsExactly(mine);
        assertThat(underWay(clerk, RequestScope.OURS)).containsExactly(ours, mine);
        assertThat(requests.underWay(clerk)).isEqualTo(new RequestCounts(1, 2));
        assertThat(requests.get(ours, clerk).line().askedBy()).isEqualTo("Bruno Prova");
        assertThatThrownBy(() -> requests.get(foreign, clerk)).isInstanceOf(TicketNotFound.class);
    }

    @Test
    void who_acts_for_a_further_organisation_sees_its_requests_too() {
        var consultant = person("Rita", town, Set.of(town, otherTown));
        var here = opened(clerk);
        var there = opened(stranger);

        assertThat(underWay(consultant, RequestScope.OURS)).containsExactly(there, here);
        assertThat(requests.underWay(consultant)).isEqualTo(new RequestCounts(0, 2));
        assertThat(requests.get(there, consultant).line().customer()).isEqualTo("Comune di Pratolungo");
    }

    @Test
    void who_left_an_organisation_keeps_only_what_the_person_asked() {
        var own = opened(clerk);
        var others = opened(colleague);
        var moved = as(clerk.id(), "Ines", otherTown, Set.of(otherTown));

        assertThat(underWay(moved, RequestScope.MINE)).containsExactly(own);
        assertThat(underWay(moved, RequestScope.OURS)).isEmpty();
        assertThat(written(requests.get(own, moved))).hasSize(1);
        assertThatThrownBy(() -> requests.get(others, moved)).isInstanceOf(TicketNotFound.class);
    }

    @Test
    void who_belongs_to_no_organisation_sees_an_empty_list() {
        opened(colleague);
        var nobody = as(clerk.id(), "Ines", town, Set.of());

        assertThat(underWay(nobody, RequestScope.OURS)).isEmpty();
        assertThat(requests.underWay(nobody)).isEqualTo(new RequestCounts(0, 0));
    }

    @Test
    void what_was_removed_is_gone_for_its_customer() {
        var number = opened(clerk);
        state(number, State.REMOVED);

        assertThat(underWay(clerk, RequestScope.MINE)).isEmpty();
        assertThat(over(clerk, RequestScope.MINE)).isEmpty();
        assertThatThrownBy(() -> requests.get(number, clerk)).isInstanceOf(TicketNotFound.class);
    }

    @Test
    void nothing_internal_reaches_the_customer() {
        var number = opened(clerk);
        done(locking.lock(number, cast.as(LAURA)));
        note(number, CANARY, false);
        attach(lastArticle(number), CANARY + ".pdf");
        db.sql("update agent set email = :mail, login = :login where login = 'laura.bassi'")
                .param("mail", CANARY + "@valleservizi.example")
                .param("login", CANARY)
                .update();

        var request = requests.get(number, clerk);
        var list = requests.list(clerk, RequestScope.MINE, RequestStage.UNDER_WAY, null);

        assertThat(request.toString() + list).contains("Laura Bassi").doesNotContain(CANARY);
        assertThat(written(request)).hasSize(1);
    }

    @Test
    void an_internal_note_leaves_no_trace_in_time_either() {
        var number = opened(clerk);
        var before = requests.get(number, clerk);
        note(number, "Solo per noi", false);

        assertThat(requests.get(number, clerk)).isEqualTo(before);
    }

    @Test
    void the_conversation_runs_from_the_oldest_to_the_newest() {
        var number = opened(clerk);
        note(number, "Passiamo domani.", true);
        done(followingUp.byPortal(number, text("Grazie."), Uploads.NONE, colleague));

        assertThat(written(requests.get(number, clerk)))
                .extracting(RequestArticle::sender, RequestArticle::senderName, RequestArticle::text)
                .containsExactly(
                        tuple(Sender.CUSTOMER, "Ines Prova", LibraryStory.TEXT),
                        tuple(Sender.AGENT, "Laura Bassi", "Passiamo domani."),
                        tuple(Sender.CUSTOMER, "Bruno Prova", "Grazie."));
    }

    @Test
    void who_works_on_it_is_named_only_while_it_is_in_hand() {
        var number = opened(clerk);
        assertThat(line(number).inHand()).isNull();

        done(locking.lock(number, cast.as(LAURA)));
        assertThat(line(number).state()).isEqualTo(RequestState.IN_HAND);
        assertThat(line(number).inHand()).extracting(InHand::name).isEqualTo("Laura Bassi");

        done(releasing.release(number, cast.as(LAURA)));
        assertThat(line(number).state()).isEqualTo(RequestState.OPEN);
        assertThat(line(number).inHand()).isNull();
    }

    @Test
    void a_question_of_ours_on_a_waiting_request_waits_for_the_customer() {
        var number = opened(clerk);
        note(number, "In quale fascia oraria possiamo passare?", true);
        note(number, "Chiamare il fornitore", false);
        state(number, State.PENDING_REMINDER);
        assertThat(line(number).state()).isEqualTo(RequestState.WAITING_FOR_YOU);

        state(number, State.OPEN);
        done(followingUp.byPortal(number, text("Al mattino."), Uploads.NONE, clerk));
        state(number, State.PENDING_REMINDER);
        assertThat(line(number).state()).isEqualTo(RequestState.ON_HOLD);
    }

    @Test
    void what_is_closed_leaves_the_list_of_what_is_under_way() {
        var number = opened(clerk);
        done(locking.lock(number, cast.as(LAURA)));
        done(closing.close(
                number,
                version(number),
                State.CLOSED_UNSUCCESSFUL,
                title("Chiusa"),
                text("No."),
                true,
                cast.as(LAURA)));

        assertThat(underWay(clerk, RequestScope.MINE)).isEmpty();
        assertThat(over(clerk, RequestScope.MINE)).containsExactly(number);
        assertThat(line(number).state()).isEqualTo(RequestState.UNSOLVED);
        assertThat(line(number).closedAt()).isNotNull();
    }

    @Test
    void a_long_list_goes_on_page_by_page_without_a_gap_or_a_repetition() {
        var consultant = person("Rita", town, Set.of(town, otherTown));
        var closed = new ArrayList<TicketNumber>();
        for (var nth = 0; nth < 2 * Requests.AT_ONCE + 3; nth++) {
            closed.addFirst(closedOn(nth % 2 == 0 ? clerk : stranger, Instant.parse("2026-11-01T08:00:00Z"), nth / 4));
        }

        var read = new ArrayList<TicketNumber>();
        RequestPlace place = null;
        var pages = 0;
        do {
            var page = requests.list(consultant, RequestScope.OURS, RequestStage.OVER, place);
            page.lines().forEach(line -> read.add(line.number()));
            place = page.next();
            pages++;
        } while (place != null);

        assertThat(pages).isEqualTo(3);
        assertThat(read).containsExactlyElementsOf(closed);
    }

    @Test
    void a_file_is_found_through_its_own_readable_message_alone() {
        var number = opened(clerk);
        var other = opened(clerk);
        var readable = attach(lastArticle(number), "pianta.pdf");
        note(number, "Solo per noi", false);
        var internal = attach(lastArticle(number), "preventivo.pdf");

        assertThat(requests.file(number, readable, colleague))
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("pianta.pdf"));
        assertThat(requests.file(number, internal, clerk)).isEmpty();
        assertThat(requests.file(other, readable, clerk)).isEmpty();
        assertThat(requests.file(number, readable, stranger)).isEmpty();
        assertThat(requests.get(number, clerk).articles().getFirst().files())
                .containsExactly(new RequestFile(readable, "pianta.pdf", 3));
    }

    @Test
    void a_form_that_arrives_twice_opens_one_request() {
        var submission = Submission.single();
        var first = opened(clerk, submission);

        assertThat(opened(clerk, submission)).isEqualTo(first);
        assertThat(underWay(clerk, RequestScope.MINE)).containsExactly(first);
        assertThat(opened(colleague, submission)).as("another person's form").isNotEqualTo(first);
    }

    @Test
    void a_reply_that_arrives_twice_is_written_once() {
        var number = opened(clerk);
        var submission = Submission.single();
        IntStream.range(0, 2)
                .forEach(twice -> done(followingUp.byPortal(number, submission, text("Grazie."), Uploads.NONE, clerk)));

        assertThat(written(requests.get(number, clerk))).hasSize(2);
    }

    /** Without the lines that the house writes by itself. */
    private static List<RequestArticle> written(Request request) {
        return request.articles().stream()
                .filter(article -> article.line() == null)
                .toList();
    }

    private TicketNumber opened(CustomerViewer by) {
        return opened(by, Submission.single());
    }

    private TicketNumber opened(CustomerViewer by, Submission submission) {
        return done(opening.byPortal(
                by,
                submission,
                by.customer(),
                title(LibraryStory.TITLE),
                text(LibraryStory.TEXT),
                Uploads.NONE,
                TypedFields.NONE,
                null));
    }

    private TicketNumber closedOn(CustomerViewer by, Instant first, int hoursLater) {
        var number = opened(by);
        db.sql("""
                update ticket
                   set state_id = 7, state_type = 'closed', closed_at = :at
                 where number = :number
                """)
                .param("at", Timestamp.from(first.plusSeconds(3600L * hoursLater)))
                .param("number", number.value())
                .update();
        return number;
    }

    private void note(TicketNumber number, String text, boolean visible) {
        done(noting.note(number, title(text), text(text), visible, Uploads.NONE, cast.as(LAURA)));
    }

    private RequestLine line(TicketNumber number) {
        var line = requests.get(number, clerk).line();
        var stage = line.state().isOver() ? RequestStage.OVER : RequestStage.UNDER_WAY;
        assertThat(requests.list(clerk, RequestScope.MINE, stage, null).lines()).contains(line);
        return line;
    }

    private List<TicketNumber> underWay(CustomerViewer viewer, RequestScope scope) {
        return numbers(viewer, scope, RequestStage.UNDER_WAY);
    }

    private List<TicketNumber> over(CustomerViewer viewer, RequestScope scope) {
        return numbers(viewer, scope, RequestStage.OVER);
    }

    private List<TicketNumber> numbers(CustomerViewer viewer, RequestScope scope, RequestStage stage) {
        return requests.list(viewer, scope, stage, null).lines().stream()
                .map(RequestLine::number)
                .toList();
    }

    private int version(TicketNumber number) {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private void state(TicketNumber number, State state) {
        db.sql("""
                update ticket
                   set state_id = :id, state_type = :type,
                       pending_until = case when :type like 'pending%' then now() end
                 where number = :number
                """)
                .param("id", state.id())
                .param("type", state.type().key())
                .param("number", number.value())
                .update();
    }

    private long lastArticle(TicketNumber number) {
        return db.sql("""
                select max(a.id)
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                   and a.event is null
                """).param("number", number.value()).query(Long.class).single();
    }

    private long attach(long article, String name) {
        db.sql("insert into blob (hash, size, created_at) values (sha256(:name::bytea), 3, now())")
                .param("name", name)
                .update();
        return db.sql("""
                insert into attachment (article_id, position, name, media_type, size, hash)
                values (:article, 1, :name, 'application/pdf', 3, sha256(:name::bytea))
                returning id
                """)
                .param("article", article)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private CustomerId customer(String name) {
        return new CustomerId(db.sql("insert into customer (code, name) values (upper(:name), :name) returning id")
                .param("name", name)
                .query(Long.class)
                .single());
    }

    private CustomerViewer person(String name, CustomerId own, Set<CustomerId> all) {
        var id = db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email)
                values (lower(:name) || '.prova', :customer, :name, 'Prova', lower(:name) || '@prova.example')
                returning id
                """)
                .param("name", name)
                .param("customer", own.value())
                .query(Long.class)
                .single();
        return as(new CustomerUserId(id), name, own, all);
    }

    private static CustomerViewer as(CustomerUserId id, String name, CustomerId own, Set<CustomerId> all) {
        return new CustomerViewer(
                id, name, "Prova", Language.ITALIAN, ZoneId.of("Europe/Rome"), "system", own, Set.copyOf(all), true);
    }
}

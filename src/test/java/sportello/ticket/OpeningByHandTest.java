package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.customer.Correcting;
import sportello.customer.CustomerDetails;
import sportello.customer.CustomerUserDetails;
import sportello.customer.Customers;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;

/** An agent writes down what a customer asks by telephone, or writes to a customer first (S4, S37). */
@SportelloTest
@Transactional
class OpeningByHandTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private OpeningByHand opening;

    @Autowired
    private Requests requests;

    @Autowired
    private Customers customers;

    @Autowired
    private Correcting correcting;

    @Autowired
    private History history;

    @Autowired
    private Clock clock;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_request_by_telephone_is_the_customers_own_and_stands_in_the_portal() {
        var number = done(byPhone(request(GIULIA, Place.IMPIANTI), laura()));
        var request = requests.get(number, cast.as(GIULIA));
        assertThat(request.articles().getFirst()).satisfies(article -> {
            assertThat(article.sender()).isEqualTo(Sender.CUSTOMER);
            assertThat(article.senderName()).isEqualTo("Giulia Moretti");
            assertThat(article.text()).isEqualTo("La sala è fredda.");
        });
        assertThat(column(number, "(select channel from article a where a.ticket_id = t.id and a.no = 1)"))
                .isEqualTo("phone");
        assertThat(column(number, "(select agent_id::text from article a where a.ticket_id = t.id and a.no = 1)"))
                .isEqualTo("" + cast.id(LAURA).value());
        assertThat(opened(number).by()).isEqualTo(laura().actor());
    }

    @Test
    void a_request_by_mail_goes_to_the_customer_with_its_files_and_the_number_in_its_subject() {
        var plan = new Upload("orari.txt", "text/plain", 4, () -> new ByteArrayInputStream(new byte[4]));
        var wanted = request(GIULIA, Place.IMPIANTI, null, null, new Beginning(State.NEW, null), plan);
        var number = done(opening.byMail(wanted, Submission.single(), laura()));
        assertThat(letters(number)).containsExactly("biblioteca@roccalba.example: [Ticket#" + number + "] Sala fredda");
        assertThat(db.sql("select name from letter_attachment")
                        .query(String.class)
                        .list())
                .contains("orari.txt");
        assertThat(requests.get(number, cast.as(GIULIA)).articles().getFirst().sender())
                .isEqualTo(Sender.AGENT);
    }

    @Test
    void people_who_were_not_chosen_come_from_the_queue() {
        var number = done(byPhone(request(PAOLO, Place.GUASTI), cast.as(MARIO)));
        assertThat(column(number, "owner_id::text"))
                .isEqualTo("" + cast.id(MARIO).value());
        assertThat(column(number, "responsible_id::text"))
                .isEqualTo("" + cast.id(CARLA).value());
    }

    @Test
    void the_people_of_the_customer_go_before_those_of_the_queue_as_far_as_they_work_there() {
        inHands(cast.id(MARIO), cast.id(LAURA));
        var number = done(byPhone(request(GIULIA, Place.IMPIANTI), cast.as(MARIO)));
        assertThat(column(number, "owner_id::text"))
                .isEqualTo("" + cast.id(MARIO).value());
        assertThat(column(number, "responsible_id::text"))
                .isEqualTo("" + cast.id(LAURA).value());
        assertThat(opened(number).forCustomer()).isTrue();

        inHands(cast.id(NADIA), cast.id(NADIA));
        var without = done(byPhone(request(GIULIA, Place.IMPIANTI), cast.as(MARIO)));
        assertThat(column(without, "coalesce(owner_id, 0)::text"))
                .isNotEqualTo("" + cast.id(NADIA).value());
        assertThat(opened(without).forCustomer()).isFalse();
    }

    private void inHands(AgentId owner, AgentId responsible) {
        var customer = customers.byCode("ROCCALBA").orElseThrow();
        var details = done(CustomerDetails.of(customer.code(), customer.name(), "", "", "", true));
        done(correcting.correct(
                customer.id(),
                customer.version(),
                details.inHandsOf(owner, responsible),
                cast.as(ANNA).authority()));
    }

    @Test
    void people_who_were_chosen_have_it_and_who_may_not_work_there_is_refused() {
        var wanted = request(PAOLO, Place.GUASTI, cast.id(PIERO), cast.id(MARIO), new Beginning(State.OPEN, null));
        var number = done(byPhone(wanted, cast.as(MARIO)));
        assertThat(column(number, "owner_id::text"))
                .isEqualTo("" + cast.id(PIERO).value());
        assertThat(column(number, "responsible_id::text"))
                .isEqualTo("" + cast.id(MARIO).value());
        var unable = request(GIULIA, Place.IMPIANTI, cast.id(NADIA), null, new Beginning(State.NEW, null));
        assertThat(refusal(byPhone(unable, laura())).message()).isEqualTo("person.unable");
    }

    @Test
    void it_can_wait_from_the_beginning_and_the_history_says_so() {
        var until = clock.instant().plus(Duration.ofDays(2));
        var beginning = done(Beginning.of(State.PENDING_REMINDER, until, clock.instant()));
        var number = done(byPhone(request(GIULIA, Place.IMPIANTI, null, null, beginning), laura()));
        assertThat(column(number, "state_type")).isEqualTo("pending_reminder");
        assertThat(history.of(id(number)))
                .anySatisfy(line -> assertThat(line.event())
                        .isEqualTo(new TicketEvent.StateChanged(
                                id(number), laura().actor(), State.NEW, State.PENDING_REMINDER)));
        assertThat(history.firstBroken(id(number))).isEmpty();
    }

    @Test
    void a_beginning_is_new_open_or_waits_for_a_day_to_come() {
        var now = Instant.parse("2026-11-25T10:00:00Z");
        assertThat(done(Beginning.of(State.OPEN, now, now)).until()).isNull();
        assertThat(refusal(Beginning.of(State.PENDING_REMINDER, null, now)).message())
                .isEqualTo("opening.until");
        assertThat(refusal(Beginning.of(State.PENDING_REMINDER, now, now)).message())
                .isEqualTo("opening.past");
        assertThat(refusal(Beginning.of(State.PENDING_REMINDER, now.plus(Duration.ofDays(3000)), now))
                        .message())
                .isEqualTo("opening.far");
        assertThat(refusal(Beginning.of(State.CLOSED_SUCCESSFUL, null, now)).message())
                .isEqualTo("opening.state");
    }

    @ParameterizedTest
    @EnumSource
    void only_create_or_rw_on_the_queue_opens_a_ticket(Permission held) {
        var agent = holding(held, Place.IMPIANTI);
        var outcome = byPhone(request(GIULIA, Place.IMPIANTI), agent);
        if (held == Permission.CREATE || held == Permission.RW)
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        else assertThat(refusal(outcome).message()).isEqualTo("opening.queue");
    }

    @Test
    void the_key_of_another_queue_opens_nothing_here_and_an_administrator_needs_one_too() {
        assertThat(refusal(byPhone(request(GIULIA, Place.IMPIANTI), cast.as(PIERO)))
                        .message())
                .isEqualTo("opening.queue");
        assertThat(refusal(byPhone(request(GIULIA, Place.GUASTI), cast.as(ANNA)))
                        .message())
                .isEqualTo("opening.queue");
    }

    @Test
    void a_form_that_arrives_twice_opens_one_ticket_and_enters_one_person() {
        var wanted = request(newcomer("ada.bianchi@roccalba.example"), Place.IMPIANTI);
        var submission = Submission.of(UUID.randomUUID(), "Sala fredda", text("La sala è fredda."), Uploads.NONE);
        var first = done(opening.byPhone(wanted, submission, laura()));
        assertThat(done(opening.byPhone(wanted, submission, laura()))).isEqualTo(first);
        assertThat(db.sql("select count(*) from customer_user where email = 'ada.bianchi@roccalba.example'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from ticket where title = 'Sala fredda'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_calls_for_the_first_time_becomes_a_customer_user_without_an_account() {
        var number = done(byPhone(request(newcomer("ada.bianchi@roccalba.example"), Place.IMPIANTI), laura()));
        var ada = db.sql("select customer_user_id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        assertThat(customers.find(new sportello.customer.CustomerUserId(ada)))
                .get()
                .satisfies(user -> {
                    assertThat(user.name()).isEqualTo("Ada Bianchi");
                    assertThat(user.login()).isEqualTo("ada.bianchi@roccalba.example");
                    assertThat(user.customer()).isEqualTo(cast.as(GIULIA).customer());
                });
        assertThat(db.sql("select count(*) from account where customer_user_id = :ada")
                        .param("ada", ada)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_organisation_that_is_new_too_is_entered_with_its_person() {
        var stranger = new Asking.Stranger(
                person("sindaco@borgolago.example"), done(CustomerDetails.named("Comune di Borgolago")), false);
        var number = done(byPhone(request(stranger, Place.IMPIANTI), laura()));
        assertThat(column(number, "(select code from customer c where c.id = t.customer_id)"))
                .isEqualTo("BORGOLAGO");
    }

    @Test
    void an_address_that_somebody_has_already_is_not_entered_again() {
        var again = newcomer("Biblioteca@ROCCALBA.example");
        var outcome = byPhone(request(again, Place.IMPIANTI), laura());
        assertThat(refusal(outcome).message()).isEqualTo("customer_user.known");
        assertThat(refusal(outcome).arguments()).containsExactly("Giulia Moretti");
    }

    @Test
    void nobody_asks_for_an_organisation_that_is_not_theirs_and_who_has_left_asks_no_more() {
        var foreign = new Asking.Known(cast.id(GIULIA), cast.as(EMILY).customer());
        assertThat(refusal(byPhone(request(foreign, Place.IMPIANTI), laura())).message())
                .isEqualTo("opening.asker");
        db.sql("update customer_user set valid = false where login = 'giulia.moretti'")
                .update();
        assertThat(refusal(byPhone(request(GIULIA, Place.IMPIANTI), laura())).message())
                .isEqualTo("opening.asker");
    }

    @Test
    void what_a_limit_takes_from_a_ticket_is_not_chosen_at_its_opening_either() {
        var energy = cast.id(Place.IMPIANTI).value();
        db.sql(
                        "insert into ticket_limit (name, position, queue_ids, to_priorities) values ('Urgenze', 1, :queue, '{3}')")
                .param("queue", new Long[] {energy})
                .update();
        assertThat(refusal(byPhone(request(GIULIA, Place.IMPIANTI), laura())))
                .isEqualTo(new Refusal("limits.against.priority", "Urgenze"));
        db.sql("update ticket_limit set to_priorities = '{}', to_states = '{pending_reminder}'")
                .update();
        var waiting = request(
                GIULIA,
                Place.IMPIANTI,
                null,
                null,
                done(Beginning.of(State.PENDING_REMINDER, clock.instant().plus(Duration.ofDays(2)), clock.instant())));
        assertThat(refusal(byPhone(waiting, laura())).message()).isEqualTo("limits.against.state");
        db.sql("update ticket_limit set only_states = true, to_states = '{closed_successful}'")
                .update();
        done(byPhone(request(GIULIA, Place.IMPIANTI), laura()));
    }

    private AgentViewer laura() {
        return cast.as(LAURA);
    }

    private Outcome<TicketNumber> byPhone(DeskRequest request, AgentViewer by) {
        return opening.byPhone(request, Submission.single(), by);
    }

    private DeskRequest request(Caller caller, Place place) {
        return request(caller, place, null, null, new Beginning(State.NEW, null));
    }

    private DeskRequest request(Asking asking, Place place) {
        return request(asking, cast.id(place), null, null, new Beginning(State.NEW, null), Uploads.NONE);
    }

    private DeskRequest request(
            Caller caller,
            Place place,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            Beginning beginning,
            Upload... files) {
        var asking = new Asking.Known(cast.id(caller), cast.as(caller).customer());
        return request(asking, cast.id(place), owner, responsible, beginning, new Uploads(List.of(files)));
    }

    private static DeskRequest request(
            Asking asking,
            QueueId queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            Beginning beginning,
            Uploads uploads) {
        return new DeskRequest(
                asking,
                queue,
                owner,
                responsible,
                beginning,
                Priority.NORMAL,
                title("Sala fredda"),
                text("La sala è fredda."),
                uploads);
    }

    private Asking newcomer(String email) {
        return new Asking.Newcomer(person(email), cast.as(GIULIA).customer(), false);
    }

    private static CustomerUserDetails person(String email) {
        return done(CustomerUserDetails.of("", "Ada", "Bianchi", email, "0364 000 119", Language.ITALIAN, true));
    }

    /** Somebody who holds this one key on the queue's group, and no other. */
    private AgentViewer holding(Permission key, Place place) {
        var group = db.sql("select group_id from queue where id = :queue")
                .param("queue", cast.id(place).value())
                .query(Long.class)
                .single();
        return new AgentViewer(
                cast.id(NADIA),
                "Nadia",
                "Costa",
                Language.ITALIAN,
                ZoneId.of("Europe/Rome"),
                "system",
                false,
                false,
                new Grants(Map.of(new GroupId(group), Set.of(key))));
    }

    private TicketEvent.Opened opened(TicketNumber number) {
        return (TicketEvent.Opened) history.of(id(number)).getFirst().event();
    }

    private TicketId id(TicketNumber number) {
        return new TicketId(Long.parseLong(column(number, "id::text")));
    }

    private String column(TicketNumber number, String column) {
        return db.sql("select " + column + " from ticket t where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private List<String> letters(TicketNumber number) {
        return db.sql("""
                select l.to_address || ': ' || l.subject
                  from letter l
                  join article_recipient r on r.letter_id = l.id
                  join article a on a.id = r.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).list();
    }
}

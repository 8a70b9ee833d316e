package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Place;
import sportello.mail.Addressees;
import sportello.mail.Recipient;

/** The life of a request through the use cases, in a real database (S13 to S22, S56 to S70). */
@SportelloTest
@Transactional
class TicketLifeTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Releasing releasing;

    @Autowired
    private Noting noting;

    @Autowired
    private Answering answering;

    @Autowired
    private Calling calling;

    @Autowired
    private Mailing mailing;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Closing closing;

    @Autowired
    private Prioritising prioritising;

    @Autowired
    private Moving moving;

    @Autowired
    private ChangingOwner changingOwner;

    @Autowired
    private ChangingResponsible changingResponsible;

    @Autowired
    private TicketFiles ticketFiles;

    @Autowired
    private History history;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void the_library_of_the_procedure_reaches_its_queue_and_its_responsible() {
        var ticket = row(opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT));
        assertThat(ticket.queue).isEqualTo(Place.IMPIANTI.queue());
        assertThat(ticket.state).isEqualTo("new");
        assertThat(ticket.owner).isNull();
        assertThat(ticket.responsible).isEqualTo(cast.id(CARLA).value());
    }

    @Test
    void a_broken_lamp_has_an_owner_from_the_start() {
        var ticket = row(opened(PAOLO, "Lampione spento", "Il lampione di via Roma è spento."));
        assertThat(ticket.queue).isEqualTo(Place.GUASTI.queue());
        assertThat(ticket.owner).isEqualTo(cast.id(MARIO).value());
        assertThat(ticket.responsible).isEqualTo(cast.id(CARLA).value());
    }

    @Test
    void what_no_rule_recognises_lands_in_raw_with_nobody() {
        var ticket = row(opened(GIULIA, "Una domanda", "Chi posso sentire per la festa del paese?"));
        assertThat(ticket.raw).isTrue();
        assertThat(ticket.owner).isNull();
        assertThat(ticket.responsible).isNull();
    }

    @Test
    void nobody_opens_requests_for_a_foreign_organisation() {
        var emily = cast.as(EMILY);
        assertThat(opening.byPortal(cast.as(GIULIA), emily.customer(), title("x"), text("y"), Uploads.NONE))
                .isEqualTo(Outcome.refused("customer.foreign"));
    }

    @Test
    void from_lock_to_close_everything_is_written_down_and_chained() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(row(number).state).isEqualTo("in_progress");
        done(answering.answer(number, version(number), 1, mail("Quale fascia?"), cast.as(LAURA)));
        done(followingUp.byPortal(number, text("Dalle 13:30."), Uploads.NONE, cast.as(GIULIA)));
        assertThat(row(number).state).isEqualTo("in_progress");
        done(closing.close(
                number,
                version(number),
                State.CLOSED_SUCCESSFUL,
                title("Fatto"),
                text("Impostato."),
                true,
                cast.as(LAURA)));

        assertThat(row(number).state).isEqualTo("closed_successful");
        assertThat(row(number).locked).isFalse();
        assertThat(types(number))
                .containsExactly(
                        "Opened", "StateChanged", "Locked", "Answered", "FollowedUp", "StateChanged", "Closed");
        assertThat(history.firstBroken(id(number))).isEmpty();
    }

    @Test
    void a_lock_leaves_its_line_among_the_articles_for_the_desk_only() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(db.sql("select subject from article where ticket_id = :id and event = 'locked' and not visible")
                        .param("id", id(number).value())
                        .query(String.class)
                        .single())
                .isEqualTo("Blocco ticket");
    }

    @Test
    void who_has_it_where_it_went_and_how_urgent_it_is_stands_among_the_articles_too() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        var by = cast.as(MARIO);
        done(prioritising.prioritise(number, version(number), Priority.HIGH, by));
        done(changingOwner.change(number, version(number), cast.id(LAURA), by));
        done(changingOwner.takeAway(number, version(number), by));
        done(changingResponsible.change(number, version(number), cast.id(MARIO), by));
        done(changingResponsible.takeAway(number, version(number), by));
        done(moving.move(number, version(number), cast.id(Place.GUASTI), by));
        assertThat(db.sql("""
                        select event || ': ' || subject || ' / ' || text_body
                          from article
                         where ticket_id = :id
                           and channel = 'system'
                           and not visible
                         order by no
                        """)
                        .param("id", id(number).value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "prioritised: 4 / Priorità: 4 alta",
                        "owner: Laura Bassi / Operatore: Laura Bassi",
                        "no_owner: Senza operatore / Senza operatore",
                        "responsible: Mario Ferri / Responsabile: Mario Ferri",
                        "no_responsible: Senza responsabile / Senza responsabile",
                        "moved: Illuminazione::Guasti / Spostato nella coda Illuminazione::Guasti");
    }

    @Test
    void while_laura_works_mario_is_told_who_has_it() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(refusal(locking.lock(number, cast.as(MARIO))).message()).isEqualTo("ticket.held");
        assertThat(refusal(locking.lock(number, cast.as(MARIO))).arguments()).contains("Laura Bassi");
        assertThat(done(locking.lock(number, cast.as(LAURA))).line())
                .as("locking what one holds changes nothing")
                .isNull();
    }

    @Test
    void the_responsible_may_release_and_another_may_not() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(refusal(releasing.release(number, cast.as(MARIO))).message()).isEqualTo("ticket.held");
        done(releasing.release(number, cast.as(CARLA)));
        assertThat(row(number).state).isEqualTo("open");
        assertThat(row(number).locked).isFalse();
    }

    @Test
    void answering_a_free_ticket_takes_it_in_hand() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(answering.answer(number, version(number), 1, mail("Ci pensiamo."), cast.as(LAURA)));
        assertThat(row(number).locked).isTrue();
        assertThat(row(number).owner).isEqualTo(cast.id(LAURA).value());
    }

    @Test
    void a_call_is_written_down_whoever_has_the_ticket_and_even_when_it_is_closed() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(locking.lock(number, cast.as(LAURA)));
        done(call(number, Call.RECEIVED, "Giulia Moretti"));
        done(closing.close(
                number, version(number), State.CLOSED_SUCCESSFUL, title("x"), text("y"), true, cast.as(LAURA)));
        done(call(number, Call.MADE, "Ditta Neri"));

        assertThat(calls(number))
                .containsExactly("customer: Giulia Moretti, internal, ", "agent: Mario Ferri, internal, Ditta Neri");
        assertThat(row(number).state).isEqualTo("closed_successful");
    }

    @Test
    void who_may_only_note_records_no_call() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        assertThat(refusal(calling.call(
                                number,
                                Call.MADE,
                                done(PersonName.of("Giulia")),
                                title("x"),
                                text("y"),
                                Uploads.NONE,
                                cast.as(NADIA)))
                        .message())
                .isEqualTo("ticket.no_permission");
    }

    @Test
    void a_mail_takes_a_free_ticket_in_hand_and_keeps_each_recipient_with_a_letter() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(mail(number, version(number), "Ditta Neri <ditta@neri.example>", "capo@valle.example"));

        assertThat(row(number).owner).isEqualTo(cast.id(MARIO).value());
        assertThat(row(number).locked).isTrue();
        assertThat(db.sql("""
                        select r.role || ' ' || r.name || ' ' || l.to_address
                          from article_recipient r
                          join article a on a.id = r.article_id and a.message_id is not null and not a.visible
                          join letter l on l.id = r.letter_id and l.message_id = a.message_id
                         where a.ticket_id = :id
                         order by r.position
                        """)
                        .param("id", id(number).value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "to Ditta Neri ditta@neri.example", "cc  capo@valle.example", "bcc  ugo@valle.example");
    }

    @Test
    void a_mail_is_refused_while_somebody_else_has_the_ticket_and_on_an_old_version() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        var seen = version(number);
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(refusal(mail(number, version(number), "a@x.example", "")).message())
                .isEqualTo("ticket.held");
        done(releasing.release(number, cast.as(LAURA)));
        assertThat(refusal(mail(number, seen, "a@x.example", "")).message()).isEqualTo("ticket.changed");
    }

    @Test
    void an_answer_can_be_the_last_word() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(answering.answer(
                number,
                version(number),
                1,
                mail("Impostato."),
                new Sequel.Close(State.CLOSED_SUCCESSFUL),
                cast.as(LAURA)));

        assertThat(row(number).state).isEqualTo("closed_successful");
        assertThat(row(number).owner).isEqualTo(cast.id(LAURA).value());
        assertThat(types(number)).containsExactly("Opened", "Answered", "StateChanged", "Closed");
        assertThat(refusal(answering.answer(
                                number,
                                version(number),
                                1,
                                mail("x"),
                                new Sequel.Close(State.CLOSED_SUCCESSFUL),
                                cast.as(LAURA)))
                        .message())
                .isEqualTo("ticket.not_active");
    }

    @Test
    void the_minutes_spent_add_up() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(noting.note(
                number,
                0,
                new Word(title("x"), text("y"), Uploads.NONE, new Spent(25)),
                false,
                Set.of(),
                new Sequel.Stay(),
                cast.as(LAURA)));
        var giulia = new Recipient("Giulia Moretti", "biblioteca@roccalba.example");
        var mail = new Mail(Addressees.only(giulia), title("x"), text("y"), Uploads.NONE, new Spent(60));
        done(answering.answer(number, version(number), 1, mail, cast.as(LAURA)));

        assertThat(ticketFiles.find(number, cast.as(LAURA)).orElseThrow().minutes())
                .isEqualTo(85);
    }

    @Test
    void an_answer_to_a_mail_hangs_on_it_in_mail_programs() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(mail(number, version(number), "ditta@neri.example", ""));
        var mailed = articles(number);
        done(answering.answer(number, version(number), mailed, mail("Ecco i dettagli."), cast.as(MARIO)));

        assertThat(db.sql("""
                        select l.in_reply_to = q.message_id and l.reference_ids like '% ' || q.message_id
                          from article q
                          join article a on a.ticket_id = q.ticket_id and a.no = q.no + 1
                          join article_recipient r on r.article_id = a.id
                          join letter l on l.id = r.letter_id
                         where q.ticket_id = :id and q.no = :no
                        """)
                        .param("id", id(number).value())
                        .param("no", mailed)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private int articles(TicketNumber number) {
        return db.sql("select max(no) from article where ticket_id = :id")
                .param("id", id(number).value())
                .query(Integer.class)
                .single();
    }

    private Outcome<Trace> call(TicketNumber number, Call call, String other) {
        return calling.call(
                number, call, done(PersonName.of(other)), title("Tel"), text("Sì."), Uploads.NONE, cast.as(MARIO));
    }

    private Outcome<Trace> mail(TicketNumber number, int seen, String to, String cc) {
        var people = done(Addressees.of(to, cc, "ugo@valle.example"));
        var mail = new Mail(people, title("Preventivo"), text("Quanto costa?"), Uploads.NONE);
        return mailing.mail(number, seen, mail, false, cast.as(MARIO));
    }

    private List<String> calls(TicketNumber number) {
        return db.sql("""
                select a.sender || ': ' || a.sender_name || case when a.visible then ', visible, ' else ', internal, ' end
                       || coalesce(r.name, '')
                  from article a
                  left join article_recipient r on r.article_id = a.id
                 where a.ticket_id = :id and a.channel = 'phone'
                 order by a.no
                """).param("id", id(number).value()).query(String.class).list();
    }

    @Test
    void what_was_written_on_an_old_version_is_refused_and_changes_nothing() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        var seen = version(number);
        done(noting.note(number, title("n"), text("nota"), false, Uploads.NONE, cast.as(CARLA)));
        assertThat(refusal(closing.close(
                                number, seen, State.CLOSED_SUCCESSFUL, title("x"), text("y"), false, cast.as(LAURA)))
                        .message())
                .isEqualTo("ticket.changed");
        assertThat(row(number).state).isEqualTo("new");
    }

    @Test
    void a_closed_ticket_is_over_until_the_customer_writes_again() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(closing.close(
                number,
                version(number),
                State.CLOSED_UNSUCCESSFUL,
                title("No"),
                text("Non si può."),
                true,
                cast.as(LAURA)));
        assertThat(refusal(locking.lock(number, cast.as(LAURA))).message()).isEqualTo("ticket.not_active");
        done(followingUp.byPortal(number, text("Perché?"), Uploads.NONE, cast.as(GIULIA)));
        assertThat(row(number).state).isEqualTo("open");
        assertThat(row(number).owner).isEqualTo(cast.id(LAURA).value());
    }

    @Test
    void who_only_reads_can_note_but_not_work() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(noting.note(number, title("n"), text("visto"), false, Uploads.NONE, cast.as(NADIA)));
        assertThat(refusal(locking.lock(number, cast.as(NADIA))).message()).isEqualTo("ticket.no_permission");
        assertThat(refusal(prioritising.prioritise(number, version(number), Priority.HIGH, cast.as(NADIA)))
                        .message())
                .isEqualTo("ticket.no_permission");
    }

    @Test
    void for_a_supplier_other_queues_do_not_exist() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        assertThatThrownBy(() -> locking.lock(number, cast.as(PIERO))).isInstanceOf(TicketNotFound.class);
        assertThatThrownBy(() -> followingUp.byPortal(number, text("x"), Uploads.NONE, cast.as(EMILY)))
                .isInstanceOf(TicketNotFound.class);
    }

    @Test
    void a_move_needs_the_key_of_the_target_and_frees_the_ticket() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(refusal(moving.move(number, version(number), cast.id(Place.AMMINISTRAZIONE), cast.as(LAURA)))
                        .message())
                .isEqualTo("move.target");
        done(moving.move(number, version(number), cast.id(Place.GUASTI), cast.as(LAURA)));
        var ticket = row(number);
        assertThat(ticket.queue).isEqualTo(Place.GUASTI.queue());
        assertThat(ticket.locked).isFalse();
        assertThat(ticket.owner)
                .as("Laura cannot work there, so the queue's own")
                .isEqualTo(cast.id(MARIO).value());
        assertThat(ticket.responsible).isEqualTo(cast.id(CARLA).value());
    }

    @Test
    void out_of_raw_a_ticket_gets_the_people_of_its_new_queue() {
        var number = opened(GIULIA, "Una domanda", "Chi posso sentire per la festa del paese?");
        done(moving.move(number, version(number), cast.id(Place.IMPIANTI), cast.as(ANNA)));
        assertThat(row(number).responsible).isEqualTo(cast.id(CARLA).value());
    }

    @Test
    void people_change_hands_only_to_those_who_can_work_there() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        assertThat(refusal(changingOwner.change(number, version(number), cast.id(PIERO), cast.as(CARLA)))
                        .message())
                .isEqualTo("person.unable");
        done(changingOwner.change(number, version(number), cast.id(MARIO), cast.as(CARLA)));
        done(changingResponsible.change(number, version(number), cast.id(LAURA), cast.as(CARLA)));
        assertThat(row(number).owner).isEqualTo(cast.id(MARIO).value());
        assertThat(row(number).responsible).isEqualTo(cast.id(LAURA).value());
    }

    @Test
    void the_same_priority_again_leaves_no_line() {
        var number = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        assertThat(done(prioritising.prioritise(number, version(number), Priority.NORMAL, cast.as(LAURA)))
                        .line())
                .isNull();
        done(prioritising.prioritise(number, version(number), Priority.VERY_HIGH, cast.as(LAURA)));
        assertThat(types(number)).containsExactly("Opened", "PriorityChanged");
    }

    private static Mail mail(String text) {
        var giulia = new Recipient("Giulia Moretti", "biblioteca@roccalba.example");
        return new Mail(Addressees.only(giulia), title("Re: orario"), text(text), Uploads.NONE);
    }

    private TicketNumber opened(Caller caller, String title, String text) {
        var viewer = cast.as(caller);
        return done(opening.byPortal(viewer, viewer.customer(), title(title), text(text), Uploads.NONE));
    }

    private List<String> types(TicketNumber number) {
        return history.of(id(number)).stream()
                .map(line -> line.event().getClass().getSimpleName())
                .toList();
    }

    private int version(TicketNumber number) {
        return row(number).version;
    }

    private TicketId id(TicketNumber number) {
        return new TicketId(row(number).id);
    }

    private Row row(TicketNumber number) {
        return db.sql("""
                select t.id, q.name as queue, q.raw, s.name as state, t.owner_id as owner,
                       t.responsible_id as responsible, t.locked_at is not null as locked, t.version
                  from ticket t
                  join queue q on q.id = t.queue_id
                  join ticket_state s on s.id = t.state_id
                 where t.number = :number
                """).param("number", number.value()).query(Row.class).single();
    }

    record Row(
            long id,
            String queue,
            boolean raw,
            String state,
            Long owner,
            Long responsible,
            boolean locked,
            int version) {}

    static Title title(String text) {
        return done(Title.of(text));
    }

    static Message text(String text) {
        return done(Message.of(text));
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> Objects.requireNonNull(value);
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    static <T> Refusal refusal(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> throw new AssertionError("done: " + value);
            case Outcome.Refused<T>(var why) -> why;
        };
    }
}

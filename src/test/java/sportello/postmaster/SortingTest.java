package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.mail.Addressees;
import sportello.mail.Letters;
import sportello.mail.Recipient;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.storage.Files;
import sportello.ticket.Answering;
import sportello.ticket.Closing;
import sportello.ticket.FollowingUp;
import sportello.ticket.Locking;
import sportello.ticket.Mail;
import sportello.ticket.Mailing;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Postponing;
import sportello.ticket.Redirecting;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** From the raw bytes of a mail to its ticket (S4, S13 to S15, S68), each mail in its own transaction. */
@SportelloTest
@Import(FailingStatements.class)
class SortingTest {
    private static final String GATEWAY = "mx.valle.example";

    /** More statements than a mail takes, however many it goes to. */
    private static final int ENOUGH_FOR_ONE = 200;

    @Autowired
    private Letters letters;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Opening opening;

    @Autowired
    private Answering answering;

    @Autowired
    private Mailing mailing;

    @Autowired
    private Redirecting redirecting;

    @Autowired
    private Closing closing;

    @Autowired
    private Postponing postponing;

    @Autowired
    private Locking locking;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Clock clock;

    private Cast cast;
    private Postbag bag;
    private String stranger = "";

    @BeforeEach
    void a_mailbox_of_the_test() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
        stranger = "ignoto-" + UUID.randomUUID().toString().substring(0, 8) + "@altrove.example";
    }

    @Test
    void who_is_unknown_gets_a_ticket_in_raw_and_one_answer_a_day() {
        var first = sorted(SortingMails.from(stranger, "Porta rotta", "Buongiorno, la porta è rotta."));
        var ticket = ticket(first.number());
        assertThat(first.verdict()).isEqualTo("open");
        assertThat(ticket.get("queue_id")).isEqualTo(cast.raw().value());
        assertThat(ticket.get("customer_user_id")).isNull();
        assertThat(articleInTheLog(first.number())).isEqualTo(1);
        var article = article(first.number(), 1);
        assertThat(article.get("sender")).isEqualTo("customer");
        assertThat(article.get("channel")).isEqualTo("email");
        assertThat(article.get("sender_address")).isEqualTo(stranger);
        assertThat(article.get("text_body")).isEqualTo("Buongiorno, la porta è rotta.");
        assertThat(lettersTo(stranger)).singleElement().asString().contains(first.number());

        sorted(SortingMails.from(stranger, "Un’altra porta", "Anche questa."));
        assertThat(lettersTo(stranger)).hasSize(1);
    }

    @Test
    void an_automatic_answer_hangs_on_its_mail_and_its_ticket_and_the_ticket_shows_it() {
        var mail = "Message-ID: <due@altrove.example>\nReferences: <uno@altrove.example>\n"
                + SortingMails.from(stranger, "Porta rotta", "Buongiorno.");
        var number = new TicketNumber(sorted(mail).number());
        var answer = db.sql("""
                select in_reply_to, reference_ids, message_id, auto_submitted, auto_replied
                  from letter
                 where to_address = :to
                """).param("to", stranger).query().singleRow();
        var id = ticket(number.value()).get("id");
        assertThat(answer.get("in_reply_to")).isEqualTo("<due@altrove.example>");
        assertThat(answer.get("reference_ids").toString())
                .matches("<ticket-" + id + "\\..*> <uno@altrove.example> <due@altrove.example>");
        assertThat(answer.get("message_id").toString()).contains(".ticket-" + id + ".");
        assertThat(answer.get("auto_replied")).isEqualTo(true);
        assertThat(types(number)).last().isEqualTo("auto_answered");

        var fate = sorted(SortingMails.bounce(stranger, answer.get("message_id").toString()));
        assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "bounced", number.value()));
    }

    @Test
    void the_house_does_not_answer_itself() {
        var queue = "fatture-" + UUID.randomUUID().toString().substring(0, 8) + "@valle.example";
        reach(Place.AMMINISTRAZIONE, queue);
        var company = db.sql("select email from company").query(String.class).single();
        for (var ours : List.of(queue, company)) {
            sorted(SortingMails.from(ours.toUpperCase(Locale.ROOT), "Da noi", "A noi."));
            assertThat(db.sql("select count(*) from letter where lower(to_address) = :ours and auto_replied")
                            .param("ours", ours)
                            .query(Integer.class)
                            .single())
                    .as(ours)
                    .isZero();
        }
    }

    @Test
    void a_machine_is_never_answered() {
        for (var sign : List.of(
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "List-Id: <notizie.altrove.example>",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <>")) {
            var machine = "m" + UUID.randomUUID().toString().substring(0, 8) + "@altrove.example";
            assertThat(sorted(sign + "\n" + SortingMails.from(machine, "Avviso", sign))
                            .verdict())
                    .isEqualTo("open");
            assertThat(lettersTo(machine)).as(sign).isEmpty();
        }
        sorted(SortingMails.from("mailer-daemon@altrove.example", "Avviso", "Qualcosa."));
        assertThat(lettersTo("mailer-daemon@altrove.example")).isEmpty();
    }

    @Test
    void a_customers_person_is_known_by_any_of_the_persons_addresses_and_routed_by_the_rules() {
        var further = "giulia-" + UUID.randomUUID().toString().substring(0, 8) + "@casa.example";
        db.sql("insert into customer_user_address values (:user, :address)")
                .param("user", cast.id(GIULIA).value())
                .param("address", further)
                .update();
        var fate = sorted(SortingMails.from(further, "Variazione orario biblioteca", "La caldaia della biblioteca."));
        var ticket = ticket(fate.number());
        assertThat(ticket.get("customer_user_id")).isEqualTo(cast.id(GIULIA).value());
        assertThat(ticket.get("queue_id")).isEqualTo(cast.id(Place.IMPIANTI).value());
        assertThat(articleInTheLog(fate.number()))
                .as("not the line that says she was told")
                .isEqualTo(1);
        assertThat(lettersTo(further))
                .as("the rules for notifications tell her")
                .isEmpty();
    }

    @Test
    void an_address_leads_to_its_queue_when_no_rule_decides() {
        var address = "contabilita-" + UUID.randomUUID().toString().substring(0, 8) + "@valle.example";
        reach(Place.AMMINISTRAZIONE, address);
        var mail = SortingMails.from(stranger, "Domanda", "Una domanda.")
                .replace("desk@valle.example", address.toUpperCase(Locale.ROOT));
        assertThat(ticket(sorted(mail).number()).get("queue_id"))
                .isEqualTo(cast.id(Place.AMMINISTRAZIONE).value());
    }

    /** The order of the fields is the order of their worth; each beats all after it. */
    @Test
    void the_first_field_that_names_an_address_of_ours_decides() {
        var wanted = "primo-" + UUID.randomUUID().toString().substring(0, 8) + "@valle.example";
        var other = "altro-" + UUID.randomUUID().toString().substring(0, 8) + "@valle.example";
        reach(Place.AMMINISTRAZIONE, wanted);
        reach(Place.GUASTI, other);
        var fields = List.of("Resent-To", "Envelope-To", "To", "Cc", "Delivered-To", "X-Original-To");
        for (var first = 0; first < fields.size(); first++) {
            var head = new StringBuilder();
            for (var later = fields.size() - 1; later > first; later--)
                head.append(fields.get(later)).append(": ").append(other).append('\n');
            head.append(fields.get(first))
                    .append(": chi@altrove.example, ")
                    .append(wanted)
                    .append('\n');
            var mail =
                    SortingMails.from(stranger, "Domanda", fields.get(first)).replace("To: desk@valle.example\n", head);
            assertThat(ticket(sorted(mail).number()).get("queue_id"))
                    .as(fields.get(first))
                    .isEqualTo(cast.id(Place.AMMINISTRAZIONE).value());
        }
    }

    /** A blind copy, or what came by another name for one of ours, says nothing of it itself. */
    @Test
    void what_is_brought_goes_where_it_was_brought_for() {
        var hidden = "nascosta-" + UUID.randomUUID().toString().substring(0, 8) + "@valle.example";
        var named = "palese-" + UUID.randomUUID().toString().substring(0, 8) + "@valle.example";
        reach(Place.AMMINISTRAZIONE, hidden);
        reach(Place.GUASTI, named);
        var mail = SortingMails.from(stranger, "Domanda", "Una copia.").replace("desk@valle.example", named);

        var copy = bag.brought(mail + "1\n", hidden.toUpperCase(Locale.ROOT));
        var both = bag.brought(mail + "2\n", hidden, named.toUpperCase(Locale.ROOT));
        sorting.some(bag.mailbox(), 10);

        assertThat(ticket(bag.fate(copy).number()).get("queue_id"))
                .isEqualTo(cast.id(Place.AMMINISTRAZIONE).value());
        assertThat(ticket(bag.fate(both).number()).get("queue_id"))
                .isEqualTo(cast.id(Place.GUASTI).value());
    }

    @Test
    void ten_thousand_recipients_cost_no_statement_each() {
        var mail = "Cc: " + people("c") + "\n"
                + SortingMails.from(stranger, "Molti", "Testo.").replace("desk@valle.example", people("t"));
        var arrival = bag.put(mail);
        FailingStatements.failAt(ENOUGH_FOR_ONE);
        try {
            sorting.some(bag.mailbox(), 1);
        } finally {
            FailingStatements.failNone();
        }
        assertThat(recipients(bag.fate(arrival).number())).isEqualTo(10_000);
    }

    private static String people(String letter) {
        return IntStream.range(0, 5_000)
                .mapToObj(number -> letter + number + "@b.example")
                .collect(Collectors.joining(",\n "));
    }

    private int recipients(String number) {
        return db.sql("""
                select count(*)
                  from article_recipient r
                  join article a on a.id = r.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", number).query(Integer.class).single();
    }

    @Test
    void the_customers_answer_joins_by_the_number_and_opens_what_was_closed() {
        var number = answered();
        closed(number);
        var fate = sorted(SortingMails.from(giulia(), "Re: [Ticket#" + number + "] Orari", "Sì, grazie."));
        assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
        var article = newest(number);
        assertThat(article.get("visible")).isEqualTo(true);
        assertThat(article.get("customer_user_id")).isEqualTo(cast.id(GIULIA).value());
        assertThat(article.get("sender_name")).isEqualTo("Giulia Moretti");
        assertThat(article.get("unverified")).isEqualTo(false);
        assertThat(ticket(number.value()).get("state_type")).isEqualTo("open");
    }

    @Test
    void the_customers_answer_joins_by_the_name_of_our_mail_alone() {
        var number = answered();
        var mail = "In-Reply-To: " + ours() + "\n" + SortingMails.from(giulia(), "Orari", "Sì, grazie.");
        assertThat(sorted(mail).number()).isEqualTo(number.value());
    }

    @Test
    void each_number_in_the_subject_is_tried_and_the_first_that_exists_counts() {
        var number = answered();
        for (var subject : List.of("[Ticket#99999999990] I: [Ticket#%s] Orari", "Ticket#: %s", "Ticket #: %s")) {
            var fate = sorted(SortingMails.from(giulia(), subject.formatted(number.value()), "Sì."));
            assertThat(fate).as(subject).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
        }
    }

    @Test
    void the_name_of_our_mail_goes_before_any_number_unless_its_ticket_was_removed() {
        var number = answered();
        var ours = ours();
        var removed = answered();
        db.sql("update ticket set state_id = 10, state_type = 'removed' where number = :number")
                .param("number", removed.value())
                .update();
        var mail = "References: " + ours + " " + ours() + " <altro@roccalba.example>\n"
                + SortingMails.from(giulia(), "Re: [Ticket#" + answered() + "] Orari", "Sì.");
        assertThat(sorted(mail).number()).isEqualTo(number.value());
    }

    /** The name of the last mail that left. */
    private String ours() {
        return db.sql("select message_id from article where message_id like '%ticket-%' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void a_name_that_we_did_not_make_leads_nowhere() {
        var number = answered();
        var id = db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        for (var forged : List.of(
                "<ticket-" + id + "@localhost>",
                "<ticket-" + id + ".00000000000000000000@localhost>",
                "<" + UUID.randomUUID() + ".ticket-" + id + ".0123456789abcdef0123@localhost>")) {
            var fate = sorted("References: " + forged + "\n" + SortingMails.from(giulia(), "Orari", "Forse " + forged));
            assertThat(fate.verdict()).as(forged).isEqualTo("open");
        }
    }

    @Test
    void a_stranger_who_quotes_a_number_leaves_a_note_and_changes_nothing() {
        var number = answered();
        closed(number);
        var before = ticket(number.value());
        var fate = sorted("Cc: complice@altrove.example\n"
                + SortingMails.from(stranger, "Re: [Ticket#" + number + "] Orari", "Mandatemi tutto."));
        assertThat(fate.verdict()).isEqualTo("join");
        var article = newest(number);
        assertThat(article.get("visible")).isEqualTo(false);
        assertThat(article.get("unverified")).isEqualTo(true);
        assertThat(ticket(number.value())).isEqualTo(before);
        assertThat(lettersTo(stranger)).isEmpty();
        assertThat(lettersTo("complice@altrove.example")).isEmpty();
    }

    @Test
    void where_servers_check_senders_whom_none_vouches_for_is_a_stranger_whoever_it_says() {
        var number = answered();
        closed(number);
        bag.trust(GATEWAY);
        var about = "Re: [Ticket#" + number + "] Orari";
        var before = ticket(number.value());
        var failed = SortingMails.verdict(GATEWAY, "fail", "roccalba.example");
        for (var word : List.of("", failed, SortingMails.verdict("mx.evil.example", "pass", "roccalba.example"))) {
            var fate = sorted(word + SortingMails.from(giulia(), about, "Mandatemi tutto."));
            assertThat(fate).as(word).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
            assertThat(newest(number)).containsEntry("visible", false).containsEntry("unverified", true);
            assertThat(ticket(number.value())).isEqualTo(before);
        }
        policy(number, "on_stranger", "new_ticket");
        var anew = sorted(failed + SortingMails.from(giulia(), about, "Mandatemi tutto."));
        policy(number, "on_stranger", "note");
        assertThat(anew.verdict()).isEqualTo("open");
        assertThat(ticket(anew.number()).get("customer_user_id"))
                .isEqualTo(cast.id(GIULIA).value());

        sorted(SortingMails.verdict(GATEWAY, "pass", "roccalba.example")
                + SortingMails.from(giulia(), about, "Sono io."));
        assertThat(newest(number)).containsEntry("visible", true).containsEntry("unverified", false);
        assertThat(ticket(number.value()).get("state_type")).isEqualTo("open");
    }

    @Test
    void a_strangers_note_is_no_way_into_the_ticket_for_the_next_mail() {
        var number = answered();
        sorted("Message-ID: <uno@altrove.example>\n" + SortingMails.from(stranger, "[Ticket#" + number + "]", "Io."));
        var fate = sorted("In-Reply-To: <uno@altrove.example>\n" + SortingMails.from(stranger, "Ancora", "Io."));
        assertThat(fate.verdict()).isEqualTo("open");
        assertThat(fate.number()).isNotEqualTo(number.value());
    }

    @Test
    void where_the_queue_wants_it_a_stranger_gets_a_ticket_of_his_own() {
        var number = answered();
        policy(number, "on_stranger", "new_ticket");
        var fate = sorted(SortingMails.from(stranger, "[Ticket#" + number + "]", "Io."));
        policy(number, "on_stranger", "note");
        assertThat(fate.verdict()).isEqualTo("open");
        assertThat(fate.number()).isNotEqualTo(number.value());
    }

    @Test
    void what_answers_an_internal_mail_stays_internal() {
        var number = answered();
        var supplier = "ditta-" + UUID.randomUUID().toString().substring(0, 8) + "@neri.example";
        mailing.mail(number, version(number), mail(supplier, "Pezzo di ricambio"), false, cast.as(LAURA));
        sorted(SortingMails.from(supplier, "Re: [Ticket#" + number + "] Pezzo", "Costa 300 euro."));
        var article = newest(number);
        assertThat(article.get("visible")).isEqualTo(false);
        assertThat(article.get("unverified")).isEqualTo(false);
    }

    @Test
    void a_closed_ticket_that_takes_no_mail_gets_a_successor_or_says_so() {
        var number = answered();
        closed(number);
        policy(number, "on_closed", "new_ticket");
        var anew = sorted(SortingMails.from(giulia(), "[Ticket#" + number + "]", "Di nuovo."));
        policy(number, "on_closed", "reject");
        var rejected = sorted(SortingMails.from(giulia(), "[Ticket#" + number + "]", "E ancora."));
        policy(number, "on_closed", "reopen");

        assertThat(anew.verdict()).isEqualTo("open_beside");
        assertThat(ticket(anew.number()).get("queue_id"))
                .isEqualTo(ticket(number.value()).get("queue_id"));
        assertThat(db.sql("""
                select count(*)
                  from ticket_link l
                  join ticket a on a.id = l.a
                  join ticket b on b.id = l.b
                 where :one in (a.number, b.number) and :other in (a.number, b.number)
                """)
                        .param("one", number.value())
                        .param("other", anew.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(rejected).isEqualTo(new Postbag.Fate("sorted", "", "reject", number.value()));
        assertThat(newest(number).get("text_body")).isEqualTo("E ancora.");
        assertThat(ticket(number.value()).get("state_type")).isEqualTo("closed");
        assertThat(lettersTo(giulia())).last().asString().contains("è chiusa");
    }

    @Test
    void the_successor_of_a_ticket_whose_queue_is_gone_goes_where_any_new_request_goes() {
        var number = answered();
        closed(number);
        policy(number, "on_closed", "new_ticket");
        valid(number, false);
        try {
            var anew = sorted(SortingMails.from(giulia(), "[Ticket#" + number + "]", "Di nuovo."));
            assertThat(anew.verdict()).isEqualTo("open_beside");
            assertThat(ticket(anew.number()).get("queue_id"))
                    .isEqualTo(cast.raw().value());
        } finally {
            valid(number, true);
            policy(number, "on_closed", "reopen");
        }
    }

    private void valid(TicketNumber number, boolean valid) {
        db.sql("update queue set valid = :valid where id = (select queue_id from ticket where number = :number)")
                .param("valid", valid)
                .param("number", number.value())
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reopen", "new_ticket", "reject"})
    void the_program_of_somebody_who_is_away_leaves_a_closed_ticket_closed(String onClosed) {
        var number = answered();
        closed(number);
        policy(number, "on_closed", onClosed);
        var before = stateOf(number);
        var former = allLettersTo(giulia());
        var fate = sorted(SortingMails.automatic(giulia(), "Re: [Ticket#" + number + "] Orari", "Torno lunedì."));
        policy(number, "on_closed", "reopen");
        assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
        assertThat(newest(number).get("text_body")).isEqualTo("Torno lunedì.");
        assertThat(stateOf(number)).isEqualTo(before);
        assertThat(types(number)).last().isEqualTo("followed_up");
        assertThat(allLettersTo(giulia())).isEqualTo(former);
    }

    @Test
    void the_program_of_a_stranger_opens_no_ticket_of_its_own() {
        var number = answered();
        policy(number, "on_stranger", "new_ticket");
        var fate = sorted(SortingMails.automatic(stranger, "Re: [Ticket#" + number + "] Orari", "Torno lunedì."));
        policy(number, "on_stranger", "note");
        assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
        assertThat(newest(number).get("visible")).isEqualTo(false);
    }

    @Test
    void what_waits_for_a_day_waits_on_when_a_program_answers_and_not_when_a_person_does() {
        var number = answered();
        var until = clock.instant().plus(Duration.ofDays(3));
        postponing.postpone(number, version(number), State.PENDING_REMINDER, until, null, cast.as(LAURA));
        sorted(SortingMails.automatic(giulia(), "Re: [Ticket#" + number + "] Orari", "Torno lunedì."));
        assertThat(ticket(number.value()).get("state_type")).isEqualTo("pending_reminder");
        sorted(SortingMails.from(giulia(), "Re: [Ticket#" + number + "] Orari", "Eccomi."));
        assertThat(ticket(number.value()).get("state_type")).isEqualTo("open");
    }

    @Test
    void what_somebody_who_left_still_holds_is_released_when_the_customer_writes_and_the_queue_hears_of_it() {
        var byMail = heldByNobody();
        sorted(SortingMails.from(stranger, "Re: [Ticket#" + byMail + "] Orari", "Io."));
        assertThat(ticket(byMail.value()).get("locked_at"))
                .as("a stranger changes nothing")
                .isNotNull();
        sorted(SortingMails.from(giulia(), "Re: [Ticket#" + byMail + "] Orari", "E allora?"));
        var inThePortal = heldByNobody();
        followingUp.byPortal(inThePortal, new Message("E allora?"), Uploads.NONE, cast.as(GIULIA));
        for (var number : List.of(byMail, inThePortal)) {
            assertThat(ticket(number.value()).get("locked_at")).isNull();
            assertThat(types(number)).containsSubsequence("locked", "released", "followed_up");
            assertThat(told(number, "followed_up_unlocked"))
                    .as("agents of the queue")
                    .contains("Laura Bassi", "Mario Ferri");
        }
    }

    private List<String> told(TicketNumber number, String event) {
        return db.sql("""
                select n.recipient_name
                  from notification n
                  join notification_rule r on r.id = n.rule_id
                  join ticket t on t.id = n.ticket_id
                 where t.number = :number
                   and r.event = :event
                   and n.letter_id is not null
                """)
                .param("number", number.value())
                .param("event", event)
                .query(String.class)
                .list();
    }

    private TicketNumber heldByNobody() {
        var number = answered();
        locking.lock(number, cast.as(LAURA));
        db.sql("""
                with gone as (
                    insert into agent (login, first_name, last_name, email, valid)
                    values (:name, 'Ugo', 'Via', :name || '@valle.example', false)
                    returning id)
                update ticket set owner_id = (select id from gone) where number = :number
                """)
                .param("name", "via" + number)
                .param("number", number.value())
                .update();
        return number;
    }

    @Test
    void a_person_who_writes_over_a_list_opens_again_what_was_closed() {
        var number = answered();
        closed(number);
        sorted("List-Id: <a.roccalba.example>\n"
                + SortingMails.from(giulia(), "Re: [Ticket#" + number + "] Orari", "Ancora."));
        assertThat(ticket(number.value()).get("state_type")).isEqualTo("open");
    }

    @Test
    void a_mail_of_ours_that_comes_back_to_us_is_no_request() {
        answered();
        var ours = db.sql("select message_id from letter where message_id like '%.ticket-%' order by id desc limit 1")
                .query(String.class)
                .single();
        var fate = sorted("Message-ID: " + ours + "\n" + SortingMails.from("desk@valle.example", "Noi", "Noi."));
        assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "ignore", ""));
    }

    @Test
    void a_bounce_is_tied_to_the_mail_that_did_not_arrive() {
        var number = answered();
        var letter =
                db.sql("""
                update letter
                   set state = 'sent', sent_at = now()
                 where id = (select r.letter_id
                               from article_recipient r
                               join article a on a.id = r.article_id
                               join ticket t on t.id = a.ticket_id
                              where t.number = :number and r.letter_id is not null
                              order by r.letter_id desc limit 1)
                returning message_id
                """).param("number", number.value()).query(String.class).single();
        var fate = sorted(SortingMails.bounce(giulia(), letter));
        assertThat(fate.verdict()).isEqualTo("bounced");
        assertThat(fate.number()).isEqualTo(number.value());
        assertThat(db.sql("select state || ' ' || answer from letter where message_id = :id and to_address = :to")
                        .param("id", letter)
                        .param("to", giulia())
                        .query(String.class)
                        .single())
                .startsWith("failed 5.1.1");
        assertThat(letters.bounce(giulia()).orElseThrow().words()).startsWith("5.1.1");
        assertThat(newest(number).get("visible")).isEqualTo(false);
        assertThat(types(number)).last().isEqualTo("bounced");
    }

    /** The mail bears the name of another, and only the one under which we passed it on is ours. */
    @Test
    void a_bounce_of_a_mail_that_was_passed_on_is_tied_to_it() {
        var name = "<" + UUID.randomUUID() + "@altrove.example>";
        var number = answered();
        var mail = SortingMails.from(giulia(), "Re: [Ticket#" + number + "] Orari", "È la porta.");
        sorted("Message-ID: " + name + "\n" + mail);
        var firm = "ditta-" + UUID.randomUUID() + "@altrove.example";
        redirecting.redirect(
                number, version(number), articleInTheLog(number.value()), new Recipient("", firm), cast.as(LAURA));
        var ours = sentTo(firm);

        var bounce = SortingMails.bounce(firm, name);
        var fate = sorted(bounce.replace("Message-ID: ", "Resent-Message-ID: " + ours + "\nMessage-ID: "));

        assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "bounced", number.value()));
        assertThat(letterTo(firm)).startsWith("failed 5.1.1");
        assertThat(letters.bounce(firm)).isPresent();
        assertThat(types(number)).last().isEqualTo("bounced");
    }

    @Test
    void a_bounce_is_tied_to_the_address_we_wrote_to_though_it_came_back_from_another() {
        var alias = "info-" + UUID.randomUUID() + "@altrove.example";
        var person = "mario-" + UUID.randomUUID() + "@altrove.example";
        var number = answered();
        mailing.mail(number, version(number), mail(alias, "Orari"), false, cast.as(LAURA));
        var ours = sentTo(alias);

        sorted(SortingMails.bounce(person, ours)
                .replace("Action:", "Original-Recipient: rfc822;" + alias + "\nAction:"));

        assertThat(letterTo(alias)).startsWith("failed 5.1.1");
        assertThat(letters.bounce(alias)).isPresent();
        assertThat(letters.bounce(person)).isEmpty();
        assertThat(db.sql("""
                        select h.facts ->> 'address'
                          from ticket_history h
                          join ticket t on t.id = h.ticket_id
                         where t.number = :number
                           and h.type = 'bounced'
                        """)
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .containsExactly(alias);
    }

    /** Its name. */
    private String sentTo(String address) {
        return db.sql("update letter set state = 'sent', sent_at = now() where to_address = :to returning message_id")
                .param("to", address)
                .query(String.class)
                .single();
    }

    private String letterTo(String address) {
        return db.sql("select state || ' ' || answer from letter where to_address = :to")
                .param("to", address)
                .query(String.class)
                .single();
    }

    @Test
    void headers_that_steer_the_desk_are_believed_only_where_the_mailbox_is_trusted() {
        var mail = """
                X-OTRS-Queue: Amministrazione
                X-OTOBO-Priority: 5 very high
                X-Sportello-Owner: anna.riva
                X-Znuny-Title: Conto in arrivo
                """ + SortingMails.from(stranger, "Conto", "In allegato.");
        assertThat(ticket(sorted(mail).number()).get("queue_id"))
                .isNotEqualTo(cast.id(Place.AMMINISTRAZIONE).value());
        bag = new Postbag(db, files, true);
        var ticket = ticket(sorted(mail + "\n").number());
        assertThat(ticket.get("queue_id"))
                .isEqualTo(cast.id(Place.AMMINISTRAZIONE).value());
        assertThat(ticket.get("priority")).isEqualTo(5);
        assertThat(ticket.get("title")).isEqualTo("Conto in arrivo");
    }

    @Test
    void a_form_on_the_web_says_for_whom_it_asks_and_what_it_wants_in_vain_is_noted() {
        var form = """
                X-OTRS-CustomerUser: %s
                X-OTRS-SLA: oro
                """.formatted(login(cast.id(GIULIA).value()).toUpperCase(Locale.ROOT))
                + SortingMails.from(stranger, "Modulo", "Dal sito.");
        assertThat(ticket(sorted(form).number()).get("customer_user_id")).isNull();
        bag = new Postbag(db, files, true);
        var arrival = bag.put(form + "\n");
        sorting.some(bag.mailbox(), 10);
        assertThat(ticket(bag.fate(arrival).number()).get("customer_user_id"))
                .isEqualTo(cast.id(GIULIA).value());
        assertThat(db.sql("select log::text from sorted_mail where arrival_id = :id")
                        .param("id", arrival)
                        .query(String.class)
                        .single())
                .contains("X-OTRS-SLA: oro");
    }

    private String login(long customerUser) {
        return db.sql("select login from customer_user where id = :id")
                .param("id", customerUser)
                .query(String.class)
                .single();
    }

    @Test
    void filters_are_asked_in_order_until_one_says_stop() {
        var word = "impianto" + UUID.randomUUID().toString().substring(0, 8);
        var first = filter(1, "uno " + word, false);
        condition(first, "header", "Subject", word + "-([0-9]+)", false);
        setting(first, "title", "Impianto $1");
        var second = filter(2, "due " + word, true);
        condition(second, "header", "Subject", word, false);
        condition(second, "body", "", "urgente", true);
        setting(second, "priority", "2");
        var third = filter(3, "tre " + word, false);
        condition(third, "header", "Subject", word, false);
        setting(third, "ignore", "");

        var calm = ticket(
                sorted(SortingMails.from(stranger, word + "-77", "Con calma.")).number());
        assertThat(calm.get("title")).isEqualTo("Impianto 77");
        assertThat(calm.get("priority")).isEqualTo(2);
        assertThat(sorted(SortingMails.from(stranger, word + "-78", "È urgente!"))
                        .verdict())
                .isEqualTo("ignore");
        db.sql("update mail_filter set valid = false where name like '%' || :word")
                .param("word", word)
                .update();
    }

    @Test
    void what_a_group_found_is_never_filled_in_again() {
        var match = new MailFilter.Match(List.of("$2", "segreto"));
        assertThat(match.fill("$1 e $2 e $3.")).isEqualTo("$2 e segreto e .");
    }

    @Test
    void one_mail_is_one_article_however_often_it_is_called() {
        var arrival = bag.put(SortingMails.from(stranger, "Una volta", "Sola."));
        sorting.some(bag.mailbox(), 10);
        sorting.some(bag.mailbox(), 10);
        assertThat(bag.fate(arrival).state()).isEqualTo("sorted");
        assertThat(db.sql("select count(*) from article where sender_address = :address")
                        .param("address", stranger)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_mail_that_defies_being_sorted_waits_in_quarantine_and_the_next_has_its_turn() {
        db.sql("alter table article add constraint no_poison check (text_body <> 'veleno')")
                .update();
        try {
            var poison = bag.put(SortingMails.from(stranger, "Veleno " + stranger, "veleno"));
            var good = bag.put(SortingMails.from(stranger, "Due", "buono"));
            sorting.some(bag.mailbox(), 10);
            assertThat(bag.fate(poison)).isEqualTo(new Postbag.Fate("quarantined", "defied", "", ""));
            assertThat(bag.fate(good).state()).isEqualTo("sorted");
            assertThat(db.sql("select count(*) from ticket where title like :title")
                            .param("title", "Veleno " + stranger)
                            .query(Integer.class)
                            .single())
                    .as("nothing is left of it")
                    .isZero();
            db.sql("alter table article drop constraint no_poison").update();
            assertThat(arrivals.again(new ArrivalId(poison))).isTrue();
            // the house sorts it too, as soon as it hears of it
            await().untilAsserted(() -> {
                sorting.some(bag.mailbox(), 10);
                assertThat(bag.fate(poison).state()).isEqualTo("sorted");
            });
            assertThat(arrivals.again(new ArrivalId(poison)))
                    .as("it became something")
                    .isFalse();
            assertThat(db.sql("select count(*) from ticket where title like :title")
                            .param("title", "Veleno " + stranger)
                            .query(Integer.class)
                            .single())
                    .as("of a mailbox that no server answers for, and once")
                    .isEqualTo(1);
        } finally {
            db.sql("alter table article drop constraint if exists no_poison").update();
        }
    }

    @Test
    void a_fault_of_the_house_is_no_mails_fault_however_often_it_comes() {
        raising("53100", "pieno", mail -> {
            for (var round = 0; round < 6; round++)
                assertThatThrownBy(() -> sorting.some(bag.mailbox(), 10)).hasMessageContaining("no article");
            assertThat(bag.fate(mail).state()).isEqualTo("waiting");
            assertThat(db.sql("select tries from arrival where id = :id")
                            .param("id", mail)
                            .query(Integer.class)
                            .single())
                    .as("a program that starts anew knows of no fault of the mail either")
                    .isZero();
            db.sql("drop trigger refusing on article").update();
            sorting.some(bag.mailbox(), 10);
            assertThat(bag.fate(mail).state()).isEqualTo("sorted");
        });
    }

    @Test
    void what_nobody_understands_is_tried_again_and_then_stands_in_nobodys_way() {
        raising("P0001", "sbaglio", mail -> {
            var good = bag.put(SortingMails.from(stranger, "Due", "buono"));
            for (var round = 0; round < 3; round++)
                assertThatThrownBy(() -> sorting.some(bag.mailbox(), 10)).hasMessageContaining("no article");
            sorting.some(bag.mailbox(), 10);
            assertThat(bag.fate(mail)).isEqualTo(new Postbag.Fate("quarantined", "defied", "", ""));
            assertThat(bag.fate(good).state()).isEqualTo("sorted");
        });
    }

    @Test
    void more_than_the_database_can_hold_is_the_mails_fault() {
        raising("54000", "troppo", mail -> {
            sorting.some(bag.mailbox(), 10);
            assertThat(bag.fate(mail)).isEqualTo(new Postbag.Fate("quarantined", "defied", "", ""));
        });
    }

    @Test
    void what_fells_the_program_each_time_is_put_aside() {
        var mail = bag.put(SortingMails.from(stranger, "Uno", "fatale"));
        db.sql("update arrival set tries = 3 where id = :id").param("id", mail).update();
        sorting.some(bag.mailbox(), 10);
        assertThat(bag.fate(mail)).isEqualTo(new Postbag.Fate("quarantined", "defied", "", ""));
    }

    /** With a database that answers with this SQLSTATE to an article of this text; the mail that brings it waits. */
    private void raising(String state, String text, Consumer<Long> test) {
        db.sql("""
                create function refuse() returns trigger language plpgsql as $$
                begin
                    if new.text_body = '%s' then
                        raise exception 'no article' using errcode = '%s';
                    end if;
                    return new;
                end $$
                """.formatted(text, state)).update();
        db.sql("create trigger refusing before insert on article for each row execute function refuse()")
                .update();
        try {
            test.accept(bag.put(SortingMails.from(stranger, "Uno", text)));
        } finally {
            db.sql("drop trigger if exists refusing on article").update();
            db.sql("drop function refuse()").update();
        }
    }

    private TicketNumber answered() {
        var number = ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orari"),
                        new Message("La caldaia della biblioteca."),
                        Uploads.NONE))
                .value();
        answering.answer(number, version(number), 1, mail(giulia(), "Orari"), cast.as(LAURA));
        return number;
    }

    private static Mail mail(String to, String subject) {
        return new Mail(
                Addressees.only(new Recipient("", to)), new Title(subject), new Message("Quale fascia?"), Uploads.NONE);
    }

    private void closed(TicketNumber number) {
        closing.close(
                number,
                version(number),
                State.CLOSED_SUCCESSFUL,
                new Title("Chiusura"),
                new Message("Fatto."),
                false,
                cast.as(LAURA));
    }

    /** All of it that people look at; each mail makes another version. */
    private Map<String, Object> stateOf(TicketNumber number) {
        var ticket = ticket(number.value());
        ticket.remove("version");
        return ticket;
    }

    private int version(TicketNumber number) {
        return (Integer) ticket(number.value()).get("version");
    }

    private void policy(TicketNumber number, String column, String value) {
        db.sql("update queue set " + column
                        + " = :value where id = (select queue_id from ticket where number = :number)")
                .param("value", value)
                .param("number", number.value())
                .update();
    }

    private long filter(int position, String name, boolean stop) {
        return db.sql("""
                insert into mail_filter (position, name, stop) values (:position, :name, :stop) returning id
                """)
                .param("position", position)
                .param("name", name)
                .param("stop", stop)
                .query(Long.class)
                .single();
    }

    private void condition(long filter, String part, String header, String pattern, boolean negated) {
        db.sql("""
                insert into mail_filter_condition (filter_id, position, part, header, pattern, negated)
                select :filter, count(*) + 1, :part, :header, :pattern, :negated
                  from mail_filter_condition where filter_id = :filter
                """)
                .param("filter", filter)
                .param("part", part)
                .param("header", header)
                .param("pattern", pattern)
                .param("negated", negated)
                .update();
    }

    private void reach(Place queue, String address) {
        db.sql("""
                insert into queue_address (queue_id, position, address)
                select :queue, count(*) + 1, :address from queue_address where queue_id = :queue
                """)
                .param("queue", cast.id(queue).value())
                .param("address", address)
                .update();
    }

    private void setting(long filter, String name, String value) {
        db.sql("insert into mail_filter_setting values (:filter, 1, :name, :value)")
                .param("filter", filter)
                .param("name", name)
                .param("value", value)
                .update();
    }

    private Postbag.Fate sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        return bag.fate(arrival);
    }

    private String giulia() {
        return "biblioteca@roccalba.example";
    }

    private Map<String, Object> ticket(String number) {
        return db.sql("""
                select id, queue_id, state_type, priority, title, customer_id, customer_user_id, owner_id, locked_at, version
                  from ticket
                 where number = :number
                """).param("number", number).query().singleRow();
    }

    private Map<String, Object> article(String number, int no) {
        return db.sql("""
                select a.sender, a.channel, a.visible, a.sender_name, a.sender_address, a.unverified, a.text_body, a.customer_user_id
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number and a.no = :no
                """).param("number", number).param("no", no).query().singleRow();
    }

    private Map<String, Object> newest(TicketNumber number) {
        var no =
                db.sql("""
                select max(a.no)
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number and a.event is null
                """).param("number", number.value()).query(Integer.class).single();
        return article(number.value(), no);
    }

    /** The number of the article that the log says the mail became. */
    private int articleInTheLog(String number) {
        return db.sql("""
                select a.no
                  from sorted_mail s
                  join ticket t on t.id = s.ticket_id
                  join article a on a.id = s.article_id
                 where t.number = :number
                """).param("number", number).query(Integer.class).single();
    }

    private List<String> types(TicketNumber number) {
        return db.sql("""
                select h.type
                  from ticket_history h
                  join ticket t on t.id = h.ticket_id
                 where t.number = :number
                 order by h.no
                """).param("number", number.value()).query(String.class).list();
    }

    private int allLettersTo(String address) {
        return db.sql("select count(*) from letter where to_address = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private List<String> lettersTo(String address) {
        return db.sql("""
                select subject || text_body
                  from letter
                 where to_address = :address and (auto_replied or not auto_submitted)
                 order by id
                """).param("address", address).query(String.class).list();
    }
}

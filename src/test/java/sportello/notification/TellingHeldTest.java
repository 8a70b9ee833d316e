package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.base.Language.ITALIAN;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import sportello.SportelloTest;
import sportello.agent.Absences;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.mail.LetterFailed;
import sportello.mail.LetterId;
import sportello.queue.QueueHours;
import sportello.ticket.HistoryId;
import sportello.webhook.Format;
import sportello.webhook.KeepingWebhooks;
import sportello.webhook.WebhookId;
import sportello.webhook.WebhookProposal;
import sportello.worktime.KeepingHours;
import sportello.worktime.TypedHours;

/** A rule that keeps to the working hours says outside them nothing, and what is still true when they begin. */
@SportelloTest
@Transactional
class TellingHeldTest {
    private static final Options HOURS = new Options(false, false, false, false, true, true);
    private static final String LAURAS = "laura.bassi@valleservizi.example";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private KeepingOwnRules keeping;

    @Autowired
    private KeepingHours hours;

    @Autowired
    private TellingHeld held;

    @Autowired
    private Specimens specimens;

    @Autowired
    private KeepingWebhooks webhooks;

    @Autowired
    private ApplicationEventPublisher events;

    private Story library;
    private Instant opens;

    @BeforeEach
    void it_is_night_for_all_queues() {
        library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        opens = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
        standard(LocalDate.ofInstant(opens, ZoneOffset.UTC).getDayOfWeek());
    }

    @Test
    void it_waits_until_they_begin_and_is_said_once() {
        keep(HOURS, Audience.OWNER);
        var line = urgent(CARLA);
        assertThat(letters(line)).isEmpty();
        assertThat(ledger.of(line)).extracting(LedgerLine::fate).containsExactly(new Fate.Held(opens));
        assertThat(ledger.of(library.id())).extracting(LedgerLine::fate).contains(new Fate.Held(opens));

        held.tellAt(opens.minusSeconds(1));
        assertThat(letters(line)).isEmpty();
        held.tellAt(opens);
        held.tellAt(opens.plusSeconds(60));
        assertThat(letters(line)).containsExactly(LAURAS);
        assertThat(new Mailbox(db).to(LAURAS, line).textBody()).contains("5 molto alta");
        assertThat(told(line)).containsExactly("Laura Bassi: owner");
        assertThat(notTold(line)).isEmpty();
    }

    @Test
    void while_they_last_it_is_said_at_once() {
        keep(HOURS, Audience.OWNER);
        standard(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getDayOfWeek());
        assertThat(letters(urgent(CARLA))).containsExactly(LAURAS);
    }

    @Test
    void the_last_of_several_is_said_and_the_ticket_tells_of_the_others() {
        keep(HOURS, Audience.OWNER, Audience.RESPONSIBLE);
        var carlas = urgent(LAURA);
        var first = urgent(CARLA);
        var second = urgent(CARLA);
        assertThat(notTold(first)).contains("Laura Bassi: owner, replaced");
        held.tellAt(opens);
        assertThat(letters(first)).isEmpty();
        assertThat(letters(second)).containsExactly(LAURAS);
        assertThat(letters(carlas))
                .as("what Carla did herself is no news for her")
                .containsExactly("carla.neri@valleservizi.example");
    }

    @Test
    void what_cannot_be_said_does_not_hold_up_what_comes_behind_it() {
        keep(HOURS, Audience.OWNER, Audience.WATCHERS);
        library.watched(MARIO);
        var line = urgent(CARLA);
        db.sql("update notification set event = 'unheard of' where id = (select min(id) from notification where held)")
                .update();
        var onItsOwn = new TellingHeld(
                beans.getBean(HeldSql.class),
                beans.getBean(QueueHours.class),
                beans.getBean(Telling.class),
                TransactionOperations.withoutTransaction(),
                clock);
        onItsOwn.tellAt(opens, 1);
        assertThat(letters(line)).hasSize(1);
        assertThat(db.sql("select count(*) from notification where held")
                        .query(Integer.class)
                        .single())
                .as("tried again")
                .isEqualTo(1);
    }

    /** As another node does that has just looked what is due. */
    @Test
    void what_was_replaced_since_somebody_looked_is_not_taken_up() {
        keep(HOURS, Audience.OWNER);
        urgent(CARLA);
        var sql = beans.getBean(HeldSql.class);
        var looked = sql.due(List.of(), new NotificationId(0), 9);
        assertThat(looked).hasSize(1);
        assertThat(sql.take(looked.getFirst())).isPresent();
        urgent(CARLA);
        assertThat(sql.take(looked.getFirst())).isEmpty();
    }

    @Test
    void a_closed_ticket_calls_for_no_work_but_what_was_written_is_still_to_be_read() {
        keep(HOURS, Audience.OWNER);
        var urgent = urgent(CARLA);
        library.closed(true, "Fatto.", false, LAURA);
        held.tellAt(opens);
        assertThat(notTold(urgent)).containsExactly("Laura Bassi: owner, passed");
        assertThat(letters(urgent)).isEmpty();

        library.reopened("Non è fatto.", false, LAURA);
        var note = library.noted("Il palo è corroso.", false, MARIO);
        library.closed(true, "Adesso sì.", false, LAURA);
        held.tellAt(opens);
        assertThat(letters(note)).contains(LAURAS);
    }

    /** What it would give way to may come to nothing. */
    @Test
    void what_was_written_gives_way_to_something_written_alone() {
        keep(HOURS, Audience.OWNER);
        db.sql("update notification_rule set house = false where event = 'noted'")
                .update();
        var first = library.noted("Il palo è corroso.", false, MARIO);
        var second = library.noted("Anche quello accanto.", false, MARIO);
        var urgent = urgent(CARLA);
        assertThat(notTold(first)).contains("Laura Bassi: owner, replaced");
        library.closed(true, "Fatto.", false, LAURA);
        held.tellAt(opens);
        assertThat(letters(urgent)).isEmpty();
        assertThat(letters(second)).contains(LAURAS);
    }

    @Test
    void who_owns_it_no_longer_does_not_hear_of_it() {
        keep(HOURS, Audience.OWNER);
        var line = urgent(CARLA);
        library.givenTo(MARIO, CARLA);
        held.tellAt(opens);
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, passed");
        assertThat(letters(line)).isEmpty();
    }

    @Test
    void who_fell_silent_meanwhile_and_whom_the_queue_is_closed_to_hear_nothing() {
        keep(HOURS, Audience.OWNER);
        var line = urgent(CARLA);
        var silence = db.sql("""
                insert into notification_silence (agent_id, own_rule_id)
                select :agent, max(id) from own_rule
                returning id
                """)
                .param("agent", library.cast().id(LAURA).value())
                .query(Long.class)
                .single();
        held.tellAt(opens);
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, silenced");

        db.sql("delete from notification_silence where id = :id")
                .param("id", silence)
                .update();
        var second = urgent(CARLA);
        db.sql("delete from agent_permission where agent_id = :agent")
                .param("agent", library.cast().id(LAURA).value())
                .update();
        db.sql("delete from agent_role where agent_id = :agent")
                .param("agent", library.cast().id(LAURA).value())
                .update();
        held.tellAt(opens);
        assertThat(notTold(second)).containsExactly("Laura Bassi: owner, no_permission");
    }

    @Test
    void a_rule_that_is_not_valid_any_more_says_nothing_and_one_that_keeps_to_no_hours_waits_no_longer() {
        keep(HOURS, Audience.OWNER);
        var first = urgent(CARLA);
        db.sql("update own_rule set valid = false").update();
        held.tellAt(clock.instant());
        assertThat(notTold(first)).containsExactly("Laura Bassi: owner, passed");

        db.sql("update own_rule set valid = true").update();
        var second = urgent(CARLA);
        db.sql("update own_rule set in_working_hours = false").update();
        held.tellAt(clock.instant());
        assertThat(letters(second)).containsExactly(LAURAS);
    }

    @Test
    void where_the_ticket_went_the_hours_of_that_queue_count() {
        keep(HOURS, Audience.WATCHERS);
        library.watched(MARIO);
        var line = urgent(CARLA);
        var always = add("Sempre", Set.of(DayOfWeek.values()), false);
        db.sql("update queue set hours_id = :hours where id = :queue")
                .param("hours", always)
                .param("queue", library.cast().id(Place.GUASTI).value())
                .update();
        held.tellAt(clock.instant());
        assertThat(letters(line)).isEmpty();
        library.movedTo(Place.GUASTI, CARLA);
        held.tellAt(clock.instant());
        assertThat(notTold(line)).isEmpty();
        assertThat(letters(line)).containsExactly("mario.ferri@valleservizi.example");
    }

    @Test
    void who_stands_in_is_who_does_so_when_it_is_said() {
        keep(HOURS, Audience.OWNER);
        var line = urgent(CARLA);
        var laura = beans.getBean(Agents.class).find(library.cast().id(LAURA)).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), laura.zone());
        beans.getBean(Absences.class).plan(laura, today, today, library.cast().id(MARIO), "");
        held.tellAt(opens);
        assertThat(told(line)).containsExactly("Mario Ferri: owner");
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, away");
    }

    /** Whatever their order: an urgent rule, and what the procedure demands, must not wait for a leisurely one. */
    @Test
    void what_another_rule_of_the_house_or_the_procedure_says_at_once_does_not_wait() {
        keep("Con comodo", HOURS, Audience.RESPONSIBLE);
        keep("Subito", Options.NONE, Audience.RESPONSIBLE);
        var urgent = urgent(LAURA);
        assertThat(letters(urgent)).containsExactly("carla.neri@valleservizi.example");

        db.sql("update own_rule set valid = false where name = 'Subito'").update();
        var note = library.noted("Sentita la biblioteca.", false, MARIO);
        assertThat(letters(note)).containsExactlyInAnyOrder(LAURAS, "carla.neri@valleservizi.example");
        library.noted("E di nuovo.", false, MARIO);
        library.closed(true, "Fatto.", false, LAURA);
        held.tellAt(opens);
        assertThat(letters(note)).containsExactlyInAnyOrder(LAURAS, "carla.neri@valleservizi.example");

        db.sql("update notification_rule set house = false where event = 'noted'")
                .update();
        library.reopened("Non è fatto.", false, LAURA);
        var quiet = library.noted("Adesso con calma.", false, MARIO);
        assertThat(letters(quiet)).isEmpty();
        held.tellAt(opens);
        assertThat(letters(quiet)).containsExactly("carla.neri@valleservizi.example");
    }

    @Test
    void addresses_and_webhooks_wait_too_and_an_own_action_is_none_later() {
        var hook = ((Outcome.Done<WebhookId>) webhooks.add(
                        new WebhookProposal(
                                "Turno",
                                "https://hooks.valle.example/parola",
                                Format.SPORTELLO,
                                Language.ITALIAN,
                                "",
                                true,
                                false),
                        null,
                        Authority.HOUSE))
                .value();
        var people = new Recipients(
                Set.of(Audience.OWNER),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of("turno@valle.example"),
                Set.of(hook.value()));
        var rule = rule("Prova", HOURS);
        assertThat(keeping.add(
                        new OwnRule(
                                rule.name(),
                                rule.occasions(),
                                rule.tickets(),
                                rule.articles(),
                                people,
                                HOURS,
                                Map.of(ITALIAN, new Wording("Avviso", "{{ticket.number}}"))),
                        true,
                        Authority.HOUSE))
                .isEqualTo(Outcome.done("Prova"));
        var line = urgent(LAURA);
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, actor");
        assertThat(ledger.of(line))
                .filteredOn(entry -> entry.fate().equals(new Fate.Held(opens)))
                .extracting(LedgerLine::name)
                .containsExactlyInAnyOrder("turno@valle.example", "Turno");
        held.tellAt(opens);
        assertThat(letters(line)).containsExactly("turno@valle.example");
        assertThat(db.sql("select count(*) from webhook_delivery where ticket = :number and webhook_id = :hook")
                        .param("number", library.number().value())
                        .param("hook", hook.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_a_server_said_of_a_mail_that_failed_is_said_in_the_morning_too() {
        db.sql("update notification_rule set house = false where event = 'undelivered'")
                .update();
        library.mailed("ditta@neri.example", "", false, LAURA);
        var base = rule("Prova", HOURS, Audience.OWNER);
        var words = Map.of(ITALIAN, new Wording("Persa", "{{loss.address}}: {{loss.answer}}"));
        keeping.add(
                new OwnRule(
                        base.name(),
                        Set.of(Occasion.UNDELIVERED),
                        base.tickets(),
                        base.articles(),
                        base.recipients(),
                        HOURS,
                        words),
                true,
                Authority.HOUSE);
        var lost = db.sql("select max(id) from letter where to_address = 'ditta@neri.example'")
                .query(Long.class)
                .single();
        events.publishEvent(new LetterFailed(new LetterId(lost), "ditta@neri.example", "550 nobody here"));
        held.tellAt(opens);
        var line = new HistoryId(db.sql("select max(id) from ticket_history where ticket_id = :id")
                .param("id", library.id().value())
                .query(Long.class)
                .single());
        assertThat(new Mailbox(db).to(LAURAS, line).textBody()).contains("ditta@neri.example: 550 nobody here");
    }

    @Test
    void once_a_day_counts_the_day_on_which_it_is_said() {
        keep(new Options(true, false, false, false, false, true), Audience.OWNER);
        var line = urgent(CARLA);
        db.sql("update notification set created_at = created_at - interval '25 hours' where held")
                .update();
        held.tellAt(opens);
        assertThat(letters(line)).containsExactly(LAURAS);
        db.sql("update own_rule set in_working_hours = false").update();
        assertThat(notTold(urgent(CARLA))).containsExactly("Laura Bassi: owner, told_today");
    }

    @Test
    void a_preview_says_until_when_it_would_wait() {
        var fair = Story.ofTheFair(beans).number().value();
        var anna = library.cast().as(ANNA);
        assertThat(specimens.waits(rule("Prova", HOURS, Audience.OWNER), fair, anna))
                .contains(opens);
        assertThat(specimens.waits(rule("Prova", Options.NONE, Audience.OWNER), fair, anna))
                .isEmpty();
        assertThat(specimens.waits(
                        rule("Prova", HOURS, Audience.OWNER), library.number().value(), anna))
                .as("of a ticket that is not hers to read")
                .isEmpty();
    }

    /** On one day of the week. */
    private void standard(DayOfWeek day) {
        db.sql("update queue set hours_id = null").update();
        add("Orario " + day, Set.of(day), true);
    }

    private long add(String name, Set<DayOfWeek> days, boolean standard) {
        var week = Stream.of(DayOfWeek.values())
                .map(day -> days.contains(day) ? "0:00–24:00" : "")
                .toList();
        var typed = new TypedHours(
                name,
                "UTC",
                week.get(0),
                week.get(1),
                week.get(2),
                week.get(3),
                week.get(4),
                week.get(5),
                week.get(6),
                false,
                List.of(),
                standard,
                true);
        assertThat(hours.add(typed, Authority.HOUSE)).isEqualTo(Outcome.done(name));
        return db.sql("select id from working_hours where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private void keep(Options options, Audience... audiences) {
        keep("Prova", options, audiences);
    }

    private void keep(String name, Options options, Audience... audiences) {
        assertThat(keeping.add(rule(name, options, audiences), true, Authority.HOUSE))
                .isEqualTo(Outcome.done(name));
    }

    private static OwnRule rule(String name, Options options, Audience... audiences) {
        return new OwnRule(
                name,
                Set.of(Occasion.PRIORITY_CHANGED, Occasion.NOTED),
                TicketFilter.ALL,
                ArticleFilter.ALL,
                new Recipients(Set.of(audiences), null, Set.of(), Set.of(), Set.of(), List.of()),
                options,
                Map.of(ITALIAN, new Wording("Avviso", "{{ticket.priority}}")));
    }

    /** Again and again. */
    private HistoryId urgent(Operator by) {
        db.sql("update ticket set priority = 3 where id = :id")
                .param("id", library.id().value())
                .update();
        return library.prioritised(by);
    }

    private List<String> letters(HistoryId line) {
        return db.sql("""
                select l.to_address
                  from notification n
                  join letter l on l.id = n.letter_id
                 where n.history_id = :line
                 order by n.id
                """).param("line", line.value()).query(String.class).list();
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }

    private List<String> notTold(HistoryId line) {
        return new Told(ledger).notOf(line);
    }
}

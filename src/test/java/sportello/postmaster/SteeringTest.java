package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.field.Label;
import sportello.storage.Files;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.KeptOwnState;
import sportello.ticket.LabelSettings;
import sportello.ticket.Locking;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.OwnStateSettings;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** What filters and trusted headers want, done: with the ticket that a mail opens, and with one to which it is added. */
@SportelloTest
class SteeringTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private WishWords words;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private KeepingOwnStates states;

    @Autowired
    private Clock clock;

    private Cast cast;
    private Postbag bag;
    private String word = "";

    @BeforeEach
    void a_type_and_a_mailbox_of_the_test() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
        word = "parola" + UUID.randomUUID().toString().substring(0, 8);
        db.sql("insert into ticket_type (name, position) values (:word, 900)")
                .param("word", "Tipo " + word)
                .update();
        db.sql("insert into service (name) values (:word)")
                .param("word", "Servizio › " + word)
                .update();
    }

    @AfterEach
    void nothing_filters_any_more() {
        for (var table : List.of("ticket_field", "field_option"))
            db.sql("delete from " + table + " where field_id in (select id from field where name like :key)")
                    .param("key", "%" + word)
                    .update();
        db.sql("delete from field where name like :key")
                .param("key", "%" + word)
                .update();
        db.sql("delete from mail_filter where name = :word").param("word", word).update();
        db.sql("update ticket_type set valid = false where name = :word")
                .param("word", "Tipo " + word)
                .update();
        for (var kept : states.all()) if (kept.name().endsWith(word)) ownState(kept, false);
        db.sql("update service set valid = false where name = :word")
                .param("word", "Servizio › " + word)
                .update();
    }

    @Test
    void there_are_so_many_priorities() throws Exception {
        Edge.of("postmaster/WishWords.HIGHEST")
                .isTheLast(level -> words.isUnderstood(new MailFilter.Setting("priority", "" + level)));
    }

    @Test
    void a_new_ticket_begins_as_the_filter_wants() {
        filter(
                false,
                Map.of(
                        "queue",
                        "Energia::Impianti termici",
                        "owner",
                        login(LAURA),
                        "lock",
                        "yes",
                        "type",
                        "Tipo " + word,
                        "service",
                        "Servizio › " + word,
                        "pending",
                        "8"));
        var before = clock.instant();
        var ticket = ticket(sorted(SortingMails.from("biblioteca@roccalba.example", "Caldaia " + word, "Testo.")));
        assertThat(ticket.get("queue_id")).isEqualTo(cast.id(Place.IMPIANTI).value());
        assertThat(ticket.get("type")).isEqualTo("Tipo " + word);
        assertThat(ticket.get("service")).isEqualTo("Servizio › " + word);
        assertThat(ticket.get("owner_id")).isEqualTo(cast.id(LAURA).value());
        assertThat(ticket.get("locked")).isEqualTo(true);
        assertThat(ticket.get("state_type")).isEqualTo("pending_reminder");
        assertThat(until(ticket))
                .isBetween(before.plus(Duration.ofHours(8)), clock.instant().plus(Duration.ofHours(8)));
    }

    @Test
    void a_state_of_the_house_is_wished_by_its_name() {
        ownState(State.OPEN, "Presso terzi " + word);
        ownState(State.PENDING_REMINDER, "Fornitore " + word);
        ownState(State.CLOSED_SUCCESSFUL, "Evaso " + word);
        filter(true, Map.of("state", "presso TERZI " + word));
        var ticket = ticket(sorted(SortingMails.from("biblioteca@roccalba.example", "Tubo " + word, "Testo.")));
        assertThat(ticket).containsEntry("state_type", "open").containsEntry("own", "Presso terzi " + word);

        bag = new Postbag(db, files, true);
        var waits = "X-OTRS-State: Waiting for Fornitore " + word + "\n";
        ticket = ticket(sorted(waits + SortingMails.from("biblioteca@roccalba.example", "Altro", "Testo.")));
        assertThat(ticket).containsEntry("state_type", "pending_reminder").containsEntry("own", "Fornitore " + word);
        assertThat(until(ticket)).isAfter(clock.instant().plus(Duration.ofHours(23)));

        var follows = opened();
        added(follows, "X-OTRS-FollowUp-State: Fornitore " + word + "\n");
        assertThat(ticket(follows)).containsEntry("own", "Fornitore " + word);

        var ends = "X-OTRS-State: Evaso " + word + "\n";
        ticket = ticket(sorted(ends + SortingMails.from("biblioteca@roccalba.example", "Ancora", "Testo.")));
        assertThat(ticket).containsEntry("state_type", "new").containsEntry("own", null);
    }

    @Test
    void a_message_that_is_added_changes_its_ticket_only_if_the_filter_says_so() {
        var number = held();
        var was = ticket(number);
        filter(false, Map.of("priority", "5", "pending", "2", "type", "Tipo " + word));
        added(number);
        assertThat(without(ticket(number))).isEqualTo(without(was));

        db.sql("update mail_filter set follow_ups = true where name = :word")
                .param("word", word)
                .update();
        added(number);
        var now = ticket(number);
        assertThat(now.get("priority")).isEqualTo(5);
        assertThat(now.get("type")).isEqualTo("Tipo " + word);
        assertThat(now.get("state_type")).isEqualTo("pending_reminder");
        assertThat(types(number)).contains("priority_changed", "type_changed", "postponed");
    }

    @Test
    void a_free_ticket_goes_elsewhere_and_one_in_somebodys_hands_stays() {
        filter(true, Map.of("queue", "Amministrazione"));
        var free = opened();
        added(free);
        assertThat(ticket(free).get("queue_id"))
                .isEqualTo(cast.id(Place.AMMINISTRAZIONE).value());
        assertThat(types(free)).contains("moved");

        var held = held();
        var queue = ticket(held).get("queue_id");
        added(held);
        assertThat(ticket(held).get("queue_id")).isEqualTo(queue);
        assertThat(ticket(held).get("owner_id")).isEqualTo(cast.id(LAURA).value());
    }

    @Test
    void people_get_it_who_may_work_there() {
        filter(true, Map.of("owner", login(CARLA), "responsible", login(LAURA), "lock", "yes"));
        var number = opened();
        added(number);
        var now = ticket(number);
        assertThat(now.get("owner_id")).isEqualTo(cast.id(CARLA).value());
        assertThat(now.get("responsible_id")).isEqualTo(cast.id(LAURA).value());
        assertThat(now.get("locked")).isEqualTo(true);
        assertThat(types(number)).contains("owner_changed", "responsible_changed", "locked");
    }

    @Test
    void who_may_not_work_there_gets_nothing_and_without_an_owner_nobody_has_it_in_hand() {
        filter(true, Map.of("owner", login(PIERO), "responsible", login(PIERO), "lock", "yes"));
        var number = opened();
        var was = ticket(number);
        added(number);
        assertThat(without(ticket(number))).isEqualTo(without(was));
    }

    @Test
    void no_ticket_begins_closed_whatever_a_filter_a_captured_word_or_a_trusted_header_says() {
        filter(true, Map.of("state", "closed successful"));
        bag = new Postbag(db, files, true);
        for (var head : List.of("", "X-OTRS-State: closed successful\n", "X-OTRS-State: pending auto close+\n")) {
            var number = sorted(head + SortingMails.from("biblioteca@roccalba.example", "Chiuso " + word, "Testo."));
            assertThat(ticket(number).get("state_type")).isEqualTo("new");
            assertThat(types(number)).doesNotContain("closed", "state_changed");
            assertThat(db.sql(
                                    "select log::text from sorted_mail s join ticket t on t.id = s.ticket_id where t.number = :number")
                            .param("number", number.value())
                            .query(String.class)
                            .single())
                    .contains("not_understood");
            added(number);
            assertThat(ticket(number).get("state_type")).isNotEqualTo("closed");
        }
    }

    @Test
    void a_strangers_mail_changes_nothing() {
        filter(true, Map.of("priority", "5", "queue", "Amministrazione", "pending", "2"));
        var number = opened();
        var was = ticket(number);
        sorted(SortingMails.from(
                "ignoto-" + word + "@altrove.example", "[Ticket#" + number.value() + "] " + word, "Io."));
        assertThat(ticket(number)).isEqualTo(was);
    }

    @Test
    void headers_of_otrs_for_added_messages_count_in_trusted_mailboxes_only() {
        var number = opened();
        var head = "X-OTRS-Priority: 1 very low\nX-OTRS-FollowUp-Priority: 5 very high\n"
                + "X-OTRS-FollowUp-State-PendingTime: +2d\nX-OTRS-FollowUp-Type: Tipo " + word + "\n"
                + "X-OTRS-FollowUp-Service: Servizio::" + word + "\n";
        var was = ticket(number);
        added(number, head);
        assertThat(without(ticket(number))).isEqualTo(without(was));
        bag = new Postbag(db, files, true);
        added(number, head);
        var now = ticket(number);
        assertThat(now.get("priority")).isEqualTo(5);
        assertThat(now.get("type")).isEqualTo("Tipo " + word);
        assertThat(now.get("service")).isEqualTo("Servizio › " + word);
        assertThat(until(now)).isAfter(clock.instant().plus(Duration.ofHours(47)));
    }

    @Test
    void fields_of_the_house_are_filled_in_by_heads_of_trusted_mailboxes_only() {
        field("line");
        field("choice");
        option("Rete › Perdite");
        var head =
                "X-Sportello-Field-%s: IT001\nX-OTRS-DynamicField-%s: Rete::Perdite\nX-OTRS-DynamicField-Nessuno: x\n"
                        .formatted(key("line"), key("choice"));
        var mail = head + SortingMails.from("biblioteca@roccalba.example", "Caldaia " + word, "Testo.");
        assertThat(said(sorted(mail))).isEmpty();
        bag = new Postbag(db, files, true);
        var number = sorted(mail);
        assertThat(said(number)).containsExactlyInAnyOrder("IT001", "Rete › Perdite");

        added(
                number,
                "X-OTRS-FollowUp-DynamicField-%s: IT002\nX-OTRS-FollowUp-DynamicField-%s: Mai\n"
                        .formatted(key("line"), key("choice")));
        assertThat(said(number)).containsExactlyInAnyOrder("IT002", "Rete › Perdite");
        assertThat(db.sql("""
                select count(*)
                  from ticket_history h
                  join ticket t on t.id = h.ticket_id
                 where t.number = :number and h.type = 'field_changed'
                """).param("number", number.value()).query(Long.class).single())
                .isEqualTo(3);
    }

    @Test
    void fields_of_the_house_are_filled_in_by_filters_with_what_is_written_there_or_was_found() {
        for (var kind : List.of("line", "number", "choice", "date")) field(kind);
        option("Rete › Perdite");
        filter(
                true,
                "(?:" + word + ") pod (\\S+)(?: litri (\\S+))?",
                Map.of(
                        "field-" + key("line"), "POD $1",
                        "field-" + key("number"), "$2",
                        "field-" + key("choice"), "rete::perdite",
                        "field-" + key("date"), "$1"));
        var number = sorted(mailed(word + " pod IT001 litri 1250"));
        assertThat(said(number)).containsExactlyInAnyOrder("POD IT001", "1250", "Rete › Perdite");
        assertThat(log(number)).contains(key("date") + ": IT001");

        sorted(mailed("[Ticket#" + number.value() + "] " + word + " pod IT002"));
        assertThat(said(number))
                .as("what was not found empties nothing")
                .containsExactlyInAnyOrder("POD IT002", "1250", "Rete › Perdite");

        var other = sorted(mailed(word + " pod " + "I".repeat(600) + " litri molti"));
        assertThat(said(other)).as("what does not fit is left out").containsExactly("Rete › Perdite");
        assertThat(log(other)).contains(key("number") + ": molti", key("line") + ": POD II");
    }

    /** A supplier answers under the number of its own desk, not ours. */
    @Test
    void another_houses_number_leads_to_the_ticket_that_holds_it() {
        field("line");
        filter(false, "(?:" + word + ") (SUP-[0-9]+)", Map.of("field-" + key("line"), "$1", "leads-by", key("line")));
        var number = sorted(mailed(word + " SUP-17: pompa ferma"));

        assertThat(sorted(mailed("AW: " + word + " sup-17 in lavorazione"))).isEqualTo(number);
        assertThat(sorted(mailed(word + " SUP-18: altra pompa"))).isNotEqualTo(number);

        sorted(SortingMails.from("assistenza@fornitore.example", word + " SUP-17 chiusa", "Fatto."));
        assertThat(db.sql("""
                select a.unverified
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                   and a.sender = 'customer'
                 order by a.id
                """)
                        .param("number", number.value())
                        .query(Boolean.class)
                        .list())
                .as("who only knows the number leaves a note")
                .containsExactly(false, false, true);

        db.sql("update mail_filter_setting set value = :key where name = 'leads-by' and value = :own")
                .param("key", key("x"))
                .param("own", key("line"))
                .update();
        assertThat(sorted(mailed(word + " SUP-17")))
                .as("a field that is gone leads nowhere")
                .isNotEqualTo(number);
    }

    @Test
    void a_filter_finds_a_mail_by_the_name_of_its_attachment() {
        filter(false, Map.of("priority", "5"));
        db.sql("""
                update mail_filter_condition
                   set part = 'attachment', header = '', pattern = '\\.p7m$'
                 where filter_id = (select id from mail_filter where name = :word)
                """).param("word", word).update();
        var mail = mailed("Contratto").replace("text/plain; charset=utf-8", "application/octet-stream; name=%s");
        assertThat(ticket(sorted(mail.formatted("contratto.P7M"))).get("priority"))
                .isEqualTo(5);
        assertThat(ticket(sorted(mail.formatted("contratto.pdf"))).get("priority"))
                .isEqualTo(3);
    }

    private static String mailed(String subject) {
        return SortingMails.from("biblioteca@roccalba.example", subject, "Testo.");
    }

    private String log(TicketNumber number) {
        return db.sql("""
                select string_agg(s.log::text, ' ' order by s.arrival_id)
                  from sorted_mail s
                  join ticket t on t.id = s.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).single();
    }

    private void option(String name) {
        db.sql("insert into field_option (field_id, name, position) select id, :option, 1 from field where name = :key")
                .param("option", name)
                .param("key", key("choice"))
                .update();
    }

    private String key(String kind) {
        return kind + "_" + word;
    }

    private void field(String kind) {
        db.sql("""
                insert into field (subject, name, kind, label_it, label_en, position)
                values ('ticket', :key, :kind, :key, :key, 900)
                """).param("key", key(kind)).param("kind", kind).update();
    }

    private List<String> said(TicketNumber number) {
        return db.sql("""
                select coalesce(v.text, o.name, trim_scale(v.number)::text, v.day::text)
                  from ticket_field v
                  join ticket t on t.id = v.ticket_id
                  left join field_option o on o.id = v.option_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).list();
    }

    private static Instant until(Map<String, Object> ticket) {
        return ((Timestamp) ticket.get("pending_until")).toInstant();
    }

    private static Map<String, Object> without(Map<String, Object> ticket) {
        ticket.remove("version");
        return ticket;
    }

    private void added(TicketNumber number) {
        added(number, "");
    }

    private void added(TicketNumber number, String head) {
        var mail = head
                + SortingMails.from("biblioteca@roccalba.example", "[Ticket#" + number.value() + "] " + word, "Sì.");
        assertThat(sorted(mail)).isEqualTo(number);
    }

    private TicketNumber held() {
        var number = opened();
        locking.lock(number, cast.as(LAURA));
        return number;
    }

    private TicketNumber opened() {
        return ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orari"),
                        new Message("La caldaia della biblioteca."),
                        Uploads.NONE))
                .value();
    }

    private void filter(boolean followUps, Map<String, String> settings) {
        filter(followUps, word, settings);
    }

    private void filter(boolean followUps, String subject, Map<String, String> settings) {
        var id = db.sql("""
                insert into mail_filter (position, name, follow_ups) values (1, :word, :followUps) returning id
                """)
                .param("word", word)
                .param("followUps", followUps)
                .query(Long.class)
                .single();
        db.sql("insert into mail_filter_condition values (:id, 1, 'header', 'Subject', :subject, false)")
                .param("id", id)
                .param("subject", subject)
                .update();
        var position = 1;
        for (var setting : settings.entrySet())
            db.sql("insert into mail_filter_setting values (:id, :position, :name, :value)")
                    .param("id", id)
                    .param("position", position++)
                    .param("name", setting.getKey())
                    .param("value", setting.getValue())
                    .update();
    }

    private TicketNumber sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        return new TicketNumber(bag.fate(arrival).number());
    }

    private Map<String, Object> ticket(TicketNumber number) {
        return db.sql("""
                select t.queue_id, t.state_type, t.priority, t.owner_id, t.responsible_id, t.locked_at is not null as locked,
                       t.pending_until, y.name as type, s.name as service, n.name as own, t.version
                  from ticket t
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                  left join own_state n on n.id = t.own_state_id
                 where t.number = :number
                """).param("number", number.value()).query().singleRow();
    }

    private void ownState(State model, String italian) {
        var label = new LabelSettings(new Label(italian, "Waiting for " + italian), new Label("", ""), null, true);
        assertThat(states.add(new OwnStateSettings(model, label), Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }

    private void ownState(KeptOwnState kept, boolean valid) {
        var label = new LabelSettings(kept.label().name(), kept.label().customers(), null, valid);
        states.correct(
                kept.id(),
                kept.label().version(),
                new OwnStateSettings(kept.state().model(), label),
                Authority.HOUSE);
    }

    private String login(Operator operator) {
        return db.sql("select login from agent where id = :id")
                .param("id", cast.id(operator).value())
                .query(String.class)
                .single();
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
}

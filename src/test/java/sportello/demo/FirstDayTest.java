package sportello.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.demo.story.Named;
import sportello.demo.story.Roll;
import sportello.demo.story.Story;
import sportello.field.FieldName;
import sportello.field.Fields;
import sportello.identity.Actor;
import sportello.queue.Incoming;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.queue.Route;
import sportello.queue.Routing;
import sportello.ticket.History;
import sportello.ticket.PastArticle;
import sportello.ticket.PastStep;
import sportello.ticket.PastTicket;
import sportello.ticket.State;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketId;

/** What stands in the house when the demo opens for the first time. */
@DemoTest
class FirstDayTest {
    private static final Instant NOW = DemoTest.NOW;

    @Autowired
    private JdbcClient db;

    @Autowired
    private FirstDay firstDay;

    @Autowired
    private History history;

    @Autowired
    private Agents agents;

    @Autowired
    private Queues queues;

    @Autowired
    private Fields fields;

    @Autowired
    private Routing routing;

    @Test
    void everybody_and_everything_is_there() {
        assertThat(count("queue where not raw")).isEqualTo(6);
        assertThat(count("queue where raw")).isEqualTo(1);
        assertThat(count("permission_group")).isEqualTo(4);
        assertThat(count("agent")).isEqualTo(8);
        assertThat(count("customer")).isEqualTo(12);
        assertThat(count("customer_user")).isEqualTo(30);
        assertThat(count("ticket")).isEqualTo(200);
        assertThat(count("routing_rule")).isEqualTo(2);
        assertThat(count("customer where responsible_id is not null")).isBetween(3L, 9L);
        assertThat(count("customer_user_further_customer")).isEqualTo(1);
        assertThat(texts("select distinct language from agent order by 1")).containsExactly("en", "it");
        assertThat(texts("select distinct language from customer_user order by 1"))
                .containsExactly("en", "it");
        assertThat(texts("select name from company")).containsExactly("Valle Servizi S.r.l.");
    }

    @Test
    void tickets_are_in_every_state_and_of_every_priority() {
        assertThat(texts("select distinct s.name from ticket t join ticket_state s on s.id = t.state_id"))
                .containsExactlyInAnyOrder(
                        Arrays.stream(State.values()).map(State::key).toArray(String[]::new));
        assertThat(texts("select distinct priority::text from ticket order by 1"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(count("ticket where locked_at is not null")).isGreaterThan(20);
        assertThat(count("ticket t join queue q on q.id = t.queue_id where q.raw and t.state_type = 'new'"))
                .isPositive();
        assertThat(count("ticket where pending_until < '%s'".formatted(NOW))).isBetween(1L, 4L);
    }

    @Test
    void whoever_took_one_in_hand_said_for_which_service_it_is() {
        assertThat(texts("select name from service order by id"))
                .startsWith("Acquedotto", "Acquedotto › Perdite")
                .endsWith("Rifiuti › Ingombranti", "Sportello e bollette");
        assertThat(count("service s join service above on above.id = s.parent_id"))
                .isEqualTo(4);
        assertThat(texts("select distinct s.name from ticket t join service s on s.id = t.service_id order by 1"))
                .containsExactly("Energia e calore", "Illuminazione pubblica", "Sportello e bollette");
        assertThat(count("ticket where service_id is null")).isPositive();
        assertThat(count("ticket where service_id is not null"))
                .isEqualTo(count("ticket_history where type = 'service_changed'"))
                .isGreaterThan(100);
    }

    @Test
    void the_house_asks_for_the_plant_the_inspection_and_the_cost() {
        assertThat(texts("select name || ' ' || kind from field order by position"))
                .containsExactly("NumeroImpianto line", "DataSopralluogo date", "CostoPrevisto money");
        assertThat(texts("select distinct s.name from ticket_field v join ticket t on t.id = v.ticket_id"
                        + " join service s on s.id = t.service_id order by 1"))
                .containsExactly("Energia e calore", "Illuminazione pubblica");
        for (var field : fields.all())
            assertThat(count("ticket_field where field_id = " + field.id().value()))
                    .as(field.key())
                    .isGreaterThan(9);
        assertThat(count("ticket_field")).isEqualTo(count("ticket_history where type = 'field_changed'"));
        assertThat(count("ticket_field where extract(isodow from day) > 5")).isZero();
    }

    @Test
    void all_of_it_happened_in_the_last_sixty_days() {
        var earliest = NOW.minus(Duration.ofDays(60));
        for (var moment : List.of(
                "created_at from ticket",
                "changed_at from ticket",
                "closed_at from ticket where closed_at is not null",
                "created_at from article",
                "at from ticket_history")) {
            assertThat(db.sql("select " + moment)
                            .query((row, number) -> row.getTimestamp(1).toInstant())
                            .list())
                    .as(moment)
                    .isNotEmpty()
                    .allMatch(at -> at.isAfter(earliest) && at.isBefore(NOW));
        }
        assertThat(texts(
                        "select distinct extract(isodow from created_at at time zone 'Europe/Rome')::text from ticket"))
                .doesNotContain("6", "7");
    }

    @Test
    void every_history_verifies() {
        assertThat(tickets())
                .hasSize(200)
                .allSatisfy(ticket -> assertThat(history.firstBroken(ticket)).isEmpty());
    }

    @Test
    void numbers_are_unique_and_the_real_counter_goes_on_after_them() {
        assertThat(db.sql("select count(distinct number) from ticket")
                        .query(Long.class)
                        .single())
                .isEqualTo(200);
        assertThat(texts("""
                select c.day::text
                  from ticket_number_counter c
                 where c.last <> (select count(*) from ticket where number like to_char(c.day, 'YYYYMMDD') || '10%')
                """)).isEmpty();
    }

    @Test
    void every_request_is_a_letter_of_real_length() {
        var requests = texts("select text_body from article where no = 1");
        assertThat(requests).hasSize(200).doesNotHaveDuplicates().allSatisfy(text -> {
            assertThat(text.lines().filter(line -> !line.isBlank()).count()).isBetween(6L, 20L);
            assertThat(text).hasSizeGreaterThan(250);
        });
        assertThat(count("article where text_body like '%{%' or subject like '%{%'"))
                .isZero();
    }

    @Test
    void people_attach_pictures_papers_and_tables_and_write_mails_with_markup() {
        assertThat(texts("select distinct media_type from attachment order by 1"))
                .containsExactly("application/pdf", "image/png", "text/csv", "text/plain");
        assertThat(count("article where html_body like '%<table%' and channel = 'email'"))
                .isPositive();
        assertThat(texts("select distinct channel from article order by 1"))
                .containsExactly("email", "note", "phone", "portal", "system");
    }

    @Test
    void nobody_was_mailed_and_nothing_is_left_to_do() {
        assertThat(count("letter")).isZero();
        assertThat(count("notification")).isZero();
    }

    @Test
    void everybody_did_only_what_they_may_do() {
        for (var ticket : tickets()) {
            var queue = new QueueId(0);
            for (var line : history.of(ticket)) {
                var event = line.event();
                if (event instanceof TicketEvent.Opened opened) queue = opened.queue();
                var here = queue;
                if (event.by() instanceof Actor.ByAgent(var agent))
                    needed(event).forEach(key -> may(agent, key, here));
                if (event instanceof TicketEvent.Moved moved) {
                    may(((Actor.ByAgent) moved.by()).id(), Permission.MOVE_INTO, moved.to());
                    queue = moved.to();
                }
            }
        }
    }

    private static List<Permission> needed(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened opened -> List.of();
            case TicketEvent.FollowedUp followedUp -> List.of();
            case TicketEvent.MailCame _, TicketEvent.Bounced _, TicketEvent.AutoAnswered _, TicketEvent.Undelivered _ ->
                List.of();
            case TicketEvent.Noted noted -> List.of(Permission.NOTE);
            case TicketEvent.Marked marked -> List.of(Permission.NOTE);
            case TicketEvent.PriorityChanged changed -> List.of(Permission.PRIORITY);
            case TicketEvent.TypeChanged _, TicketEvent.ServiceChanged _, TicketEvent.FieldChanged _ ->
                List.of(Permission.RW);
            case TicketEvent.OwnerChanged changed -> List.of(Permission.OWNER);
            case TicketEvent.Locked locked -> List.of(Permission.RW);
            case TicketEvent.Released released -> List.of(Permission.RW);
            case TicketEvent.ResponsibleChanged changed -> List.of(Permission.RW);
            case TicketEvent.Moved moved -> List.of(Permission.RW);
            case TicketEvent.StateChanged changed -> List.of(Permission.RW);
            case TicketEvent.Called called -> List.of(Permission.RW);
            case TicketEvent.Answered answered -> List.of(Permission.RW);
            case TicketEvent.Forwarded forwarded -> List.of(Permission.RW);
            case TicketEvent.Redirected redirected -> List.of(Permission.RW);
            case TicketEvent.SentInClear _ -> List.of(Permission.RW);
            case TicketEvent.Resent resent -> List.of(Permission.RW);
            case TicketEvent.Archived _, TicketEvent.Unarchived _ -> List.of(Permission.RW);
            case TicketEvent.PersonErased _, TicketEvent.Emptied _ -> List.of();
            case TicketEvent.Recalled _ -> List.of(Permission.RW);
            case TicketEvent.Mailed mailed -> List.of(Permission.RW);
            case TicketEvent.Closed closed -> List.of(Permission.RW);
            case TicketEvent.ReminderReached reached -> List.of();
            case TicketEvent.Watched watched -> List.of(Permission.RO);
            case TicketEvent.Unwatched unwatched -> List.of(Permission.RO);
            case TicketEvent.Postponed postponed -> List.of(Permission.RW);
            case TicketEvent.Resumed resumed -> List.of(Permission.RW);
            case TicketEvent.Reopened reopened -> List.of(Permission.RW);
            case TicketEvent.Ascertained ascertained -> List.of(Permission.RW);
            case TicketEvent.CustomerChanged changed -> List.of(Permission.RW);
            case TicketEvent.Linked linked -> List.of(Permission.RW);
            case TicketEvent.Unlinked unlinked -> List.of(Permission.RW);
            case TicketEvent.Split split -> List.of(Permission.RW);
            case TicketEvent.Merged merged -> List.of(Permission.RW);
            case TicketEvent.MergeUndone undone -> List.of(Permission.RW);
        };
    }

    private void may(AgentId agent, Permission key, QueueId queue) {
        var group = queues.get(queue).group();
        assertThat(agents.grantsOf(agent).allow(key, group))
                .as("%s in %s by %s", key, queues.get(queue).name(), agents.find(agent))
                .isTrue();
    }

    @Test
    void the_three_cases_of_the_procedure_can_be_played() {
        var both = route("Variazione orario biblioteca");
        assertThat(both.queue().name()).isEqualTo("Energia::Impianti termici");
        assertThat(both.owner()).isNotNull();
        assertThat(both.responsible()).isNotNull();

        var responsibleOnly = route("Lampione spento davanti alla biblioteca");
        assertThat(responsibleOnly.queue().name()).isEqualTo("Illuminazione::Guasti");
        assertThat(responsibleOnly.owner()).isNull();
        assertThat(responsibleOnly.responsible()).isNotNull();

        assertThat(route("Una domanda sulla festa del paese").queue().raw()).isTrue();
    }

    private Route route(String title) {
        return routing.route(
                new Incoming("portal", "", "biblioteca@roccalba.example", null, "ROCCALBA", "", title, ""));
    }

    @Test
    void the_supplier_sees_one_queue_and_the_quality_office_only_reads() {
        assertThat(queuesWith(Permission.RO, "piero.gatti")).containsExactly("Illuminazione::Guasti");
        assertThat(queuesWith(Permission.RO, "davide.fontana")).hasSize(7);
        assertThat(queuesWith(Permission.NOTE, "davide.fontana")).isEmpty();
    }

    /** The first telling is what the start wrote; this is the second. */
    @Test
    void told_again_at_the_same_moment_it_is_the_same_story() {
        var again = Story.until(NOW, ZoneId.of("Europe/Rome"), roll(), routing);
        assertThat(again.stream().flatMap(FirstDayTest::told)).containsExactlyElementsOf(texts("""
                select t.title || ' ' || a.sender_name || ' '
                       || to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || a.text_body
                  from ticket t
                  join article a on a.ticket_id = t.id and a.event is null
                 order by t.created_at, t.id, a.no
                """));
    }

    private static Stream<String> told(PastTicket ticket) {
        var request = line(ticket, ticket.request(), ticket.openedAt());
        return Stream.concat(Stream.of(request), ticket.life().stream().flatMap(step -> switch (step) {
            case PastStep.Noted(var at, var by, var article) -> Stream.of(line(ticket, article, at));
            case PastStep.Answered(var at, var by, var article) -> Stream.of(line(ticket, article, at));
            case PastStep.FollowedUp(var at, var by, var article) -> Stream.of(line(ticket, article, at));
            case PastStep.Closed(var at, var by, var successful, var article) -> Stream.of(line(ticket, article, at));
            case PastStep.Acknowledged s -> Stream.<String>of();
            case PastStep.Locked s -> Stream.<String>of();
            case PastStep.Released s -> Stream.<String>of();
            case PastStep.Moved s -> Stream.<String>of();
            case PastStep.OwnerChanged s -> Stream.<String>of();
            case PastStep.Prioritised s -> Stream.<String>of();
            case PastStep.ServiceChanged s -> Stream.<String>of();
            case PastStep.FilledIn s -> Stream.<String>of();
            case PastStep.Postponed s -> Stream.<String>of();
            case PastStep.Withdrawn s -> Stream.<String>of();
        }));
    }

    private static String line(PastTicket ticket, PastArticle article, Instant at) {
        return ticket.title().value() + " " + article.author() + " " + at
                + article.text().value();
    }

    private Roll roll() {
        Map<QueueId, Set<AgentId>> able = new HashMap<>();
        var tree = named("select id, name from queue", id -> queues.get(new QueueId(id)));
        for (var queue : tree.all()) {
            able.put(
                    queue.id(),
                    agents.with(Permission.RW, queue.group()).stream()
                            .map(Agent::id)
                            .collect(toSet()));
        }
        return new Roll(
                named("select id, login from agent", AgentId::new),
                tree,
                named("select id, name from service", id -> id),
                fields(),
                able,
                named("select id, code from customer", CustomerId::new),
                named("select id, login from customer_user", CustomerUserId::new));
    }

    private Named<FieldName> fields() {
        var named = new Named<FieldName>();
        fields.all().forEach(field -> named.put(field.key(), field.name()));
        return named;
    }

    private <T> Named<T> named(String query, LongFunction<T> thing) {
        var named = new Named<T>();
        db.sql(query)
                .query((row, number) -> Map.entry(row.getString(2), row.getLong(1)))
                .list()
                .forEach(row -> named.put(row.getKey(), thing.apply(row.getValue())));
        return named;
    }

    @Test
    void a_second_start_changes_nothing() {
        var before = fingerprint();
        firstDay.run(new DefaultApplicationArguments());
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    @Transactional
    void a_house_in_which_somebody_works_is_left_alone() {
        var before = count("agent");
        db.sql("update company set name = 'Altra'").update();
        firstDay.run(new DefaultApplicationArguments());
        assertThat(count("agent")).isEqualTo(before);
        assertThat(texts("select name from company")).containsExactly("Altra");
    }

    private List<String> queuesWith(Permission key, String login) {
        var grants = agents.grantsOf(new AgentId(db.sql("select id from agent where login = :login")
                .param("login", login)
                .query(Long.class)
                .single()));
        return db
                .sql("select name, group_id from queue order by name")
                .query((row, number) ->
                        grants.allow(key, new GroupId(row.getLong("group_id"))) ? row.getString("name") : "")
                .list()
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<TicketId> tickets() {
        return db.sql("select id from ticket order by id")
                .query((row, number) -> new TicketId(row.getLong("id")))
                .list();
    }

    private List<String> fingerprint() {
        return texts("""
                select md5(string_agg(md5(t::text), '' order by id)) from ticket t
                union all
                select md5(string_agg(md5(a::text), '' order by id)) from article a
                union all
                select md5(string_agg(md5(h::text), '' order by id)) from ticket_history h
                union all
                select md5(string_agg(md5(g::text), '' order by id)) from agent g
                union all
                select md5(string_agg(md5(c::text), '' order by id)) from company c
                """);
    }

    private long count(String from) {
        return db.sql("select count(*) from " + from).query(Long.class).single();
    }

    private List<String> texts(String query) {
        return db.sql(query).query(String.class).list();
    }
}

package sportello.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.base.Language.ENGLISH;
import static sportello.base.Language.ITALIAN;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Absences;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.field.FieldId;
import sportello.field.FilledFields;
import sportello.field.Subject;
import sportello.field.Value;
import sportello.mailkey.KeepingCorrespondentKeys;
import sportello.mime.Locksmith;
import sportello.ticket.Channel;
import sportello.ticket.HistoryId;
import sportello.ticket.OwnState;
import sportello.ticket.Sender;
import sportello.ticket.State;
import sportello.ticket.Status;
import sportello.webhook.Format;
import sportello.webhook.KeepingWebhooks;
import sportello.webhook.WebhookId;
import sportello.webhook.WebhookProposal;

/** Rules of the house's own tell beside the procedure's, in their own words, nobody twice, and nobody who may not know. */
@SportelloTest
@Transactional
class OwnRulesTest {
    private static final String LIBRARY = "biblioteca@roccalba.example";
    private static final Map<Language, Wording> TEXTS = Map.of(
            ITALIAN,
                    new Wording("Su misura {{ticket.number}}", "{{ticket.title}}: {{ticket.type}}|{{ticket.priority}}"),
            ENGLISH, new Wording("Tailored {{ticket.number}}", "{{ticket.title}}"));

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private KeepingOwnRules keeping;

    @Autowired
    private KeepingWebhooks webhooks;

    @Autowired
    private Specimens specimens;

    @Autowired
    private FilledFields fields;

    private Story library;

    @BeforeEach
    void a_ticket_in_lauras_hands() {
        library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
    }

    @Test
    void who_follows_the_queue_hears_of_a_new_priority_in_the_rules_own_words() {
        subscribe(MARIO);
        keep(Set.of(Occasion.PRIORITY_CHANGED), to(Audience.SUBSCRIBERS));
        var line = urgent(LAURA);
        assertThat(told(line)).containsExactly("Mario Ferri: subscribers");
        var letter = new Mailbox(db).to("mario.ferri@valleservizi.example", line);
        assertThat(letter.subject()).isEqualTo("Su misura " + library.number());
        assertThat(letter.textBody()).contains("|5 ");
        assertThat(ledger.of(line)).extracting(LedgerLine::ownRule).containsExactly("Prova");
    }

    @Test
    void it_comes_before_the_procedures_and_nobody_is_told_twice() {
        keep(Set.of(Occasion.NOTED), to(Audience.RESPONSIBLE));
        var line = library.noted("Sentita la biblioteca.", false, MARIO);
        assertThat(told(line)).containsExactly("Carla Neri: responsible", "Laura Bassi: owner");
        assertThat(new Mailbox(db).to("carla.neri@valleservizi.example", line).subject())
                .startsWith("Su misura");
        assertThat(notTold(line)).containsExactly("Carla Neri: responsible, told_already");
    }

    @Test
    void who_may_not_read_the_queue_learns_nothing_however_the_rule_names_them() {
        keep(Set.of(Occasion.PRIORITY_CHANGED), named(LAURA, MARIO, PIERO));
        var line = urgent(CARLA);
        assertThat(told(line)).containsExactly("Laura Bassi: named", "Mario Ferri: named");
        assertThat(notTold(line)).containsExactly("Piero Gatti: named, no_permission");
    }

    @Test
    void groups_roles_and_keys_of_the_queue_name_their_holders() {
        var group = db.sql("select group_id from queue where id = :id")
                .param("id", library.cast().id(Place.IMPIANTI).value())
                .query(Long.class)
                .single();
        keep(
                Set.of(Occasion.PRIORITY_CHANGED),
                new Recipients(Set.of(), null, Set.of(group), Set.of(), Set.of(), List.of()));
        assertThat(told(urgent(LAURA))).contains("Carla Neri: members", "Mario Ferri: members");

        var role = db.sql("insert into role (name) values (gen_random_uuid()::text) returning id")
                .query(Long.class)
                .single();
        db.sql("insert into agent_role values (:agent, :role)")
                .param("agent", library.cast().id(MARIO).value())
                .param("role", role)
                .update();
        correct(new Recipients(Set.of(), Permission.RW, Set.of(), Set.of(role), Set.of(), List.of()));
        var line = urgent(LAURA);
        assertThat(told(line)).contains("Carla Neri: permitted", "Mario Ferri: permitted");
        assertThat(notTold(line)).contains("Mario Ferri: roles, told_already", "Laura Bassi: permitted, actor");
    }

    @Test
    void who_is_told_as_a_person_is_not_told_at_the_address_too() {
        keep(rule -> new OwnRule(
                rule.name(),
                Set.of(Occasion.NOTED),
                rule.tickets(),
                rule.articles(),
                new Recipients(
                        Set.of(), null, Set.of(), Set.of(), Set.of(), List.of("Laura.Bassi@valleservizi.example")),
                rule.options(),
                Map.of(ITALIAN, new Wording("Nota", "C’è una nota."))));
        var line = library.noted("Sentita la biblioteca.", false, MARIO);
        assertThat(told(line)).containsExactlyInAnyOrder("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void an_address_reads_no_more_than_customers_may() {
        fill("Segreto", "parola riservata", false);
        keep(rule -> new OwnRule(
                rule.name(),
                Set.of(Occasion.NOTED),
                rule.tickets(),
                rule.articles(),
                new Recipients(Set.of(), null, Set.of(), Set.of(), Set.of(), List.of("turno@valle.example")),
                new Options(false, false, false, true, false, false),
                Map.of(ITALIAN, new Wording("Nota", "Ecco:\n\n{{article.text}} {{field.Segreto}}."))));
        var line = library.noted("Il palo è corroso.", false, MARIO);
        assertThat(told(line)).contains("turno@valle.example: addresses");
        assertThat(new Mailbox(db).to("turno@valle.example", line).textBody())
                .contains("Ecco:")
                .doesNotContain("corroso", "riservata");
    }

    /** When it is three at night in Rome, New York still has the day before. */
    @Test
    void an_address_reads_and_a_rule_is_meant_in_the_language_and_the_zone_of_the_house() {
        var field = db.sql("""
                        with fresh as (
                            insert into field (subject, name, kind, label_it, label_en, position)
                            values ('ticket', 'Visita', 'moment', 'Visita', 'Visit', 1)
                            returning id)
                        insert into field_screen
                        select id, 'portal_ticket', 'shown' from fresh
                        returning field_id
                        """).query(Long.class).single();
        var visit = new Value.Moment(Instant.parse("2026-12-24T02:00:00Z"));
        fields.say(Subject.TICKET, library.id().value(), new FieldId(field), visit);
        var texts = Map.of(
                ITALIAN, new Wording("Nota", "Visita: {{field.Visita}}"),
                ENGLISH, new Wording("Note", "Visit: {{field.Visita}}"));
        keep(rule -> new OwnRule(
                rule.name(),
                Set.of(Occasion.NOTED),
                said("Visita", "23/12/2026"),
                rule.articles(),
                new Recipients(Set.of(), null, Set.of(), Set.of(), Set.of(), List.of("turno@valle.example")),
                rule.options(),
                texts));
        assertThat(told(library.noted("In Italia è il 24.", false, MARIO)))
                .doesNotContain("turno@valle.example: addresses");

        db.sql("update company set language = 'en', time_zone = 'America/New_York'")
                .update();
        var line = library.noted("A New York è il 23.", false, MARIO);
        var letter = new Mailbox(db).to("turno@valle.example", line);
        assertThat(letter.subject()).contains("Note");
        assertThat(letter.textBody()).contains("Visit: 23/12/2026 21:00");
    }

    @Test
    void a_webhook_is_told_in_its_language_and_reads_no_more_than_customers_may() {
        fill("Segreto", "parola riservata", false);
        var webhook = webhook("en", true);
        keep(rule -> new OwnRule(
                rule.name(),
                Set.of(Occasion.NOTED, Occasion.PUBLISHED),
                rule.tickets(),
                rule.articles(),
                to(webhook),
                rule.options(),
                Map.of(
                        ITALIAN, new Wording("Nota", "Ecco"),
                        ENGLISH,
                                new Wording(
                                        "Note on {{ticket.number}}", "Look:\n\n{{article.text}} {{field.Segreto}}"))));
        var hidden = library.noted("Il palo è corroso.", false, MARIO);
        assertThat(told(hidden)).contains("Turno: webhooks");
        assertThat(posted(hidden))
                .containsExactly("noted|" + library.number() + "|Note on " + library.number() + "|Look:");
        var shown = library.noted("Il tecnico arriva domani.", true, MARIO);
        assertThat(posted(shown).getFirst())
                .startsWith("published|")
                .contains("domani")
                .doesNotContain("riservata");
        assertThat(ledger.of(hidden))
                .filteredOn(line -> line.audience() == Audience.WEBHOOKS)
                .extracting(LedgerLine::address, line -> line.fate().message())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hooks.valle.example", "notification.fate.waiting"));
        assertThat(db.sql("select count(*) from scheduled_tasks where task_name = 'call-webhook'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_webhook_is_told_once_of_one_thing_and_once_a_day_and_not_out_of_use() {
        var webhook = webhook("it", true);
        keep(rule -> with(
                new OwnRule(
                        rule.name(),
                        rule.occasions(),
                        rule.tickets(),
                        rule.articles(),
                        to(webhook),
                        rule.options(),
                        Map.of(ITALIAN, new Wording("Priorità", "È cambiata."))),
                rule.tickets(),
                rule.articles(),
                new Options(true, false, false, false, false, false)));
        assertThat(told(urgent(CARLA))).containsExactly("Turno: webhooks");
        var second = urgent(CARLA);
        assertThat(told(second)).isEmpty();
        assertThat(notTold(second)).containsExactly("Turno: webhooks, told_today");
        db.sql("update webhook set valid = false").update();
        db.sql("update notification set created_at = created_at - interval '25 hours'")
                .update();
        assertThat(notTold(urgent(CARLA))).containsExactly("Turno: webhooks, invalid");
    }

    @Test
    void what_fields_say_stands_in_the_letter_and_to_customers_only_what_the_portal_shows() {
        fill("Pod", "IT001E123", true);
        fill("Segreto", "parola riservata", false);
        keep(rule -> new OwnRule(
                rule.name(),
                Set.of(Occasion.PUBLISHED),
                rule.tickets(),
                rule.articles(),
                to(Audience.CUSTOMER_USER),
                rule.options(),
                Map.of(ITALIAN, new Wording("Scritto", "Pod {{field.Pod}} {{field.Segreto}}"))));
        var line = library.noted("Fatto.", true, LAURA);
        assertThat(new Mailbox(db).to(LIBRARY, line).textBody())
                .contains("Pod IT001E123")
                .doesNotContain("riservata");
    }

    @Test
    void what_fields_of_the_article_say_stands_in_the_letter_as_far_as_its_reader_reads_it() {
        ofArticles("Pratica", "portal_article");
        ofArticles("Costo", "article");
        var texts = Map.of(
                ITALIAN, new Wording("Scritto", "Pratica {{article.field.Pratica}}\n\nCosto {{article.field.Costo}}"));
        keep(rule -> new OwnRule(
                rule.name(),
                Set.of(Occasion.PUBLISHED),
                rule.tickets(),
                rule.articles(),
                to(Audience.CUSTOMER_USER, Audience.OWNER),
                rule.options(),
                texts));
        var fields = Map.of("Pratica", "AB/17", "Costo", "99 euro");
        var line = library.noted("Fatto.", true, fields, MARIO);
        assertThat(new Mailbox(db).to(LIBRARY, line).textBody())
                .contains("Pratica AB/17")
                .doesNotContain("Costo", "99");
        assertThat(new Mailbox(db).to("laura.bassi@valleservizi.example", line).textBody())
                .contains("Pratica AB/17", "Costo 99 euro");
    }

    @Test
    void once_a_day_is_once_a_day() {
        keep(rule -> with(rule, rule.tickets(), rule.articles(), new Options(true, false, false, false, false, false)));
        assertThat(told(urgent(CARLA))).containsExactly("Laura Bassi: owner");
        var second = urgent(CARLA);
        assertThat(told(second)).isEmpty();
        assertThat(notTold(second)).containsExactly("Laura Bassi: owner, told_today");
        db.sql("update notification set created_at = created_at - interval '25 hours'")
                .update();
        assertThat(told(urgent(CARLA))).containsExactly("Laura Bassi: owner");
    }

    @Test
    void the_doer_and_the_absent_are_told_where_the_rule_says_so() {
        keep(rule -> with(rule, rule.tickets(), rule.articles(), new Options(false, true, true, false, false, false)));
        assertThat(told(urgent(LAURA))).containsExactly("Laura Bassi: owner");
        var cast = library.cast();
        var today = LocalDate.ofInstant(
                beans.getBean(Clock.class).instant(), cast.as(LAURA).zone());
        var laura = beans.getBean(Agents.class).find(cast.id(LAURA)).orElseThrow();
        beans.getBean(Absences.class).plan(laura, today, today, cast.id(MARIO), "");
        assertThat(told(urgent(CARLA))).containsExactly("Laura Bassi: owner", "Mario Ferri: owner");
    }

    @Test
    void each_part_of_the_ticket_filter_counts() {
        var cast = library.cast();
        var energy = db.sql("select id from queue where name = 'Energia'")
                .query(Long.class)
                .single();
        var elsewhere = cast.id(Place.GUASTI).value();
        assertThat(tells(queues(energy))).isTrue();
        assertThat(tells(queues(elsewhere))).isFalse();
        assertThat(tells(states(State.IN_PROGRESS))).isTrue();
        assertThat(tells(states(State.NEW))).isFalse();
        assertThat(tells(states(new OwnState(1, State.IN_PROGRESS)))).isFalse();
        assertThat(tells(priority(5))).isTrue();
        assertThat(tells(priority(4))).isFalse();
        assertThat(tells(people(true, cast.id(LAURA).value(), cast.id(CARLA).value())))
                .isTrue();
        assertThat(tells(people(false, cast.id(LAURA).value(), cast.id(CARLA).value())))
                .isFalse();
        assertThat(tells(people(true, cast.id(MARIO).value(), cast.id(CARLA).value())))
                .isFalse();
        assertThat(tells(people(true, cast.id(LAURA).value(), cast.id(MARIO).value())))
                .isFalse();
        var code = db.sql("select c.code from customer c join ticket t on t.customer_id = c.id where t.id = :id")
                .param("id", library.id().value())
                .query(String.class)
                .single();
        var other = db.sql("select min(code) from customer where code <> :code")
                .param("code", code)
                .query(String.class)
                .single();
        assertThat(tells(customers(code.toLowerCase(Locale.ROOT)))).isTrue();
        assertThat(tells(customers(other))).isFalse();
        fill("Pod", "IT001E12345678", false);
        assertThat(tells(said("pod", "it001e"))).isTrue();
        assertThat(tells(said("Pod", "IT002"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Sender.class,
            names = {"AGENT", "CUSTOMER"})
    void each_part_of_the_article_filter_counts(Sender sender) {
        var right = new ArticleFilter(Set.of(sender), Set.of(Channel.NOTE), false, "nota", "CORROSO", false);
        keep(rule -> with(rule, rule.tickets(), right, rule.options()));
        var line = library.noted("Il palo è corroso.", false, CARLA);
        var own = ledger.of(line).stream()
                .filter(entry -> entry.ownRule() != null)
                .toList();
        assertThat(own).hasSize(sender == Sender.AGENT ? 1 : 0);
        assertThat(ledger.of(library.noted("Il palo è storto.", false, CARLA)))
                .allMatch(entry -> entry.ownRule() == null);
        assertThat(ledger.of(urgent(CARLA))).isEmpty();
    }

    @Test
    void what_is_the_houses_own_business_cannot_be_told_to_the_customer() {
        var rule = rule(Set.of(Occasion.PUBLISHED, Occasion.NOTED), to(Audience.CUSTOMER_USER));
        assertThat(why(keeping.add(rule, true, Authority.HOUSE))).isEqualTo(new Refusal("own_rules.house_only"));
        var curious = new OwnRule(
                "Curiosa",
                Set.of(Occasion.PUBLISHED),
                TicketFilter.ALL,
                ArticleFilter.ALL,
                to(Audience.CUSTOMER_USER),
                Options.NONE,
                Map.of(ITALIAN, new Wording("Coda", "{{ticket.queue}} {{field.Fantasia}}")));
        assertThat(why(keeping.add(curious, true, Authority.HOUSE)))
                .isEqualTo(new Refusal("letters.unknown", "ticket.queue, field.Fantasia"));
    }

    @Test
    void who_reads_a_language_that_it_lacks_gets_the_other() {
        keep(rule -> new OwnRule(
                rule.name(),
                rule.occasions(),
                rule.tickets(),
                rule.articles(),
                to(Audience.OWNER),
                rule.options(),
                Map.of(ENGLISH, new Wording("Tailored", "Look."), ITALIAN, new Wording("", " "))));
        var line = urgent(CARLA);
        assertThat(new Mailbox(db).to("laura.bassi@valleservizi.example", line).subject())
                .isEqualTo("Tailored");
    }

    @Test
    void one_that_is_not_valid_tells_nobody() {
        keeping.add(rule(Set.of(Occasion.PRIORITY_CHANGED), to(Audience.OWNER)), false, Authority.HOUSE);
        assertThat(ledger.of(urgent(CARLA))).isEmpty();
    }

    @Test
    void a_specimen_is_about_a_real_ticket_and_goes_to_whoever_asks() {
        var fair = Story.ofTheFair(beans);
        var anna = Cast.onStage(db).as(ANNA);
        var rule = rule(Set.of(Occasion.OPENED_RAW), to(Audience.OWNER));
        var looked = specimens.look(rule, ITALIAN, fair.number().value(), anna);
        assertThat(looked)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Wording) done.value()).body()).contains("A question"));
        assertThat(specimens.send(rule, ITALIAN, fair.number().value(), anna))
                .isEqualTo(Outcome.done("anna.riva@valleservizi.example"));
        assertThat(why(specimens.look(rule, ITALIAN, library.number().value(), anna)))
                .isEqualTo(new Refusal("letters.ticket", library.number().value()));
    }

    @Test
    void the_use_case_asks_who_may() {
        var laura = library.cast().as(LAURA).authority();
        var rule = rule(Set.of(Occasion.PRIORITY_CHANGED), to(Audience.OWNER));
        for (var outcome : List.of(
                keeping.add(rule, true, laura),
                keeping.correct(1, 0, rule, true, laura),
                keeping.move(1, true, laura),
                keeping.arrange(List.of(), laura)))
            assertThat(why(outcome)).isEqualTo(new Refusal("letters.administer"));
    }

    /** Whoever wrote it chose so, and a rule that was made before knows nothing of it. */
    @Test
    void what_left_encrypted_is_told_to_nobody_outside() {
        keep(rule -> telling(new Recipients(
                Set.of(Audience.OWNER), null, Set.of(), Set.of(), Set.of(), List.of("turno@valle.example"))));
        var clear = library.answered("La caldaia riparte lunedì.", LAURA, "orari.txt");
        assertThat(outside(clear)).contains("riparte lunedì");
        assertThat(withFiles(clear)).containsExactly("laura.bassi@valleservizi.example", "turno@valle.example");
        encrypts();
        var line = library.answered("La caldaia riparte martedì.", LAURA, "orari.txt");
        assertThat(outside(line)).contains("partito cifrato").doesNotContain("martedì");
        assertThat(withFiles(line)).containsExactly("laura.bassi@valleservizi.example");
        assertThat(new Mailbox(db).to("laura.bassi@valleservizi.example", line).textBody())
                .contains("riparte martedì");

        db.sql(
                        "insert into agent_permission (agent_id, group_id, permission) select :anna, group_id, 'ro' from queue where id = :queue")
                .param("anna", library.cast().id(ANNA).value())
                .param("queue", library.cast().id(Place.IMPIANTI).value())
                .update();
        var rule = telling(to(Audience.CUSTOMER_USER));
        assertThat(specimens.look(
                        rule, ITALIAN, library.number().value(), library.cast().as(ANNA)))
                .as("a specimen says what a customer would get")
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Wording) done.value()).body()).contains("partito cifrato"));
    }

    private static OwnRule telling(Recipients recipients) {
        return new OwnRule(
                "Prova",
                Set.of(Occasion.PUBLISHED),
                TicketFilter.ALL,
                ArticleFilter.ALL,
                recipients,
                new Options(false, false, true, true, false, false),
                Map.of(ITALIAN, new Wording("Su misura", "{{article.text}}")));
    }

    private List<String> withFiles(HistoryId line) {
        return db.sql("""
                select l.to_address
                  from notification n
                  join letter l on l.id = n.letter_id
                 where n.history_id = :line
                   and exists (select 1 from letter_attachment a where a.letter_id = l.id and a.name = 'orari.txt')
                 order by l.to_address
                """).param("line", line.value()).query(String.class).list();
    }

    /** From now on mails of the house leave encrypted for the library. */
    private void encrypts() {
        db.sql("""
                insert into sealed_sender (address, manner, automatic)
                select distinct lower(coalesce(nullif(l.sender_address, ''), c.email)), 'encrypt', false
                  from letter l, company c
                 where l.id in (select letter_id from article_recipient)
                """).update();
        var now = Instant.now();
        var theirs = Locksmith.onCurve(LIBRARY, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        assertThat(beans.getBean(KeepingCorrespondentKeys.class)
                        .add(theirs.pem().getBytes(UTF_8), LIBRARY, Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }

    private String outside(HistoryId line) {
        return new Mailbox(db).to("turno@valle.example", line).textBody();
    }

    /** Again and again. */
    private HistoryId urgent(Operator by) {
        db.sql("update ticket set priority = 3 where id = :id")
                .param("id", library.id().value())
                .update();
        return library.prioritised(by);
    }

    private boolean tells(TicketFilter filter) {
        db.sql("update own_rule set valid = false").update();
        keep(rule -> with(rule, filter, rule.articles(), rule.options()));
        return !ledger.of(urgent(CARLA)).isEmpty();
    }

    private static TicketFilter queues(long id) {
        return new TicketFilter(
                Set.of(id), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Map.of());
    }

    private static TicketFilter priority(int level) {
        return new TicketFilter(
                Set.of(), Set.of(), Set.of(level), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Map.of());
    }

    private static TicketFilter states(Status state) {
        return new TicketFilter(
                Set.of(), Set.of(state), Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(), Map.of());
    }

    private static TicketFilter people(boolean locked, long owner, long responsible) {
        return new TicketFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                locked,
                Set.of(owner),
                Set.of(responsible),
                Set.of(),
                Map.of());
    }

    private static TicketFilter customers(String code) {
        return new TicketFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of(code), Map.of());
    }

    private static TicketFilter said(String key, String words) {
        return new TicketFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(key, words));
    }

    private static OwnRule with(OwnRule rule, TicketFilter tickets, ArticleFilter articles, Options options) {
        return new OwnRule(rule.name(), rule.occasions(), tickets, articles, rule.recipients(), options, rule.texts());
    }

    private void fill(String key, String words, boolean inPortal) {
        var field = db.sql("""
                insert into field (subject, name, kind, label_it, label_en, position)
                values ('ticket', :key, 'line', :key, :key, 1)
                returning id
                """).param("key", key).query(Long.class).single();
        if (inPortal)
            db.sql("insert into field_screen values (:field, 'portal_ticket', 'shown')")
                    .param("field", field)
                    .update();
        fields.say(Subject.TICKET, library.id().value(), new FieldId(field), new Value.Words(words));
    }

    private void ofArticles(String key, String shown) {
        db.sql("""
                with fresh as (
                    insert into field (subject, name, kind, label_it, label_en, position)
                    values ('article', :key, 'line', :key, :key, 1)
                    returning id)
                insert into field_screen
                select id, screen, 'shown' from fresh, unnest(array['note', :shown]) screen
                """).param("key", key).param("shown", shown).update();
    }

    private void subscribe(Operator operator) {
        db.sql("insert into queue_subscription values (:agent, :queue) on conflict do nothing")
                .param("agent", library.cast().id(operator).value())
                .param("queue", library.cast().id(Place.IMPIANTI).value())
                .update();
    }

    private Recipients named(Operator... operators) {
        var ids = new HashMap<Long, Operator>();
        for (var operator : operators) ids.put(library.cast().id(operator).value(), operator);
        return new Recipients(Set.of(), null, Set.of(), Set.of(), ids.keySet(), List.of());
    }

    private static Recipients to(WebhookId webhook) {
        return new Recipients(Set.of(), null, Set.of(), Set.of(), Set.of(), List.of(), Set.of(webhook.value()));
    }

    private WebhookId webhook(String language, boolean valid) {
        var wanted = new WebhookProposal(
                "Turno",
                "https://hooks.valle.example/parola",
                Format.SPORTELLO,
                Language.of(language),
                "",
                valid,
                false);
        return ((Outcome.Done<WebhookId>) webhooks.add(wanted, null, Authority.HOUSE)).value();
    }

    /** What webhooks are to be told of the line. */
    private List<String> posted(HistoryId line) {
        return db.sql("""
                select d.event || '|' || d.ticket || '|' || d.subject || '|' || d.body
                  from webhook_delivery d
                  join notification n on n.delivery_id = d.id
                 where n.history_id = :line
                 order by d.id
                """).param("line", line.value()).query(String.class).list();
    }

    private static Recipients to(Audience... audiences) {
        return new Recipients(Set.of(audiences), null, Set.of(), Set.of(), Set.of(), List.of());
    }

    private static OwnRule rule(Set<Occasion> occasions, Recipients recipients) {
        return new OwnRule("Prova", occasions, TicketFilter.ALL, ArticleFilter.ALL, recipients, Options.NONE, TEXTS);
    }

    private void keep(Set<Occasion> occasions, Recipients recipients) {
        keep(rule -> rule(occasions, recipients));
    }

    /** Of an owner who hears of new priorities and of notes, as the test wants it. */
    private void keep(UnaryOperator<OwnRule> wanted) {
        var rule = wanted.apply(rule(Set.of(Occasion.PRIORITY_CHANGED, Occasion.NOTED), to(Audience.OWNER)));
        db.sql("update own_rule set name = gen_random_uuid()::text").update();
        assertThat(keeping.add(rule, true, Authority.HOUSE)).isEqualTo(Outcome.done("Prova"));
    }

    private void correct(Recipients recipients) {
        var kept = keeping.all().getLast();
        var rule = rule(kept.rule().occasions(), recipients);
        assertThat(keeping.correct(kept.id(), kept.version(), rule, true, Authority.HOUSE))
                .isEqualTo(Outcome.done("Prova"));
        assertThat(why(keeping.correct(kept.id(), kept.version(), rule, true, Authority.HOUSE)))
                .isEqualTo(new Refusal("own_rules.changed"));
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }

    private List<String> notTold(HistoryId line) {
        return new Told(ledger).notOf(line);
    }

    private static Refusal why(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var why)) return why;
        throw new AssertionError("not refused");
    }
}

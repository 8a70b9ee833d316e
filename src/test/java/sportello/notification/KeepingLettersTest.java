package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.base.Language.ENGLISH;
import static sportello.base.Language.ITALIAN;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.HistoryId;

/** Which rules tell people and in which words is the house's business; what we deliver can be had again. */
@SportelloTest
@Transactional
class KeepingLettersTest {
    private static final Map<Language, Wording> OWN = Map.of(
            ITALIAN, new Wording("Preso: {{ticket.title}}", "Se ne occupa {{owner.name}}."),
            ENGLISH, new Wording("Taken: {{ticket.title}}", "{{owner.name}} takes care of it."));

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private KeepingLetters keeping;

    @Autowired
    private Specimens specimens;

    @Test
    void the_houses_own_words_are_sent_and_the_delivered_ones_can_be_had_again() {
        var lamp = Story.ofTheStreetLamp(beans);
        done(keeping.correct("locked", 0, OWN, administrator().authority()));
        lamp.locked(MARIO);
        assertThat(newestSubject()).isEqualTo("Preso: Lampione spento");

        done(keeping.restore("locked", administrator().authority()));
        Story.ofTheStreetLamp(beans).locked(MARIO);
        assertThat(newestSubject()).startsWith("[Ticket#");
        assertThat(keeping.find("locked").orElseThrow().version()).isZero();
    }

    @Test
    void a_rule_that_is_switched_off_tells_nobody_and_a_queue_can_still_say_otherwise() {
        var lamp = Story.ofTheStreetLamp(beans);
        done(keeping.switchOn(all("locked.responsible"), administrator().authority()));
        assertThat(told(lamp.locked(MARIO))).noneMatch(line -> line.endsWith("responsible"));
        db.sql("""
                insert into notification_exception (queue_id, rule_id, told)
                select t.queue_id, r.id, true
                  from ticket t, notification_rule r
                 where t.id = :ticket and r.event = 'locked' and r.audience = 'responsible'
                """).param("ticket", lamp.id().value()).update();
        lamp.released(MARIO);
        assertThat(told(lamp.locked(MARIO))).contains("Carla Neri: responsible");
    }

    @Test
    void a_rule_can_be_for_urgent_tickets_only() {
        var rule = rule(Occasion.LOCKED, Audience.RESPONSIBLE);
        done(keeping.narrow(rule, 4, Set.of(), Set.of(), administrator().authority()));
        var lamp = Story.ofTheStreetLamp(beans);
        assertThat(told(lamp.locked(MARIO))).noneMatch(line -> line.endsWith("responsible"));

        db.sql("update ticket set priority = 4 where id = :id")
                .param("id", lamp.id().value())
                .update();
        lamp.released(MARIO);
        assertThat(told(lamp.locked(MARIO))).contains("Carla Neri: responsible");
    }

    @Test
    void a_rule_can_be_for_tickets_of_a_type_only() {
        var type = db.sql("insert into ticket_type (name, position) values (gen_random_uuid()::text, 1) returning id")
                .query(Long.class)
                .single();
        done(keeping.narrow(
                rule(Occasion.LOCKED, Audience.RESPONSIBLE),
                1,
                Set.of(type),
                Set.of(),
                administrator().authority()));
        var lamp = Story.ofTheStreetLamp(beans);
        assertThat(told(lamp.locked(MARIO))).noneMatch(line -> line.endsWith("responsible"));

        db.sql("update ticket set type_id = :type where id = :id")
                .param("type", type)
                .param("id", lamp.id().value())
                .update();
        lamp.released(MARIO);
        assertThat(told(lamp.locked(MARIO))).contains("Carla Neri: responsible");
    }

    @Test
    void a_rule_for_a_service_is_for_those_below_it_too() {
        var water = db.sql("insert into service (name) values (gen_random_uuid()::text) returning id")
                .query(Long.class)
                .single();
        var leaks = db.sql("""
                insert into service (name, parent_id)
                select name || ' › Perdite', id from service where id = :water
                returning id
                """).param("water", water).query(Long.class).single();
        done(keeping.narrow(
                rule(Occasion.LOCKED, Audience.RESPONSIBLE),
                1,
                Set.of(),
                Set.of(water),
                administrator().authority()));
        var lamp = Story.ofTheStreetLamp(beans);
        assertThat(told(lamp.locked(MARIO))).noneMatch(line -> line.endsWith("responsible"));

        db.sql("update ticket set service_id = :service where id = :id")
                .param("service", leaks)
                .param("id", lamp.id().value())
                .update();
        lamp.released(MARIO);
        assertThat(told(lamp.locked(MARIO))).contains("Carla Neri: responsible");
    }

    @Test
    void what_was_delivered_is_known_beside_what_the_house_wants() {
        done(keeping.switchOn(all("locked.responsible"), administrator().authority()));
        assertThat(keeping.rules())
                .filteredOn(rule -> rule.on() != rule.shipped())
                .extracting(KeptRule::occasion, KeptRule::audience)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Occasion.LOCKED, Audience.RESPONSIBLE));
    }

    @Test
    void a_letter_for_customers_asks_only_for_what_they_may_know() {
        var curious = Map.of(
                ITALIAN, new Wording("Preso", "Coda {{ticket.queue}}, {{fantasia}}"),
                ENGLISH, new Wording("Taken", "Queue {{ticket.queue}}, {{fantasia}}"));
        assertThat(why(keeping.correct(
                        "locked_customer", 0, curious, administrator().authority())))
                .isEqualTo(new Refusal("letters.unknown", "ticket.queue, fantasia"));
        assertThat(why(keeping.correct("locked", 0, curious, administrator().authority())))
                .isEqualTo(new Refusal("letters.unknown", "fantasia"));
    }

    @Test
    void a_letter_says_how_the_customer_s_last_words_begin_and_no_others() {
        var first = Map.of(
                ITALIAN, new Wording("Preso", "Scrive: {{customer_article.text[2]}}"),
                ENGLISH, new Wording("Taken", "Writes: {{customer_article.text[2]}}"));
        done(keeping.correct("locked", 0, first, administrator().authority()));
        var lamp = Story.ofTheStreetLamp(beans);
        lamp.noted("Nota interna.", false, MARIO);
        lamp.followedUp("uno\ndue\ntre\n\n> quattro", Caller.PAOLO);
        assertThat(new Mailbox(db)
                        .to("carla.neri@valleservizi.example", lamp.locked(MARIO))
                        .textBody())
                .startsWith("Scrive: uno\ndue\n…\n");
        var odd = Map.of(
                ITALIAN, new Wording("Preso", "{{article.text[0]}} {{ticket.number[2]}}"),
                ENGLISH, new Wording("Taken", "{{article.text}}"));
        assertThat(why(keeping.correct("locked", 1, odd, administrator().authority())))
                .isEqualTo(new Refusal("letters.lines", "article.text[0], ticket.number[2]", 200));
    }

    @Test
    void a_letter_says_what_fields_of_the_house_say_and_asks_for_none_that_is_not_there() {
        db.sql("""
                insert into field (subject, name, kind, label_it, label_en, position)
                values ('ticket', 'Pod', 'line', 'POD', 'Meter', 1)
                """).update();
        var known = Map.of(
                ITALIAN, new Wording("Preso", "POD {{field.Pod}}, {{ticket.type}}"),
                ENGLISH, new Wording("Taken", "Meter {{field.Pod}}, {{ticket.type}}"));
        done(keeping.correct("locked", 0, known, administrator().authority()));
        var odd = Map.of(
                ITALIAN, new Wording("Preso", "{{field.Fantasia}}"), ENGLISH, new Wording("Taken", "{{field.Pod}}"));
        assertThat(why(keeping.correct("locked", 1, odd, administrator().authority())))
                .isEqualTo(new Refusal("letters.unknown", "field.Fantasia"));
    }

    @Test
    void a_letter_says_something_in_each_language() {
        var half = Map.of(ITALIAN, new Wording("Preso", "Fatto."), ENGLISH, new Wording("Taken", " "));
        assertThat(why(keeping.correct("locked", 0, half, administrator().authority())))
                .isEqualTo(new Refusal("letters.empty"));
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() {
        done(keeping.correct("locked", 0, OWN, administrator().authority()));
        assertThat(why(keeping.correct("locked", 0, OWN, administrator().authority())))
                .isEqualTo(new Refusal("letters.changed"));
    }

    @Test
    void a_specimen_reads_as_its_first_reader_would_get_it() {
        var fair = Story.ofTheFair(beans);
        var letter = keeping.find("created_customer").orElseThrow();
        var english =
                specimens.look(letter, letter.texts(), ENGLISH, fair.number().value(), administrator());
        assertThat(done(english).body()).contains("Emily").doesNotContain("{{");
    }

    @Test
    void a_specimen_is_mailed_to_whoever_asks_and_to_nobody_else() {
        var fair = Story.ofTheFair(beans);
        var letters = letters();
        var letter = keeping.find("created_customer").orElseThrow();
        assertThat(done(specimens.send(letter, OWN, ITALIAN, fair.number().value(), administrator())))
                .isEqualTo("anna.riva@valleservizi.example");
        assertThat(letters()).isEqualTo(letters + 1);
        assertThat(newestSubject()).isEqualTo("Preso: A question");
        assertThat(db.sql("select to_address from letter order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("anna.riva@valleservizi.example");
    }

    @Test
    void a_ticket_that_the_administrator_cannot_read_shows_nothing() {
        var library = Story.ofTheLibrary(beans);
        var letter = keeping.find("locked").orElseThrow();
        assertThat(why(specimens.look(
                        letter, letter.texts(), ITALIAN, library.number().value(), administrator())))
                .isEqualTo(new Refusal("letters.ticket", library.number().value()));
    }

    @Test
    void the_use_case_asks_who_may() {
        var laura = Cast.onStage(db).as(LAURA).authority();
        assertThat(keeping.switchOn(Set.of(), laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct("locked", 0, OWN, laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.narrow(1, 4, Set.of(), Set.of(), laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.restore("locked", laura)).isInstanceOf(Outcome.Refused.class);
    }

    private long rule(Occasion occasion, Audience audience) {
        return keeping.rules().stream()
                .filter(rule -> rule.occasion() == occasion && rule.audience() == audience)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** All rules that are on, without this one. */
    private Set<Long> all(String but) {
        return keeping.rules().stream()
                .filter(KeptRule::on)
                .filter(rule -> !but.equals(
                        rule.occasion().key() + "." + rule.audience().key()))
                .map(KeptRule::id)
                .collect(Collectors.toSet());
    }

    private AgentViewer administrator() {
        return Cast.onStage(db).as(ANNA);
    }

    private String newestSubject() {
        return db.sql("select subject from letter order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private long letters() {
        return db.sql("select count(*) from letter").query(Long.class).single();
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(var value)) return value;
        throw new AssertionError("refused: " + ((Outcome.Refused<T>) outcome).why());
    }

    private static Refusal why(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var why)) return why;
        throw new AssertionError("not refused");
    }
}

package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.cast.Cast;
import sportello.customer.Customers;
import sportello.field.Label;
import sportello.identity.Actor;
import sportello.mail.OurCompany;
import sportello.reply.Placeholders;
import sportello.ticket.Briefings;
import sportello.ticket.KeepingLabels;
import sportello.ticket.LabelList;
import sportello.ticket.LabelSettings;
import sportello.ticket.TicketId;

/** The letters that the house is delivered with: complete in both languages, and asking only for what there is. */
@SportelloTest
@Transactional
class TemplatesTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MessageSource messages;

    @Test
    void every_rule_belongs_to_an_occasion_of_the_procedure_and_each_of_these_has_rules() {
        assertThat(db.sql("select distinct event from notification_rule")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.range(Occasion.OPENED_ASSIGNED, Occasion.UNDELIVERED).stream()
                                .map(Occasion::key)
                                .toList());
    }

    @Test
    void every_rule_has_its_letter_in_every_language() {
        for (var language : Language.values()) {
            assertThat(db.sql("""
                            select template from notification_rule
                            except
                            select name from notification_template where language = :language
                            """)
                            .param("language", language.code())
                            .query(String.class)
                            .list())
                    .as(language.code())
                    .isEmpty();
        }
    }

    @Test
    void every_letter_has_its_rule() {
        assertThat(db.sql("select name from notification_template except select template from notification_rule")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void a_letter_asks_only_for_what_its_readers_may_know() {
        var known = new ArrayList<Set<String>>(List.of(valuesForTheDesk(), valuesForTheCustomer()));
        for (var template : templates()) {
            assertThat(Placeholders.in(template.subject() + template.body()))
                    .as(template.name() + " in " + template.language())
                    .isSubsetOf(known.get(template.forCustomer() ? 1 : 0));
        }
    }

    @Test
    void a_customer_s_letter_knows_less_than_one_for_the_desk() {
        assertThat(valuesForTheDesk()).containsAll(valuesForTheCustomer());
        assertThat(valuesForTheCustomer())
                .doesNotContain("ticket.queue", "responsible.name", "actor.name", "ticket.pending_until");
    }

    @Test
    void administrators_are_offered_what_there_is() {
        assertThat(Values.FOR_THE_DESK).isEqualTo(valuesForTheDesk());
        assertThat(Values.FOR_CUSTOMERS).isEqualTo(valuesForTheCustomer());
    }

    @Test
    void the_state_is_called_as_the_house_says_and_for_customers_as_they_shall_read_it() {
        assertThat(ofTheDesk().get("ticket.state")).isEqualTo("nuovo");
        assertThat(ofTheCustomer().get("ticket.state")).isEqualTo("nuovo");
        var settings = new LabelSettings(new Label("In mano a ENEL", ""), new Label("PRESO in carico", ""), null, true);
        beans.getBean(KeepingLabels.class).correct(LabelList.STATES, 1, 0, settings, Authority.HOUSE);

        assertThat(ofTheDesk().get("ticket.state")).isEqualTo("in mano a ENEL");
        assertThat(ofTheCustomer().get("ticket.state")).isEqualTo("PRESO in carico");
    }

    @Test
    void type_and_service_have_their_names_and_a_customer_reads_no_service_that_is_not_for_customers() {
        var ticket = Story.ofTheLibrary(beans).id();
        db.sql("""
                with t as (insert into ticket_type (name) values ('Guasto') returning id),
                     s as (insert into service (name, for_customers) values ('Reti › Lettere', false) returning id)
                update ticket
                   set type_id = (select id from t), service_id = (select id from s)
                 where id = :ticket
                """).param("ticket", ticket.value()).update();
        assertThat(values(laura(), ticket))
                .containsEntry("ticket.type", "Guasto")
                .containsEntry("ticket.service", "Reti › Lettere");
        assertThat(values(giulia(), ticket)).containsEntry("ticket.service", "").doesNotContainValue("Guasto");

        db.sql("update service set for_customers = true where name = 'Reti › Lettere'")
                .update();
        assertThat(values(giulia(), ticket)).containsEntry("ticket.service", "Reti › Lettere");
    }

    @Test
    void both_languages_of_a_letter_say_the_same() {
        var byName = templates().stream()
                .collect(Collectors.groupingBy(
                        template -> template.name() + template.forCustomer(),
                        Collectors.mapping(
                                template -> Placeholders.in(template.subject() + template.body()),
                                Collectors.toSet())));
        assertThat(byName.values()).allSatisfy(variants -> assertThat(variants).hasSize(1));
    }

    private record Template(String name, String language, String subject, String body, boolean forCustomer) {}

    private List<Template> templates() {
        return db.sql("""
                select distinct t.name, t.language, t.subject, t.body, r.audience = 'customer_user' as for_customer
                  from notification_template t
                  join notification_rule r on r.template = t.name
                 order by t.name, t.language
                """).query(Template.class).list();
    }

    private Set<String> valuesForTheDesk() {
        return ofTheDesk().keySet();
    }

    private Set<String> valuesForTheCustomer() {
        return ofTheCustomer().keySet();
    }

    private Map<String, String> ofTheDesk() {
        return values(laura(), Story.ofTheLibrary(beans).id());
    }

    private Map<String, String> ofTheCustomer() {
        return values(giulia(), Story.ofTheLibrary(beans).id());
    }

    private Person laura() {
        return new Person.OfTheDesk(
                beans.getBean(Agents.class).find(Cast.onStage(db).id(LAURA)).orElseThrow());
    }

    private Person giulia() {
        return new Person.OfACustomer(
                beans.getBean(Customers.class).find(Cast.onStage(db).id(GIULIA)).orElseThrow());
    }

    private Map<String, String> values(Person reader, TicketId about) {
        var ticket = beans.getBean(Briefings.class).on(about, null);
        var people = beans.getBean(Gathering.class).around(ticket, Actor.SYSTEM, List.of());
        var matter = new Matter(
                Actor.SYSTEM, ticket, people, beans.getBean(OurCompany.class).get(), null, Said.NOTHING);
        return Values.of(reader, matter, "http://localhost", messages, reader.language());
    }
}

package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;

import java.util.ArrayList;
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
import sportello.customer.Customers;
import sportello.field.Label;
import sportello.identity.Actor;
import sportello.mail.OurCompany;
import sportello.reply.Placeholders;
import sportello.ticket.Briefings;
import sportello.ticket.KeepingLabels;
import sportello.ticket.LabelList;
import sportello.ticket.LabelSettings;

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
    void every_rule_belongs_to_a_known_occasion_and_every_occasion_has_rules() {
        assertThat(db.sql("select distinct event from notification_rule")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Occasion.values()).stream().map(Occasion::key).toList());
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
        var laura = beans.getBean(Agents.class)
                .find(Story.ofTheLibrary(beans).cast().id(LAURA))
                .orElseThrow();
        return values(new Person.OfTheDesk(laura));
    }

    private Map<String, String> ofTheCustomer() {
        var giulia = beans.getBean(Customers.class)
                .find(Story.ofTheLibrary(beans).cast().id(sportello.cast.Caller.GIULIA))
                .orElseThrow();
        return values(new Person.OfACustomer(giulia));
    }

    private Map<String, String> values(Person reader) {
        var ticket = beans.getBean(Briefings.class).on(Story.ofTheLibrary(beans).id(), null);
        var people = beans.getBean(Gathering.class).around(ticket, Actor.SYSTEM, List.of());
        var matter = new Matter(
                Actor.SYSTEM, ticket, people, beans.getBean(OurCompany.class).get(), null);
        return Values.of(reader, matter, "http://localhost", messages, reader.language());
    }
}

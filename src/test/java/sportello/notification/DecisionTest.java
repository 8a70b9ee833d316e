package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.base.Language;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.identity.Actor;
import sportello.ticket.Hand;

/** Who of the addressed is told, and why the others are not. */
class DecisionTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final Agent laura = agent(1, "Laura", "laura.bassi@valleservizi.example", true);
    private final Agent carla = agent(2, "Carla", "carla.neri@valleservizi.example", true);
    private final Agent mario = agent(3, "Mario", "mario.ferri@valleservizi.example", true);
    private final CustomerUser giulia = new CustomerUser(
            new CustomerUserId(1),
            "giulia.moretti",
            new CustomerId(1),
            "Giulia",
            "Moretti",
            "biblioteca@roccalba.example",
            "",
            Language.ITALIAN,
            ROME,
            true,
            true,
            "",
            0);

    @Test
    void everybody_addressed_is_told() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        assertThat(decide(people, Actor.SYSTEM, Audience.CUSTOMER_USER, Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Giulia told", "Laura told", "Carla told");
    }

    @Test
    void who_is_not_there_leaves_no_line() {
        var people = people(null, carla, List.of(), List.of(carla));
        assertThat(decide(people, Actor.SYSTEM, Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Carla told");
    }

    @Test
    void nobody_of_the_desk_is_told_of_an_own_action() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        assertThat(decide(people, new Actor.ByAgent(laura.id()), Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Laura ACTOR", "Carla told");
    }

    @Test
    void a_customers_own_request_is_confirmed() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        assertThat(decide(people, new Actor.ByCustomerUser(giulia.id()), Audience.CUSTOMER_USER))
                .containsExactly("Giulia told");
    }

    @Test
    void an_agent_and_a_customer_user_of_the_same_number_are_two_people() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        assertThat(decide(
                        people,
                        new Actor.ByCustomerUser(new CustomerUserId(1)),
                        Audience.OWNER,
                        Audience.CUSTOMER_USER))
                .containsExactly("Laura told", "Giulia told");
    }

    @Test
    void one_person_in_several_parts_gets_one_letter_by_the_first_rule() {
        var people = people(laura, laura, List.of(carla, laura), List.of(laura, carla));
        assertThat(decide(people, Actor.SYSTEM, Audience.OWNER, Audience.RESPONSIBLE, Audience.QUEUE_AGENTS))
                .containsExactly("Laura told", "Laura TOLD_ALREADY", "Carla told", "Laura TOLD_ALREADY");
    }

    @Test
    void who_has_left_is_not_told() {
        var gone = agent(4, "Nino", "nino@valleservizi.example", false);
        var people = people(gone, carla, List.of(), List.of(gone, carla));
        assertThat(decide(people, Actor.SYSTEM, Audience.OWNER)).containsExactly("Nino INVALID");
    }

    @Test
    void who_may_not_see_the_queue_is_not_told() {
        var people = people(laura, carla, List.of(), List.of(carla));
        assertThat(decide(people, Actor.SYSTEM, Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Laura NO_PERMISSION", "Carla told");
    }

    @Test
    void administrators_are_told_whatever_keys_they_hold() {
        var people = people(null, null, List.of(), List.of());
        assertThat(decide(people, Actor.SYSTEM, Audience.ADMINISTRATORS)).containsExactly("Mario told");
    }

    @Test
    void who_has_no_usable_address_is_not_told_and_stops_nobody_else() {
        var unreachable = agent(5, "Ugo", "ugo@valle\r\nBcc: all@servizi.example", true);
        var people = people(unreachable, carla, List.of(), List.of(unreachable, carla));
        assertThat(decide(people, Actor.SYSTEM, Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Ugo NO_ADDRESS", "Carla told");
    }

    @Test
    void a_machine_and_a_list_of_a_customer_get_no_letter_and_the_desk_does() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        for (var hand : List.of(Hand.MACHINE, Hand.LIST))
            assertThat(decide(
                            people,
                            Actor.SYSTEM,
                            new Echo(hand, false, Set.of(), false, false),
                            Audience.CUSTOMER_USER,
                            Audience.OWNER))
                    .containsExactly("Giulia MACHINE", "Laura told");
    }

    @Test
    void the_program_of_a_colleague_tells_nobody_and_a_colleague_on_a_list_does() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        assertThat(decide(people, Actor.SYSTEM, new Echo(Hand.MACHINE, true, Set.of(), false, false), Audience.OWNER))
                .containsExactly("Laura MACHINE");
        assertThat(decide(people, Actor.SYSTEM, new Echo(Hand.LIST, true, Set.of(), false, false), Audience.OWNER))
                .containsExactly("Laura told");
    }

    @Test
    void who_mails_more_than_a_person_does_gets_no_letter_for_it() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        assertThat(decide(people, Actor.SYSTEM, Echo.NONE.flooded(), Audience.CUSTOMER_USER, Audience.OWNER))
                .containsExactly("Giulia TOO_OFTEN", "Laura told");
    }

    @Test
    void who_was_not_reached_is_not_told_of_it_and_of_that_nobody() {
        var people = people(laura, carla, List.of(), List.of(laura, carla));
        var unreached = Echo.NONE.returned(Set.of(laura.email().toUpperCase(Locale.ROOT)), false);
        assertThat(decide(people, Actor.SYSTEM, unreached, Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Laura BOUNCED", "Carla told");
        assertThat(decide(
                        people, Actor.SYSTEM, Echo.NONE.returned(Set.of(), true), Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Laura BOUNCED", "Carla BOUNCED");
    }

    @Test
    void who_chose_silence_is_not_told_unless_the_office_asks_for_it() {
        var people = people(laura, carla, List.of(laura, mario), List.of(laura, carla, mario));
        var silent = Set.of(laura.id(), carla.id(), mario.id());
        assertThat(decide(
                        people,
                        Actor.SYSTEM,
                        Echo.NONE,
                        silent,
                        Audience.OWNER,
                        Audience.RESPONSIBLE,
                        Audience.QUEUE_AGENTS,
                        Audience.ADMINISTRATORS))
                .containsExactly("Laura SILENCED", "Carla told", "Laura SILENCED", "Mario SILENCED", "Mario told");
        var both = people(laura, laura, List.of(), List.of(laura));
        assertThat(decide(both, Actor.SYSTEM, Echo.NONE, silent, Audience.OWNER, Audience.RESPONSIBLE))
                .containsExactly("Laura SILENCED", "Laura told");
    }

    private People people(Agent owner, Agent responsible, List<Agent> queueAgents, List<Agent> admitted) {
        return new People(
                null,
                giulia,
                owner,
                responsible,
                queueAgents,
                List.of(mario),
                List.of(),
                List.of(),
                admitted.stream().map(Agent::id).collect(Collectors.toSet()),
                Map.of(),
                List.of(),
                Map.of(),
                false);
    }

    private static List<String> decide(People people, Actor by, Audience... audiences) {
        return decide(people, by, Echo.NONE, audiences);
    }

    private static List<String> decide(People people, Actor by, Echo echo, Audience... audiences) {
        return decide(people, by, echo, Set.of(), audiences);
    }

    private static List<String> decide(People people, Actor by, Echo echo, Set<AgentId> silent, Audience... audiences) {
        var wordings = Map.of(Language.ITALIAN, new Wording("", ""));
        var rules = Arrays.stream(audiences)
                .map(audience -> new Rule(audience.ordinal(), audience, wordings, silent))
                .toList();
        return Decision.on(rules, people, by, echo).stream()
                .map(notice -> notice.person().firstName() + " " + (notice.isTold() ? "told" : notice.whyNot()))
                .toList();
    }

    private static Agent agent(long id, String firstName, String email, boolean valid) {
        return new Agent(new AgentId(id), firstName, firstName, "", email, false, false, Language.ITALIAN, ROME, valid);
    }
}

package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static sportello.cast.Caller.GIULIA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.identity.Viewers;
import sportello.ticket.CustomerTickets;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.web.agent.RandomHouse.Clerk;

/**
 * However groups, roles and keys are dealt out, an agent finds the same tickets by every way: list, export, search,
 * suggestion, count, address, and among those whom the rules may tell. What is right, {@link RandomHouse} says in plain
 * words.
 */
@SportelloTest
@Transactional
class RandomSightTest {
    private static final int TICKETS = 12;
    private static final Pattern NUMBER = Pattern.compile("\\d{16}");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Viewers viewers;

    @Autowired
    private Agents agents;

    @Autowired
    private CustomerTickets counts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void every_way_leads_to_the_same_tickets(long seed) throws Exception {
        var cast = Cast.onStage(db);
        var house = new RandomHouse(db, seed);
        for (var number = 0; number < TICKETS; number++) house.putSomewhere(opened(cast));

        assertThat(house.clerks().stream().map(house::seenBy).distinct().count())
                .isGreaterThan(1);
        for (var clerk : house.clerks()) {
            var viewer = viewers.agent(new AgentId(clerk.id())).orElseThrow();
            var browser = LoggedIn.as(viewer, db);
            var right = house.seenBy(clerk);

            assertThat(found("/agent/tickets", browser, house)).as("list").isEqualTo(right);
            assertThat(found("/agent/tickets/export", browser, house))
                    .as("export")
                    .isEqualTo(right);
            assertThat(found("/search?q=zanzariera", browser, house))
                    .as("search")
                    .isEqualTo(right);
            assertThat(found("/search/export?q=zanzariera", browser, house))
                    .as("exported search")
                    .isEqualTo(right);
            assertThat(right).as("suggestions").containsAll(found("/search/suggestions?q=zanzariera", browser, house));
            assertThat(byAddress(browser, house)).as("address").isEqualTo(right);
            var customer = cast.as(GIULIA).customer();
            assertThat(counts.underWayOf(List.of(customer), viewer).getOrDefault(customer, 0))
                    .as("count")
                    .isEqualTo(right.size());
        }
        assertThat(told(house)).as("those whom the rules may tell").isEqualTo(house.readers());
    }

    private TicketNumber opened(Cast cast) {
        var giulia = cast.as(GIULIA);
        var outcome = opening.byPortal(
                giulia, giulia.customer(), new Title("Zanzariera rotta"), new Message("Da ieri."), Uploads.NONE);
        return ((Outcome.Done<TicketNumber>) outcome).value();
    }

    private Set<String> found(String address, RequestPostProcessor browser, RandomHouse house) throws Exception {
        var page = web.perform(get(address).with(browser))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        return NUMBER.matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(house.numbers()::contains)
                .collect(toSet());
    }

    private Set<String> byAddress(RequestPostProcessor browser, RandomHouse house) throws Exception {
        var open = new TreeSet<String>();
        for (var number : house.numbers()) {
            var status = web.perform(get("/tickets/" + number).with(browser))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).isIn(200, 404);
            if (status == 200) open.add(number);
        }
        return open;
    }

    private Map<Long, Set<Long>> told(RandomHouse house) {
        return house.groups().stream()
                .collect(toMap(
                        group -> group,
                        group -> agents.with(Permission.RO, new GroupId(group)).stream()
                                .map(agent -> agent.id().value())
                                .filter(id ->
                                        house.clerks().stream().map(Clerk::id).anyMatch(id::equals))
                                .collect(toSet())));
    }
}

package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static sportello.cast.Caller.GIULIA;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.Agents;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewers;
import sportello.stats.Aspect;
import sportello.stats.Figures;
import sportello.stats.Period;
import sportello.stats.Tally;
import sportello.ticket.CustomerTickets;
import sportello.ticket.FollowingUp;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.RequestCounts;
import sportello.ticket.Requests;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.web.agent.live.Overhearing;

/**
 * However groups, roles and keys are dealt out, an agent finds the same tickets by every way: list, export, search,
 * suggestion, count, report, address, the page of a customer, news of an open page, mail, and among those whom the rules
 * may tell; a supplier no customers but those of these tickets. However people ask for customers, they find in the
 * portal the same requests by its lists, counts and addresses. What is right, {@link Lot} says in plain words; of a lot
 * that goes wrong the smallest one is shown.
 */
@SportelloTest
class RandomSightTest {
    private static final Pattern NUMBER = Pattern.compile("\\d{16}");

    /** Of tickets that the box on top suggests. */
    private static final int MOST_SUGGESTIONS = 4;

    private final TestContextManager spring = new TestContextManager(RandomSightTest.class);
    private final Overhearing pages = new Overhearing();

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Viewers viewers;

    @Autowired
    private Agents agents;

    @Autowired
    private CustomerTickets counts;

    @Autowired
    private Requests requests;

    @Autowired
    private Figures figures;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeProperty
    void enter() throws Exception {
        spring.beforeTestClass();
        spring.prepareTestInstance(this);
    }

    @AfterProperty
    void leave() throws Exception {
        spring.afterTestClass();
    }

    @Provide
    Arbitrary<Lot> lots() {
        return Lot.any();
    }

    @Property(tries = 3, edgeCases = EdgeCasesMode.NONE)
    void every_way_leads_to_the_same_tickets(@ForAll("lots") Lot lot) {
        play(lot);
    }

    @Tag("drill")
    @Property(tries = 200)
    void so_it_is_in_many_houses(@ForAll("lots") Lot lot) {
        play(lot);
    }

    private void play(Lot lot) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            lookAround(lot);
        });
    }

    private void lookAround(Lot lot) {
        var cast = Cast.onStage(db);
        var house = new DealtHouse(db, lot);
        for (var _ : lot.tickets()) house.take(opened(cast));
        for (var number : house.numbers()) repliedTo(number, cast);
        house.handOver();

        for (var place = 0; place < lot.clerks().size(); place++) {
            var clerk = lot.clerks().get(place);
            var viewer = viewers.agent(house.id(place)).orElseThrow();
            found(viewer, house.seenBy(clerk), house);
            met(place, viewer, lot, house);
            assertThat(reported(viewer)).as("report").isEqualTo(house.reported(clerk));
            assertThat(mailed(viewer)).as("mail").isEqualTo(house.seenBy(clerk));
            assertThat(pages.groups(viewer, house.groups())).as("news").isEqualTo(house.readBy(clerk));
            assertThat(told(viewer, house))
                    .as("groups in which the rules may tell of a ticket")
                    .isEqualTo(house.readBy(clerk));
        }
        house.end();
        for (var person = 0; person < lot.people().size(); person++) asked(person, lot, house);
    }

    /** Customers and people, each with the tickets that the clerk sees of them; nobody where there is no page. */
    private void met(int place, AgentViewer viewer, Lot lot, DealtHouse house) {
        var clerk = lot.clerks().get(place);
        var browser = LoggedIn.as(viewer, db);
        var list = page("/customers?q=lotto", browser);
        for (var customer = 0; customer < Lot.CUSTOMERS; customer++) {
            var id = house.customer(customer);
            var address = "/customers/" + id.value();
            var known = lot.knowsCustomer(customer, clerk);
            var asked = house.numbers(lot.askedFor(customer, clerk));
            assertThat(list.contains("\"" + address + "\""))
                    .as("listed customer")
                    .isEqualTo(known);
            assertThat(page(address, browser).isEmpty()).as("customer").isNotEqualTo(known);
            assertThat(found(address, browser, house)).as("page of a customer").isEqualTo(asked);
            assertThat(found(address + "/export", browser, house))
                    .as("export of a customer")
                    .isEqualTo(asked);
            assertThat(counts.underWayOf(List.of(id), viewer).getOrDefault(id, 0))
                    .as("count")
                    .isEqualTo(asked.size());
        }
        for (var person = 0; person < lot.people().size(); person++)
            assertThat(page("/customers/users/" + house.person(person).value(), browser)
                            .isEmpty())
                    .as("person")
                    .isNotEqualTo(lot.knows(person, clerk));
    }

    /** What the person finds in the portal. */
    private void asked(int person, Lot lot, DealtHouse house) {
        var viewer = viewers.customerUser(house.person(person)).orElseThrow();
        var browser = LoggedIn.as(viewer, db);
        var mine = lot.mine(person);
        var ours = lot.ours(person);
        var archived = lot.ended(Lot.End.ARCHIVED);
        assertThat(found("/portal", browser, house)).as("mine").isEqualTo(house.numbers(without(archived, mine)));
        assertThat(found("/portal?scope=ours", browser, house))
                .as("ours")
                .isEqualTo(house.numbers(without(archived, ours)));
        assertThat(found("/portal?stage=archived", browser, house))
                .as("mine in the archive")
                .isEqualTo(house.numbers(both(archived, mine)));
        assertThat(found("/portal?scope=ours&stage=archived", browser, house))
                .as("ours in the archive")
                .isEqualTo(house.numbers(both(archived, ours)));
        var underWay = lot.ended(Lot.End.UNDER_WAY);
        assertThat(requests.underWay(viewer))
                .as("counts")
                .isEqualTo(new RequestCounts(
                        both(underWay, mine).size(), both(underWay, ours).size()));
        var all = new TreeSet<>(mine);
        all.addAll(ours);
        assertThat(byAddress("/portal/requests/", browser, house)).as("request").isEqualTo(house.numbers(all));
    }

    private static Set<Integer> without(Set<Integer> others, Set<Integer> places) {
        return places.stream().filter(place -> !others.contains(place)).collect(toSet());
    }

    private static Set<Integer> both(Set<Integer> others, Set<Integer> places) {
        return places.stream().filter(others::contains).collect(toSet());
    }

    private void found(AgentViewer viewer, Set<String> right, DealtHouse house) {
        var browser = LoggedIn.as(viewer, db);
        assertThat(found("/agent/tickets", browser, house)).as("list").isEqualTo(right);
        assertThat(found("/agent/tickets/export", browser, house)).as("export").isEqualTo(right);
        assertThat(found("/search?q=zanzariera", browser, house)).as("search").isEqualTo(right);
        assertThat(found("/search/export?q=zanzariera", browser, house))
                .as("exported search")
                .isEqualTo(right);
        assertThat(found("/search/suggestions?q=zanzariera", browser, house))
                .as("suggestions")
                .isSubsetOf(right)
                .hasSize(Math.min(MOST_SUGGESTIONS, right.size()));
        assertThat(byAddress("/tickets/", browser, house)).as("address").isEqualTo(right);
    }

    private TicketNumber opened(Cast cast) {
        var giulia = cast.as(GIULIA);
        var outcome = opening.byPortal(
                giulia, giulia.customer(), new Title("Zanzariera rotta"), new Message("Da ieri."), Uploads.NONE);
        return ((Outcome.Done<TicketNumber>) outcome).value();
    }

    private void repliedTo(String number, Cast cast) {
        var outcome =
                followingUp.byPortal(new TicketNumber(number), new Message("Ancora."), Uploads.NONE, cast.as(GIULIA));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Set<String> found(String address, RequestPostProcessor browser, DealtHouse house) {
        return NUMBER.matcher(page(address, browser))
                .results()
                .map(MatchResult::group)
                .filter(house.numbers()::contains)
                .collect(toSet());
    }

    private Set<String> byAddress(String address, RequestPostProcessor browser, DealtHouse house) {
        var open = new TreeSet<String>();
        for (var number : house.numbers()) if (page(address + number, browser).contains(number)) open.add(number);
        return open;
    }

    private String page(String address, RequestPostProcessor browser) {
        try {
            var answer = web.perform(get(address).with(browser)).andReturn().getResponse();
            assertThat(answer.getStatus()).isIn(200, 404);
            return answer.getStatus() == 200 ? answer.getContentAsString(UTF_8) : "";
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private Map<String, Integer> reported(AgentViewer viewer) {
        return figures.by(Aspect.QUEUE, Period.until(LocalDate.now(viewer.zone())), viewer).lines().stream()
                .filter(figure -> DealtHouse.isDealt(figure.name()))
                .collect(toMap(Tally::name, line -> line.volume().created()));
    }

    /** Of which tickets a letter was written to the viewer, who wants to hear of all. */
    private Set<String> mailed(AgentViewer viewer) {
        return db.sql("""
                        select distinct t.number
                          from notification n
                          join ticket t on t.id = n.ticket_id
                         where n.agent_id = :agent
                           and n.letter_id is not null
                        """).param("agent", viewer.id().value()).query(String.class).set().stream()
                .collect(toSet());
    }

    private Set<GroupId> told(AgentViewer viewer, DealtHouse house) {
        return house.groups().stream()
                .filter(group -> agents.with(Permission.RO, group).stream()
                        .anyMatch(agent -> agent.id().equals(viewer.id())))
                .collect(toSet());
    }
}

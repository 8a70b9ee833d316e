package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.audit.Book;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.customer.CustomerRight;
import sportello.customer.CustomerRights;
import sportello.customer.KeepingCustomerRights;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer.CustomerViewer;

/** Where administrators say which customers see requests in a reserved group. */
@SportelloTest
@Transactional
class CustomerRightDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingGroups groups;

    @Autowired
    private KeepingCustomerRights keeping;

    @Autowired
    private CustomerRights rights;

    @Autowired
    private Book book;

    private Cast cast;
    private CustomerViewer giulia;
    private GroupId group;
    private String address;

    @BeforeEach
    void a_group_is_reserved() throws Exception {
        cast = Cast.onStage(db);
        giulia = cast.as(GIULIA);
        as(post("/admin/groups").param("name", "Personale").param("reserved", "true"))
                .andExpect(status().isSeeOther());
        group = groups.all().stream()
                .filter(kept -> kept.group().name().equals("Personale") && kept.reserved())
                .findFirst()
                .orElseThrow()
                .group()
                .id();
        address = "/admin/groups/" + group.value() + "/customers";
    }

    @Test
    void a_right_is_given_changed_and_taken_away_and_the_book_tells_of_it() throws Exception {
        as(get("/admin/groups"))
                .andExpect(content().string(allOf(containsString("riservato:"), containsString(address))));
        as(get(address)).andExpect(content().string(containsString("Nessuno: i clienti non vedono")));
        give("roccalba", false, true).andExpect(status().isSeeOther());
        give(mail(), false, false).andExpect(status().isSeeOther());
        assertThat(rights.in(group))
                .extracting(CustomerRight::sign, CustomerRight::writes, CustomerRight::ours)
                .containsExactly(tuple("ROCCALBA", false, true), tuple(mail(), false, false));
        as(get(address))
                .andExpect(content()
                        .string(allOf(
                                containsString("tutte le sue persone"),
                                containsString("solo questa persona"),
                                containsString("legge (ro)"),
                                containsString("tutte quelle del cliente"))));
        give("ROCCALBA", true, true);
        assertThat(rights.in(group))
                .hasSize(2)
                .first()
                .extracting(CustomerRight::writes)
                .isEqualTo(true);
        assertThat(told("writes")).contains("false → true");

        as(post(address + "/" + rights.in(group).getFirst().id() + "/removal")).andExpect(status().isSeeOther());
        assertThat(rights.in(group)).extracting(CustomerRight::sign).containsExactly(mail());
        as(post(address + "/" + Long.MAX_VALUE + "/removal"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già tolto qualcun altro")));
    }

    @Test
    void who_is_not_known_comes_back_as_typed() throws Exception {
        give(" ", true, true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva il codice di un cliente")));
        give("nessuno@altrove.example", true, true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("non è il codice di un cliente valido"),
                                containsString("value=\"nessuno@altrove.example\""))));
        assertThat(rights.in(group)).isEmpty();
    }

    @Test
    void customers_and_people_are_suggested_while_somebody_types_and_taken_as_they_are_suggested() throws Exception {
        as(get(address)).andExpect(content().string(containsString("data-recipients-url-value=\"/names/holders\"")));
        var people = as(get("/names/holders?q=giulia"));
        people.andExpect(content().string(containsString("(" + mail() + ")")));
        var towns = as(get("/names/holders?q=roccal"));
        towns.andExpect(content().string(containsString("data-line=\"Comune di Roccalba (ROCCALBA)\"")));
        give("Comune di Roccalba (ROCCALBA)", false, true).andExpect(status().isSeeOther());
        give("Giulia (" + mail() + ")", false, false).andExpect(status().isSeeOther());
        assertThat(rights.in(group)).extracting(CustomerRight::sign).containsExactly("ROCCALBA", mail());
    }

    @Test
    void a_group_that_is_open_says_that_rights_do_not_count_there() throws Exception {
        as(post("/admin/groups/" + group.value())
                        .param("version", "0")
                        .param("name", "Personale")
                        .param("valid", "true"))
                .andExpect(status().isSeeOther());
        as(get(address)).andExpect(content().string(containsString("Il gruppo non è riservato")));
    }

    @Test
    void customers_and_people_show_in_which_reserved_groups_they_have_rights() throws Exception {
        give("ROCCALBA", true, false);
        give(mail(), false, true);
        var customer = "/customers/" + giulia.customer().value() + "/edit";
        var person = "/customers/users/" + giulia.id().value() + "/edit";
        as(get(customer))
                .andExpect(content().string(allOf(containsString(address), containsString("apre e risponde"))));
        as(get(person)).andExpect(content().string(allOf(containsString(address), containsString("legge (ro)"))));
        web.perform(get(person).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(not(containsString(address))));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var by = cast.as(LAURA).authority();
        assertThat(keeping.give(group, "ROCCALBA", true, true, by)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.take(group, 1, by)).isInstanceOf(Outcome.Refused.class);
    }

    private ResultActions give(String holder, boolean writes, boolean ours) throws Exception {
        return as(post(address)
                .param("holder", holder)
                .param("writes", "" + writes)
                .param("ours", "" + ours));
    }

    private String mail() {
        return db.sql("select email from customer_user where id = :id")
                .param("id", giulia.id().value())
                .query(String.class)
                .single();
    }

    private List<String> told(String field) {
        return book.read(new Sought(null, Topic.CUSTOMER_RIGHTS, null, null, ""), null, 20).stream()
                .flatMap(line -> line.changes().stream())
                .filter(change -> change.field().equals(field))
                .map(change -> change.old() + " → " + change.now())
                .toList();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}

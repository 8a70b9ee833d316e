package sportello.web.agent.live;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.notification.ArticleFilter;
import sportello.notification.Audience;
import sportello.notification.KeepingOwnRules;
import sportello.notification.Occasion;
import sportello.notification.Options;
import sportello.notification.OwnRule;
import sportello.notification.Recipients;
import sportello.notification.TicketFilter;
import sportello.notification.Wording;

/** The door behind which agents choose what they are told. */
@SportelloTest
@Transactional
class SilenceDoorsTest {
    private static final String MINE = "/agent/notifications/mine";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingOwnRules keeping;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
    }

    @Test
    void an_agent_is_told_everything_until_some_of_it_is_silenced() throws Exception {
        var rule = rule();
        shows(LAURA, allOf(ticked("chapter", "noted"), ticked("rule", rule), containsString("Agenda del turno")));
        web.perform(post(MINE).with(as(LAURA)).param("chapter", "moved").param("shown", rule))
                .andExpectAll(status().isSeeOther(), redirectedUrl(MINE), cookie().exists(LoggedIn.NOTICE));
        shows(LAURA, allOf(ticked("chapter", "moved"), not(ticked("chapter", "noted")), not(ticked("rule", rule))));
        shows(CARLA, allOf(ticked("chapter", "noted"), ticked("rule", rule)));
    }

    @Test
    void a_rule_that_leaves_no_choice_meanwhile_brings_the_page_back_as_it_was_chosen() throws Exception {
        web.perform(post(MINE)
                        .with(as(LAURA))
                        .param("chapter", "moved", "weather")
                        .param("shown", "999999999"))
                .andExpectAll(
                        status().isUnprocessableContent(),
                        content()
                                .string(allOf(
                                        containsString("Nel frattempo le notifiche su misura sono cambiate"),
                                        ticked("chapter", "moved"),
                                        not(ticked("chapter", "noted")))));
        shows(LAURA, ticked("chapter", "noted"));
        web.perform(post(MINE).with(as(LAURA)).param("rule", "abc")).andExpect(status().isBadRequest());
    }

    @Test
    void the_persons_menu_and_the_bell_lead_there() throws Exception {
        web.perform(get("/agent/notifications").with(as(LAURA)))
                .andExpect(content().string(containsString("href=\"" + MINE + "\"")));
    }

    private String rule() {
        keeping.add(
                new OwnRule(
                        "Agenda del turno",
                        Set.of(Occasion.PRIORITY_CHANGED),
                        TicketFilter.ALL,
                        ArticleFilter.ALL,
                        new Recipients(Set.of(Audience.OWNER), null, Set.of(), Set.of(), Set.of(), List.of()),
                        new Options(false, false, false, false, true, false),
                        Map.of(Language.ITALIAN, new Wording("Avviso", "{{ticket.title}}"))),
                true,
                Authority.HOUSE);
        return "" + keeping.all().getLast().id();
    }

    private void shows(Operator who, Matcher<String> what) throws Exception {
        web.perform(get(MINE).with(as(who)))
                .andExpectAll(status().isOk(), content().string(what));
    }

    private static Matcher<String> ticked(String name, String value) {
        return containsString("name=\"" + name + "\" value=\"" + value + "\" checked");
    }

    private RequestPostProcessor as(Operator who) {
        return LoggedIn.as(cast.as(who), db);
    }
}

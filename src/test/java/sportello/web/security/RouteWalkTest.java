package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.web.Assets;

/** Every kind of person knocks at every door, and finds what the table promises. */
@SportelloTest
@Transactional
class RouteWalkTest {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Routes table;

    @Autowired
    Accounts accounts;

    @Autowired
    Opening opening;

    @Autowired
    Assets assets;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @EnumSource
    void every_door_opens_for_those_whom_the_table_names_and_for_nobody_else(Subject subject) throws Exception {
        var stage = new Stage(db, accounts, opening, assets.address("sportello.css"));
        var browser = subject == Subject.ANONYMOUS ? csrf() : LoggedIn.as(stage.viewer(subject), db);
        var surprises = new ArrayList<String>();
        for (var route : table.all()) {
            var response = knock(route, stage, browser);
            if (Fate.of(response) != Fate.promised(route, subject))
                surprises.add("%s: promised %s, found %s %s %s"
                        .formatted(
                                route.name(),
                                Fate.promised(route, subject),
                                Fate.of(response),
                                response.getStatus(),
                                response.getRedirectedUrl()));
        }
        assertThat(surprises).isEmpty();
    }

    /** Nothing that one knock changes is there at the next. */
    private MockHttpServletResponse knock(Route route, Stage stage, RequestPostProcessor browser) {
        var undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return undone.execute(change -> {
            change.setRollbackOnly();
            try {
                if (Walk.isStream(route)) Thread.currentThread().interrupt();
                return web.perform(Walk.to(route, stage).with(browser))
                        .andReturn()
                        .getResponse();
            } catch (Exception broken) {
                throw new AssertionError(route.name(), broken);
            } finally {
                Thread.interrupted();
            }
        });
    }
}

package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.identity.Accounts;
import sportello.identity.ApiTokens;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer;
import sportello.settings.Secrets;
import sportello.ticket.Opening;
import sportello.web.Assets;
import sportello.web.Letterhead;

/** A walk past every door of the table. */
@SportelloTest
@Transactional
abstract class RouteWalk {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Routes table;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Opening opening;

    @Autowired
    Secrets secrets;

    @Autowired
    Assets assets;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Letterhead letterhead;

    /** What a walk calls the company, the next one would find on every page for a minute. */
    @AfterEach
    void forgetTheCompany() {
        letterhead.renew();
    }

    /** Every door opens if the table names this kind of person, and stays shut if not. */
    void walk(Subject subject) {
        walk(subject, table.all());
    }

    void walk(Subject subject, Collection<Route> routes) {
        var stage = stage();
        var browser = browser(subject, stage);
        var surprises = new ArrayList<String>();
        for (var route : routes) {
            var response = knock(route, stage, browser);
            if (Fate.of(response) != Fate.promised(route, subject))
                surprises.add("%s: promised %s, found %s %s %s"
                        .formatted(
                                route.name(),
                                Fate.promised(route, subject),
                                Fate.of(response),
                                response.getStatus(),
                                response.getRedirectedUrl()));
            for (var gap : Armour.gaps(response)) surprises.add(route.name() + " answers without armour: " + gap);
        }
        assertThat(surprises).isEmpty();
    }

    RequestPostProcessor browser(Subject subject, Stage stage) {
        if (subject == Subject.ANONYMOUS) return csrf();
        var viewer = stage.viewer(subject);
        return subject.isToken() ? program(viewer, subject == Subject.WRITING_TOKEN) : LoggedIn.as(viewer, db);
    }

    /** It has seen a form of ours too. */
    private RequestPostProcessor program(Viewer viewer, boolean writes) {
        if (!(tokens.make(viewer, "Programma", writes, 1) instanceof Outcome.Done(var token)))
            throw new AssertionError("No token");
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return csrf().postProcessRequest(request);
        };
    }

    Stage stage() {
        return new Stage(db, accounts, opening, secrets, assets.address("sportello.css"));
    }

    /** Nothing that one knock changes is there at the next. */
    MockHttpServletResponse knock(Route route, Stage stage, RequestPostProcessor browser) {
        return undone(() -> perform(route, stage, browser));
    }

    <T> T undone(Supplier<T> work) {
        var undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return Objects.requireNonNull(undone.execute(change -> {
            change.setRollbackOnly();
            return work.get();
        }));
    }

    MockHttpServletResponse perform(Route route, Stage stage, RequestPostProcessor browser) {
        return perform(route, Walk.to(route, stage), browser);
    }

    MockHttpServletResponse perform(Route route, MockHttpServletRequestBuilder request, RequestPostProcessor browser) {
        try {
            if (Walk.isStream(route)) Thread.currentThread().interrupt();
            return web.perform(request.with(browser)).andReturn().getResponse();
        } catch (Exception broken) {
            throw new AssertionError(route.name(), broken);
        } finally {
            Thread.interrupted();
        }
    }
}

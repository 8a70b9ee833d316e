package sportello.web.login;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.identity.LoggedIn.COOKIE;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;
import sportello.settings.Secrets;

/** What the ways in by a provider have in common, whichever way it speaks: Laura and Giulia, who leave for it and come back. */
@SportelloTest
@Transactional
abstract class ProviderDoors {
    @Autowired
    MockMvc web;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    Secrets secrets;

    private final String door;
    private final String left;
    Cast cast;
    private RequestPostProcessor anna;

    /** @param way how the provider speaks, as addresses and cookies call it */
    ProviderDoors(String way) {
        door = "/login/" + way;
        left = "sportello-8080-" + way;
    }

    @BeforeEach
    void people_come() {
        cast = Cast.onStage(db);
        accounts.open(cast.id(LAURA), "vento caldo sul molo");
        accounts.open(cast.id(GIULIA), "vento caldo sul molo");
        anna = LoggedIn.as(cast.as(ANNA), db);
    }

    String emailOf(Caller caller) {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(caller).value())
                .query(String.class)
                .single();
    }

    /** On the way to the provider of customer users. */
    ResultActions arriving() throws Exception {
        return web.perform(get(door + "?audience=portal")).andExpect(status().isSeeOther());
    }

    /** On the way to the provider of agents. */
    ResultActions departed(String target) throws Exception {
        return web.perform(get(door).param("target", target)).andExpect(status().isSeeOther());
    }

    static ResultActions refused(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk())
                .andExpect(cookie().doesNotExist(COOKIE))
                .andExpect(content().string(containsString("Il provider non la conosce")));
    }

    static URI address(ResultActions left) {
        return URI.create(left.andReturn().getResponse().getHeader("Location"));
    }

    /** What the browser keeps that is away. */
    Cookie cookieOf(ResultActions away) {
        return away.andReturn().getResponse().getCookie(left);
    }

    String leftCookie() {
        return left;
    }

    /** As the administrator. */
    ResultActions as(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(anna));
    }
}

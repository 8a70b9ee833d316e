package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

@SportelloTest
@Transactional
class OwnSessionDoorsTest {
    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Test
    void people_see_their_own_sessions_and_end_them_but_nobody_elses() throws Exception {
        var cast = Cast.onStage(db);
        db.sql("delete from login_session").update();
        var laura = LoggedIn.as(cast.as(LAURA), db);
        var lauras = newest();
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        web.perform(get("/account/sessions").with(giulia))
                .andExpect(content().string(allOf(containsString("192.0.2.1"), not(containsString("/end\"")))));

        var phone = LoggedIn.as(cast.as(GIULIA), db);
        var tablet = LoggedIn.as(cast.as(GIULIA), db);
        var last = newest();
        web.perform(get("/account/sessions").with(giulia))
                .andExpect(content().string(containsString("/account/sessions/" + last + "/end")));
        web.perform(post("/account/sessions/" + last + "/end").with(giulia)).andExpect(status().isSeeOther());
        web.perform(get("/portal").with(tablet)).andExpect(status().isFound());
        web.perform(get("/portal").with(phone)).andExpect(status().isOk());

        web.perform(post("/account/sessions/" + lauras + "/end").with(giulia));
        web.perform(post("/account/sessions/end").with(giulia)).andExpect(redirectedUrl("/account/sessions"));
        web.perform(get("/portal").with(phone)).andExpect(status().isFound());
        web.perform(get("/portal").with(giulia)).andExpect(status().isOk());
        web.perform(get("/agent").with(laura)).andExpect(status().isOk());
        assertThat(db.sql("select count(*) from login_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private long newest() {
        return db.sql("select max(id) from login_session").query(Long.class).single();
    }
}

package sportello.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of people who have logged in: with their session, and with the token that forms carry. */
public final class LoggedIn {
    public static final String COOKIE = "sportello-8080-session";
    /** In which the next page finds what it is to say. */
    public static final String NOTICE = "sportello-8080-notice";

    private LoggedIn() {}

    /** The viewer's browser; an account is opened if there is none, with a password that nobody knows. */
    public static RequestPostProcessor as(Viewer viewer, JdbcClient db) {
        var session = session(viewer, db);
        return request -> {
            request.setCookies(new Cookie(COOKIE, session.text()));
            return csrf().postProcessRequest(request);
        };
    }

    /** What the viewer's browser keeps of the session, for requests over the wire. */
    public static String cookie(Viewer viewer, JdbcClient db) {
        return COOKIE + "=" + session(viewer, db).text();
    }

    /** A fresh link to a new password, as the letter would bring it. */
    public static String resetToken(Viewer viewer, JdbcClient db) {
        var token = Secret.fresh();
        var now = Instant.now();
        new ResetSql(db).insert(token.hash(), account(viewer, db), now, now.plus(Duration.ofHours(1)));
        return token.text();
    }

    /** The browser of somebody who has given the right password and no more. */
    public static Cookie half(Viewer viewer, JdbcClient db) {
        var token = Secret.fresh();
        var soon = Instant.now().plus(Duration.ofMinutes(5));
        new HalfEntrySql(db).insert(token.hash(), account(viewer, db), Instant.now(), soon);
        return new Cookie("sportello-8080-entry", token.text());
    }

    static Secret session(Viewer viewer, JdbcClient db) {
        var token = Secret.fresh();
        var now = Instant.now();
        new SessionSql(db).insert(token.hash(), account(viewer, db), now, now, new Visitor("192.0.2.1", "Test"));
        return token;
    }

    static AccountId account(Viewer viewer, JdbcClient db) {
        var agent = viewer instanceof Viewer.AgentViewer known ? known.id().value() : null;
        var customerUser =
                viewer instanceof Viewer.CustomerViewer known ? known.id().value() : null;
        db.sql("""
                insert into account (agent_id, customer_user_id, password_hash, changed_at)
                values (:agent, :customerUser, '', :now)
                on conflict do nothing
                """)
                .param("agent", agent)
                .param("customerUser", customerUser)
                .param("now", Timestamp.from(Instant.now()))
                .update();
        return db.sql("select id from account where agent_id = :agent or customer_user_id = :customerUser")
                .param("agent", agent)
                .param("customerUser", customerUser)
                .query((row, number) -> new AccountId(row.getLong("id")))
                .single();
    }

    /** What is said on the page to which an answer leads: the key of its words, and what stands in them. */
    public static String notice(ResultActions answer) {
        var cookie = Objects.requireNonNull(answer.andReturn().getResponse().getCookie(NOTICE));
        return new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
    }
}

package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import sportello.identity.LoggedIn;

/**
 * Passwords, keys and tokens that people type or get: told to nobody afterwards, neither by a page, a file or the interface
 * for programs nor in a line of a log, however talkative it is made (X44). Of a link a log that is made to tell of every
 * address tells too; no page does.
 */
class SecretsWalkTest extends RouteWalk {
    private static final String CANARY = "canarino";
    private static final Pattern TOKEN = Pattern.compile("spt_[A-Za-z0-9_-]{43}");

    /** Hears who says what is secret, in place of whoever writes the log. */
    private static final class Ear extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Level before = root.getLevel();
        private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
        private final Set<String> secrets;
        private final Set<String> heard = new ConcurrentSkipListSet<>();
        private final LongAdder lines = new LongAdder();

        Ear(Set<String> secrets) {
            this.secrets = secrets;
            setContext(root.getLoggerContext());
            root.iteratorForAppenders().forEachRemaining(others::add);
            others.forEach(root::detachAppender);
            root.addAppender(this);
            root.setLevel(Level.TRACE);
            start();
        }

        @Override
        protected void append(ILoggingEvent said) {
            lines.increment();
            var words = said.getFormattedMessage();
            if (words == null) return;
            for (var secret : secrets)
                if (words.contains(secret)) heard.add(said.getLoggerName() + " tells " + secret + ": " + words);
        }

        @Override
        public void close() {
            root.setLevel(before);
            root.detachAppender(this);
            others.forEach(root::addAppender);
        }
    }

    @Test
    void what_is_secret_is_told_to_nobody() throws Exception {
        var stage = stage();
        var anna = stage.viewer(Subject.ADMINISTRATOR);
        var browser = LoggedIn.as(anna, db);
        var link = stage.resetToken();
        var secrets = new ConcurrentSkipListSet<>(Set.of(CANARY));
        try (var ear = new Ear(secrets)) {
            for (var change : changes(stage, link)) send(change, browser);
            send(newPassword(), LoggedIn.as(stage.viewer(Subject.QUALITY), db));
            var token = token(browser);
            secrets.add(token);
            web.perform(get("/api/me").header("Authorization", "Bearer " + token));
            assertThat(ear.lines.sum()).as("the log is talkative").isGreaterThan(1_000);
            assertThat(ear.heard).isEmpty();
        }
        secrets.add(link);
        var telltales = new ArrayList<String>();
        for (var route : table.all()) {
            if (!route.name().startsWith("GET ") || Walk.isStream(route)) continue;
            var said = perform(route, stage, browser).getContentAsString();
            if (secrets.stream().anyMatch(said::contains)) telltales.add(route.name());
        }
        assertThat(telltales).isEmpty();
    }

    /** The directory comes last: it does not answer, and would be asked for whoever logs in. */
    private List<MockHttpServletRequestBuilder> changes(Stage stage, String link) {
        return List.of(
                Walk.to(route("POST /admin/relay"), stage)
                        .param("user", "posta")
                        .param("secret", CANARY + "-relay"),
                post("/admin/mailboxes")
                        .param("name", "Canarini")
                        .param("host", "127.0.0.1")
                        .param("port", "1")
                        .param("security", "NONE")
                        .param("user", "canarini")
                        .param("secret", CANARY + "-mailbox"),
                Walk.to(route("POST /admin/oidc"), stage).param("secret", CANARY + "-oidc"),
                post("/login").param("username", Stage.CLERK).param("password", CANARY + " che non va"),
                post("/login").param("username", "nessuno").param("password", CANARY + " di nessuno"),
                post("/reset/" + link).param("password", CANARY + " di Laura").param("repeated", CANARY + " di Laura"),
                Walk.to(route("POST /admin/ldap"), stage)
                        .param("bindDn", "cn=sportello,dc=valle,dc=example")
                        .param("secret", CANARY + "-ldap"));
    }

    private static MockHttpServletRequestBuilder newPassword() {
        return post("/account/password")
                .param("oldPassword", Stage.PASSWORD)
                .param("password", CANARY + " sul molo")
                .param("repeated", CANARY + " sul molo");
    }

    /** Shown this once. */
    private String token(RequestPostProcessor browser) throws Exception {
        var page = web.perform(post("/account/tokens")
                        .with(browser)
                        .param("name", "Cruscotto")
                        .param("days", "30")
                        .param("writes", "false"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private Route route(String name) {
        return table.all().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void send(MockHttpServletRequestBuilder change, RequestPostProcessor browser) throws Exception {
        var answer = web.perform(change.with(browser)).andReturn().getResponse();
        assertThat(answer.getContentAsString()).doesNotContain(CANARY);
        assertThat(answer.getStatus()).isLessThan(500);
    }
}

package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.identity.LoggedIn;

/**
 * Every kind of person knocks at every door, and finds what the table promises; agents with a single permission do so in
 * {@link KeyWalkTest}, at the same time.
 */
class RouteWalkTest extends RouteWalk {

    @Autowired
    MessageSource messages;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = KeyWalkTest.ONE_KEY)
    void every_door_opens_for_those_whom_the_table_names_and_for_nobody_else(Subject subject) {
        walk(subject, subject == Subject.AUDITOR ? ofTheHouse() : table.all());
    }

    /** The other doors are as for whoever has any role that only reads. */
    private List<Route> ofTheHouse() {
        return table.all().stream()
                .filter(route -> route.audience().compareTo(Audience.AUDITOR) >= 0)
                .toList();
    }

    /**
     * What tries something out, what asks for a consent that is yet to be given, what withdraws one that is not there, and
     * what fetches a mail that is here or looks for others.
     */
    private static final Set<String> CHANGE_NOTHING = Set.of(
            "POST /admin/relay/trial",
            "POST /admin/ldap/trial",
            "POST /admin/mail/trial",
            "POST /admin/routing/trial",
            "POST /admin/imports/preview",
            "POST /admin/configuration/preview",
            "POST /admin/configuration/versions/{id}/comparison",
            "POST /admin/letters/{name}/preview",
            "POST /admin/start/{step}/dismissal",
            "POST /admin/letters/{name}/trial",
            "POST /admin/limits/trial",
            "POST /admin/mailed-reports/{id}/trial",
            "POST /admin/own-rules/preview",
            "POST /admin/own-rules/trial",
            "POST /admin/webhooks/trial",
            "POST /admin/templates/preview",
            "POST /admin/answers/{kind}/preview",
            "POST /admin/mailboxes/trial",
            "POST /admin/mailboxes/{id}/fetching",
            "POST /admin/quarantine/{id}/fetching",
            "POST /admin/mailboxes/{id}/consent",
            "POST /admin/mailboxes/{id}/consent/withdraw");

    @Test
    void whatever_administrators_change_stands_in_the_book_in_words() {
        var stage = stage();
        var browser = LoggedIn.as(stage.viewer(Subject.ADMINISTRATOR), db);
        var unwritten = new ArrayList<String>();
        for (var route : table.all()) {
            if (route.audience() != Audience.ADMINISTRATOR || !route.name().startsWith("POST ")) continue;
            if (CHANGE_NOTHING.contains(route.name())) continue;
            var before = lines();
            var change = new TransactionTemplate(transactions);
            change.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            change.executeWithoutResult(status -> {
                status.setRollbackOnly();
                perform(route, stage, browser);
                if (lines() == before) unwritten.add(route.name());
                else unwritten.addAll(unspoken());
            });
        }
        assertThat(unwritten).isEmpty();
    }

    /** Whatever the change, and though the browser is an administrator's. */
    @Test
    void no_change_passes_without_the_token_of_its_own_browser_or_from_another_site() throws Exception {
        var stage = stage();
        var browser = LoggedIn.as(stage.viewer(Subject.ADMINISTRATOR), db);
        RequestPostProcessor tokenless = request -> {
            browser.postProcessRequest(request);
            request.removeParameter("_csrf");
            return request;
        };
        RequestPostProcessor foreign =
                request -> csrf().useInvalidToken().postProcessRequest(tokenless.postProcessRequest(request));
        var passed = new ArrayList<String>();
        for (var route : table.all()) {
            if (route.name().startsWith("GET ") || route.foreign()) continue;
            for (var knock : List.of(
                    tokenless,
                    foreign,
                    from(browser, "Sec-Fetch-Site", "cross-site"),
                    from(browser, "Origin", "https://evil.example"))) {
                var response = knock(route, stage, knock);
                if (response.getStatus() != 403) passed.add(route.name() + " " + response.getStatus());
            }
        }
        assertThat(passed).isEmpty();
        web.perform(post("/logout").with(browser)).andExpect(redirectedUrl("/login?out=true"));
    }

    private static RequestPostProcessor from(RequestPostProcessor browser, String header, String site) {
        return request -> {
            browser.postProcessRequest(request);
            request.addHeader(header, site);
            return request;
        };
    }

    private long lines() {
        return db.sql("select count(*) from audit_line").query(Long.class).single();
    }

    /** Fields of which the page would have no word. */
    private List<String> unspoken() {
        return db.sql("""
                        select split_part(c ->> 'field', ': ', 1) as field
                          from audit_line, json_array_elements(changes) c
                        """).query(String.class).list().stream()
                .filter(field -> messages.getMessage("book.field." + field, null, null, Locale.ITALIAN) == null)
                .toList();
    }
}

package sportello.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import sportello.identity.LoggedIn;

/**
 * A canary sits in every text of the database that is not the customers': none of them is heard behind a door that admits
 * a customer, and behind those of the desk they sing. A new column of text either sings there at once, or stands with its
 * reason in {@code canaries.txt}. So does each text within JSON, and the content of a file. One is also heard in no mail
 * that the desk's work brings to a customer; streams are closed to them.
 */
class CanaryWalkTest extends RouteWalk {
    private static final Set<String> AT_THE_END =
            Set.of("GET /tickets/{number}", "GET /portal", "GET /portal/requests/{number}");

    private static final Set<String> TOLD = Set.of(
            "POST /tickets/{number}/notes",
            "POST /tickets/{number}/mails",
            "POST /tickets/{number}/answers",
            "POST /tickets/{number}/release",
            "POST /tickets/{number}/pending",
            "POST /tickets/{number}/owner",
            "POST /tickets/{number}/move",
            "POST /tickets/{number}/closure",
            "POST /tickets/{number}/customer");

    private static final Set<String> LIVELY = Set.of(
            "POST /searches",
            "POST /agent/bulks",
            "POST /agent/bulks/drafts",
            "POST /agent/tickets/layout",
            "POST /tickets/new/drafts",
            "POST /tickets/{number}/lock",
            "POST /tickets/{number}/notes",
            "POST /tickets/{number}/calls",
            "POST /tickets/{number}/mails",
            "POST /tickets/{number}/answers",
            "POST /tickets/{number}/forwards",
            "POST /tickets/{number}/priority",
            "POST /tickets/{number}/responsible",
            "POST /tickets/{number}/links",
            "POST /tickets/{number}/articles/{no}/mark",
            "POST /tickets/{number}/drafts");

    private Canaries canaries;

    @BeforeEach
    void canaries() throws IOException {
        canaries = new Canaries(db, transactions);
    }

    @Test
    void what_the_desk_keeps_to_itself_reaches_no_customer() {
        var stage = stage();
        var customer = LoggedIn.as(stage.viewer(Subject.THE_CUSTOMER_USER), db);
        var clerk = LoggedIn.as(stage.viewer(Subject.AGENT_RW), db);
        var administrator = LoggedIn.as(stage.viewer(Subject.ADMINISTRATOR), db);
        var pages = pages(stage);
        fill(stage);
        work(stage, clerk);
        var acts = acts(stage);
        canaries.plant(stage.ticket());
        pages.addAll(filePages(stage));

        var heard = heard(pages, customer);
        var read = heard(pages, clerk);
        read.putAll(heard(pages, administrator));
        heard.putAll(heardInMails(acts, clerk));
        close(stage);
        pages.removeIf(page -> !AT_THE_END.contains(page.name()));
        heard.putAll(heard(pages, customer));
        read.putAll(heard(pages, clerk));

        assertThat(heard)
                .allSatisfy((column, door) -> assertThat(canaries.isOpen(column))
                        .as("%s is heard at %s", column, door)
                        .isTrue());
        assertThat(canaries.planted().stream().filter(column -> !read.containsKey(column) && !canaries.isNamed(column)))
                .as("neither read by the desk nor named with a reason in canaries.txt")
                .isEmpty();
        assertThat(canaries.planted().stream().filter(read::containsKey).count())
                .isGreaterThan(60);
        assertThat(read).as("the desk reads its own files").containsKey(Canaries.FILE);
    }

    @Test
    void every_reason_is_of_a_text_that_is_there() {
        assertThat(canaries.namedInVain()).isEmpty();
    }

    /** @param stream whether it goes on until the reader leaves */
    private record Page(String name, boolean stream, MockHttpServletRequestBuilder request) {}

    private List<Page> pages(Stage stage) {
        return table.all().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .map(route -> new Page(route.name(), Walk.isStream(route), Walk.to(route, stage)))
                .collect(toCollection(ArrayList::new));
    }

    /** Where what is in the file of an internal note would be handed out. */
    private List<Page> filePages(Stage stage) {
        var article = number("select a.id" + Canaries.OF_THE_NOTE, stage);
        var file = "/articles/" + article + "/attachments/1";
        var portal = "/portal/requests/" + stage.number() + "/attachments/"
                + number("select f.id" + Canaries.OF_THE_NOTE, stage);
        return Stream.of(file, file + "/view", file + "/preview", portal)
                .map(address -> new Page("GET " + address, false, get(address)))
                .toList();
    }

    private long number(String query, Stage stage) {
        return db.sql(query).param("ticket", stage.ticket()).query(Long.class).single();
    }

    /** What a desk has, and the pages did not ask for. */
    private void fill(Stage stage) {
        run("""
                with note as (
                    insert into article (ticket_id, no, sender, channel, visible, agent_id, sender_name, subject,
                                         text_body, html_body, created_at)
                    select ticket_id, no + 90, 'agent', 'note', false, :agent, 'Laura', 'Nota', 'Interno',
                           '<p>Interno</p>', created_at
                      from article
                     where ticket_id = :ticket and no = 1
                    returning id)
                insert into attachment (article_id, position, name, media_type, size, hash)
                select note.id, 1, 'perizia.txt', f.media_type, f.size, f.hash
                  from note, attachment f
                  join article a on a.id = f.article_id
                 where a.ticket_id = :ticket
                """, stage);
        run("""
                insert into ticket_field (ticket_id, field_id, text)
                select :ticket, id, 'IT001' from field where name = 'Pod' and :agent > 0
                """, stage);
        run("""
                insert into article_field (article_id, field_id, text)
                select a.id, f.id, 'P-1'
                  from article a, field f
                 where a.ticket_id = :ticket and f.name = 'Pratica' and :agent > 0
                """, stage);
        run("""
                with type as (insert into ticket_type (name, position) values ('Sinistro', 90) returning id),
                     service as (insert into service (name, note) values ('Caldaie', 'Fuori garanzia') returning id)
                update ticket t
                   set owner_id = :agent, responsible_id = :agent, type_id = type.id, service_id = service.id
                  from type, service
                 where t.id = :ticket
                """, stage);
    }

    /** What leaves a line in the history, a letter or a draft. */
    private void work(Stage stage, RequestPostProcessor clerk) {
        for (var route : table.all()) if (LIVELY.contains(route.name())) perform(route, stage, clerk);
    }

    /** Of which customers are told, or could be. */
    private List<Page> acts(Stage stage) {
        return table.all().stream()
                .filter(route -> TOLD.contains(route.name()))
                .map(route -> new Page(route.name(), false, Walk.to(route, stage)))
                .toList();
    }

    /** What customers are written while the desk works, each time as if nothing else had been done. */
    private Map<String, String> heardInMails(List<Page> acts, RequestPostProcessor clerk) {
        var heard = new TreeMap<String, String>();
        var quiet = new ArrayList<String>();
        for (var act : acts)
            canaries.nested().executeWithoutResult(status -> {
                status.setRollbackOnly();
                var before =
                        db.sql("select max(id) from letter").query(Long.class).single();
                answer(act, clerk);
                var written = written(before);
                if (written.isEmpty()) quiet.add(act.name());
                canaries.songs(String.join("\n", written))
                        .forEach(column -> heard.putIfAbsent(column, "a mail: " + act.name()));
            });
        assertThat(quiet).as("acts that write nothing to anybody").hasSizeLessThan(acts.size() / 2);
        return heard;
    }

    private List<String> written(long before) {
        return db.sql("""
                        select l.subject || l.text_body || l.html_body || coalesce(l.addressees::text, '')
                          from letter l
                         where l.id > :before
                           and (exists (select 1
                                          from notification n
                                         where n.letter_id = l.id and n.customer_user_id is not null)
                                or exists (select 1
                                             from article_recipient r
                                             join article a on a.id = r.article_id
                                            where r.letter_id = l.id and a.visible))
                        """).param("before", before).query(String.class).list();
    }

    /** Without success, with a cause that is nobody's but the desk's. */
    private void close(Stage stage) {
        stage.closed();
        db.sql("""
                insert into ascertainment (ticket_id, closed_at, cause_id, text, corrective_action, agent_id, at)
                select id, closed_at, (select min(id) from failure_cause), :text, :action, owner_id, closed_at
                  from ticket
                 where id = :ticket
                """)
                .param("text", canaries.song("ascertainment.text"))
                .param("action", canaries.song("ascertainment.corrective_action"))
                .param("ticket", stage.ticket())
                .update();
    }

    private void run(String statement, Stage stage) {
        db.sql(statement)
                .param("ticket", stage.ticket())
                .param("agent", stage.able())
                .update();
    }

    /** Every column that sings, with a door behind which it does. */
    private Map<String, String> heard(List<Page> pages, RequestPostProcessor browser) {
        var heard = new TreeMap<String, String>();
        for (var page : pages) {
            var response = answer(page, browser);
            assertThat(response.getStatus()).as(page.name()).isLessThan(500);
            canaries.songs(text(response)).forEach(column -> heard.putIfAbsent(column, page.name()));
        }
        return heard;
    }

    private MockHttpServletResponse answer(Page page, RequestPostProcessor browser) {
        try {
            if (page.stream()) Thread.currentThread().interrupt();
            return web.perform(page.request().with(browser)).andReturn().getResponse();
        } catch (Exception broken) {
            throw new AssertionError(page.name(), broken);
        } finally {
            Thread.interrupted();
        }
    }

    private static String text(MockHttpServletResponse response) {
        try {
            if (!response.getContentAsString(ISO_8859_1).startsWith("%PDF")) return response.getContentAsString();
            try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
                return new PDFTextStripper().getText(pdf);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package sportello.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.bench.MeasuredPage.Visitor;

/** The pages to measure, with addresses of what is there. */
final class PagesSql {
    private static final int DIFFERENT = 500;

    private final JdbcClient db;

    PagesSql(JdbcClient db) {
        this.db = db;
    }

    List<MeasuredPage> pages() {
        return List.of(
                new MeasuredPage("login", Visitor.STRANGER, List.of("/login")),
                new MeasuredPage("dashboard, all queues", Visitor.ADMINISTRATOR, List.of("/agent")),
                new MeasuredPage("dashboard, three queues", Visitor.ORDINARY_AGENT, List.of("/agent")),
                new MeasuredPage("queue, open tickets", Visitor.ADMINISTRATOR, queues("/agent/tickets?queue=%d")),
                new MeasuredPage(
                        "queue, closed tickets", Visitor.ADMINISTRATOR, queues("/agent/tickets?queue=%d&state=closed")),
                new MeasuredPage("all open tickets", Visitor.ADMINISTRATOR, List.of("/agent/tickets")),
                new MeasuredPage(
                        "open tickets by priority", Visitor.ADMINISTRATOR, List.of("/agent/tickets?sort=priority")),
                new MeasuredPage(
                        "closed tickets by change",
                        Visitor.ADMINISTRATOR,
                        List.of("/agent/tickets?state=closed&sort=changed")),
                new MeasuredPage("ticket", Visitor.ADMINISTRATOR, tickets()),
                new MeasuredPage(
                        "search, a rare word",
                        Visitor.ADMINISTRATOR,
                        List.of("/search?q=" + ItalianText.RARE_WORD, "/search?q=-caldaia+zanzarier*")),
                new MeasuredPage(
                        "search, frequent words",
                        Visitor.ADMINISTRATOR,
                        List.of("/search?q=lampioni", "/search?q=biblioteca+riscaldamento&state=active")),
                new MeasuredPage(
                        "suggestions",
                        Visitor.ADMINISTRATOR,
                        List.of("/search/suggestions?q=lampi", "/search/suggestions?q=biblioteca+s")),
                new MeasuredPage("portal list", Visitor.CUSTOMER_USER, List.of("/portal?scope=ours")),
                new MeasuredPage("portal request", Visitor.CUSTOMER_USER, requests()));
    }

    private static List<String> queues(String path) {
        return IntStream.range(0, People.QUEUES.size())
                .mapToObj(queue -> path.formatted(People.FIRST + queue))
                .toList();
    }

    /** From the oldest to the newest. */
    private List<String> tickets() {
        return db.sql("""
                select '/tickets/' || number
                  from ticket
                 where id % greatest(1, (select count(*) from ticket) / :many) = 0
                 order by id
                """).param("many", DIFFERENT).query(String.class).list();
    }

    private List<String> requests() {
        return db.sql("""
                select '/portal/requests/' || t.number
                  from ticket t
                  join customer_user u on u.id = t.customer_user_id and u.login = :login
                 order by t.id
                 limit :many
                """)
                .param("login", People.CUSTOMER_USER)
                .param("many", DIFFERENT)
                .query(String.class)
                .list();
    }
}

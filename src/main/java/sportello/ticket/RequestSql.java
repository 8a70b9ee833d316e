package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.CustomerViewer;

/** Reads requests for customers. What is internal is not selected, so that nothing above can show it. */
@Component
class RequestSql {
    private static final String LINE = """
            select t.number, t.title, t.state_id, t.own_state_id, t.created_at,
                   case when t.state_type in ('closed', 'merged') then coalesce(t.closed_at, t.changed_at) end as closed_at,
                   case when t.state_type = 'open' then t.locked_at end as in_hand_since,
                   owner.first_name || ' ' || owner.last_name as in_hand_of,
                   coalesce(asking.first_name || ' ' || asking.last_name, '') as asked_by,
                   coalesce(customer.name, '') as customer,
                   coalesce(last_word.at, t.created_at) as last_word_at,
                   coalesce(last_word.sender = 'agent', false) as last_word_is_ours
            """;
    private static final String COMPANY = """
              left join agent owner on owner.id = t.owner_id and t.locked_at is not null
              left join customer_user asking on asking.id = t.customer_user_id
              left join customer on customer.id = t.customer_id
              left join lateral (select a.created_at as at, a.sender
                                   from article a
                                  where a.ticket_id = t.id and a.visible and a.event is null
                                  order by a.no desc
                                  limit 1) last_word on true
            """;

    private final JdbcClient db;

    RequestSql(JdbcClient db) {
        this.db = db;
    }

    RequestCounts underWay(CustomerViewer viewer) {
        var stage = RequestStage.UNDER_WAY;
        var sight = Sight.of(viewer);
        return db.sql("""
                select (select count(*)
                          from ticket t
                         where t.customer_user_id = :sightUser
                           and %1$s
                           and %2$s) as mine,
                       (select count(*)
                          from ticket t
                         where t.customer_id = any(:sightCustomers)
                           and %1$s
                           and %2$s) as ours
                """.formatted(stage.condition(), sight.condition()))
                .params(sight.parameters())
                .query(RequestCounts.class)
                .single();
    }

    /**
     * At most so many, from the place on. Each organisation's latest come from their index and are then merged, so that
     * one with many closed requests costs no more than one with few.
     */
    List<RequestLine> list(
            CustomerViewer viewer, RequestScope scope, RequestStage stage, @Nullable RequestPlace after, int most) {
        var sight = Sight.of(viewer);
        var query = """
                %s
                  from unnest(:ids) as whose (id)
                 cross join lateral (select t.*
                                       from ticket t
                                      where t.%s = whose.id
                                        and %s
                                        and %s
                                        and %s
                                      order by %s desc, t.number desc
                                      limit :most) t
                %s
                 order by %s desc, t.number desc
                 limit :most
                """.formatted(
                        LINE,
                        scope.column(),
                        stage.condition(),
                        sight.condition(),
                        after == null ? "true" : "(" + stage.order() + ", t.number) < (:at, :number)",
                        stage.order(),
                        COMPANY,
                        stage.order());
        var statement = db.sql(query)
                .param("ids", scope.ids(viewer))
                .param("most", most)
                .params(sight.parameters());
        if (after != null) {
            statement = statement
                    .param("at", Timestamp.from(after.at()))
                    .param("number", after.number().value());
        }
        return statement.query(RequestSql::line).list();
    }

    Optional<RequestLine> find(TicketNumber number, Sight sight) {
        return db.sql("""
                %s
                  from ticket t
                %s
                 where t.number = :number
                   and %s
                """.formatted(LINE, COMPANY, sight.condition()))
                .param("number", number.value())
                .params(sight.parameters())
                .query(RequestSql::line)
                .optional();
    }

    /** What is said of the ticket that customers may know. */
    Said said(TicketNumber number, Sight sight, Sight writing) {
        return db.sql("""
                select (select t.id where exists (select 1 from ticket_field v where v.ticket_id = t.id)) as filled,
                       coalesce(s.name, '') as service,
                       array(select a.id
                               from article a
                              where a.ticket_id = t.id
                                and a.visible
                                and exists (select 1 from article_field v where v.article_id = a.id)) as filled_articles,
                       %s as takes_words
                  from ticket t
                  left join service s on s.id = t.service_id and s.for_customers
                 where t.number = :number
                   and %s
                """.formatted(writing.condition(), sight.condition()))
                .param("number", number.value())
                .params(writing.parameters())
                .params(sight.parameters())
                .query(RequestSql::said)
                .single();
    }

    private static Said said(ResultSet row, int no) throws SQLException {
        var filled = row.getObject("filled", Long.class);
        var articles = (Long[]) row.getArray("filled_articles").getArray();
        return new Said(
                filled == null ? null : new TicketId(filled),
                row.getString("service"),
                List.of(articles),
                row.getBoolean("takes_words"));
    }

    /**
     * @param filled the ticket, if one of its fields says something
     * @param articles the ids of those that customers read and of which a field says something
     * @param takesWords whether the person may answer, as far as rights go
     */
    record Said(@Nullable TicketId filled, String service, List<Long> articles, boolean takesWords) {}

    private static RequestLine line(ResultSet row, int no) throws SQLException {
        var since = row.getTimestamp("in_hand_since");
        var closed = row.getTimestamp("closed_at");
        var state = Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class));
        return new RequestLine(
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                RequestState.of(state, since != null, row.getBoolean("last_word_is_ours")),
                state,
                since == null ? null : new InHand(row.getString("in_hand_of"), since.toInstant()),
                row.getString("asked_by"),
                row.getString("customer"),
                instant(row, "created_at"),
                instant(row, "last_word_at"),
                closed == null ? null : closed.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}

package sportello.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;
import sportello.ticket.Priority;
import sportello.ticket.Status;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.Where;

@Component
class SearchSql {
    private final JdbcClient db;

    SearchSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * In this transaction each statement is planned for its values, and never reads all the words there are: the planner
     * takes that for cheap, since they lie beside their table.
     */
    void planForWords() {
        db.sql("set local plan_cache_mode = 'force_custom_plan'; set local enable_seqscan = off")
                .update();
    }

    /** The tickets with these words, whoever may see them, if they are not too many. */
    Optional<List<Long>> said(Wanted wanted, int most) {
        var tickets = db.sql("""
                with said as materialized (
                    select d.ticket_id
                      from search_document d
                     where d.vector @@ (%s))
                select ticket_id
                  from said
                 limit :most
                """.formatted(wanted.words()))
                .params(wanted.parameters())
                .param("most", most + 1)
                .query(Long.class)
                .list();
        return tickets.size() > most
                ? Optional.empty()
                : Optional.of(tickets.stream().distinct().toList());
    }

    /** The words are marked in these rows only. */
    List<Found> page(Wanted wanted, Where where, Order order, Optional<ListPlace> after, int most) {
        var tickets = after.map(place -> where.and(order.after())
                        .with("placePriority", place.priority())
                        .with("placeAt", Timestamp.from(place.at()))
                        .with("placeId", place.id().value()))
                .orElse(where);
        return db.sql("""
                select t.id, t.number, t.state_id, t.own_state_id, t.priority, q.name as queue, c.name as customer,
                       o.first_name || ' ' || o.last_name as owner, t.pending_until, t.created_at, t.changed_at,
                       coalesce(search_headline(t.title, %2$s, 'HighlightAll=true'), t.title) as title,
                       search_headline(hit.words, %2$s,
                                       'MaxFragments=2, MinWords=10, MaxWords=26, FragmentDelimiter=" … "') as text
                  from (select t.*
                          from ticket t
                         where %3$s
                         order by %4$s
                         limit :most) t
                  join queue q on q.id = t.queue_id
                  left join customer c on c.id = t.customer_id
                  left join agent o on o.id = t.owner_id
                  left join lateral (select concat_ws(' · ', left(a.text_body, 60000), files.names) as words
                                       from search_document d
                                       join article a on a.id = d.article_id
                                      cross join lateral (select string_agg(f.name, ' · ' order by f.position) as names
                                                            from attachment f
                                                           where f.article_id = a.id) files
                                      where d.ticket_id = t.id
                                        and d.vector @@ (%1$s)
                                      order by d.article_id desc
                                      limit 1) hit on true
                 order by %4$s
                """.formatted(wanted.words(), wanted.marks(), tickets.condition(), order.columns()))
                .params(tickets.parameters())
                .param("most", most)
                .query(SearchSql::found)
                .list();
    }

    int count(Where tickets, int most) {
        return db.sql("select count(*) from (select 1 from ticket t where %s limit :most) found"
                        .formatted(tickets.condition()))
                .params(tickets.parameters())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    List<TicketId> ids(Where tickets, int most) {
        return db.sql("""
                select t.id
                  from ticket t
                 where %s
                 order by t.created_at desc, t.id desc
                 limit :most
                """.formatted(tickets.condition()))
                .params(tickets.parameters())
                .param("most", most)
                .query((row, number) -> new TicketId(row.getLong("id")))
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var pending = row.getTimestamp("pending_until");
        return new Found(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                Snippet.of(row.getString("title")),
                Snippet.of(row.getString("text")),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Priority.of(row.getInt("priority")),
                row.getString("queue"),
                row.getString("customer"),
                row.getString("owner"),
                pending == null ? null : pending.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}

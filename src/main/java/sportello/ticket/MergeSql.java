package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Column;
import sportello.identity.Viewer.CustomerViewer;

@Component
class MergeSql {
    private final JdbcClient db;

    MergeSql(JdbcClient db) {
        this.db = db;
    }

    /** Remembers how the source stands, and answers under which id. */
    long insert(Ticket source, Ticket target, AgentId by, Instant now) {
        var snapshot = source.snapshot();
        return db.sql("""
                insert into ticket_merge (source_id, target_id, state_id, own_state_id, pending_until, locked_at, agent_id, at)
                values (:source, :target, :state, :own, :until, :lockedAt, :agent, :now)
                returning id
                """)
                .param("source", source.id().value())
                .param("target", target.id().value())
                .param("state", source.state().model().id())
                .param("own", source.state().own())
                .param("until", timestamp(snapshot.pendingUntil()))
                .param("lockedAt", timestamp(snapshot.lockedAt()))
                .param("agent", by.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /**
     * All articles of the source follow those of the target; where each came from is remembered.
     *
     * @param besides the source's line about the merge, which stays and keeps its number from being given again
     */
    void move(long merge, Ticket source, Ticket target, boolean stayVisible, ArticleId besides) {
        db.sql("""
                insert into merged_article (merge_id, article_id, no, visible)
                select :merge, id, no, visible
                  from article
                 where ticket_id = :source
                   and id <> :besides
                """)
                .param("merge", merge)
                .param("source", source.id().value())
                .param("besides", besides.value())
                .update();
        db.sql("""
                update article a
                   set ticket_id = :target, no = last.no + moved.rank, visible = a.visible and :stayVisible
                  from (select coalesce(max(no), 0) as no from article where ticket_id = :target) last,
                       (select article_id, row_number() over (order by no) as rank
                          from merged_article
                         where merge_id = :merge) moved
                 where a.id = moved.article_id
                """)
                .param("merge", merge)
                .param("target", target.id().value())
                .param("stayVisible", stayVisible)
                .update();
    }

    /** The merge of a ticket, as long as it was not undone. */
    Optional<Standing> standing(TicketNumber source) {
        return db.sql("""
                select m.id, m.state_id, m.own_state_id, m.pending_until, m.locked_at, target.number
                  from ticket_merge m
                  join ticket source on source.id = m.source_id
                  join ticket target on target.id = m.target_id
                 where source.number = :number
                   and m.undone_at is null
                """)
                .param("number", source.value())
                .query(MergeSql::standing)
                .optional();
    }

    /** Every article goes back to its number. */
    void moveBack(long merge, Ticket source, Instant now) {
        db.sql("""
                update article a
                   set ticket_id = :source, no = m.no, visible = m.visible
                  from merged_article m
                 where m.merge_id = :merge
                   and a.id = m.article_id
                """).param("merge", merge).param("source", source.id().value()).update();
        db.sql("update ticket_merge set undone_at = :now where id = :merge")
                .param("merge", merge)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Where a merged ticket goes on, if the customer sees it there. */
    Optional<TicketNumber> end(TicketNumber merged, CustomerViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                with recursive way (id, next) as (
                    select id, merged_into_id from ticket where number = :number and merged_into_id is not null
                     union
                    select n.id, n.merged_into_id from ticket n join way w on n.id = w.next)
                select t.number
                  from way
                  join ticket t on t.id = way.id
                 where way.next is null
                   and %s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("number", merged.value())
                .query(String.class)
                .optional()
                .map(TicketNumber::new);
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getLong("id"),
                new TicketNumber(row.getString("number")),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Column.instant(row, "pending_until"),
                Column.instant(row, "locked_at"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** @param before the state that the source was in */
    record Standing(
            long id,
            TicketNumber target,
            Status before,
            @Nullable Instant pendingUntil,
            @Nullable Instant lockedAt) {}
}

package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

/** When drafts were sent or thrown away, for what is still on its way to them. */
@Component
class DraftEndSql {
    private final JdbcClient db;

    DraftEndSql(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends, nobody else begins or ends a draft of this agent. */
    void turnOf(AgentId agent) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('drafts of ' || :agent, 0))")
                .param("agent", agent.value())
                .query(row -> {});
    }

    /**
     * Whether a draft of the kind ended since.
     *
     * @param number null for the desk
     */
    boolean hasEnded(@Nullable TicketNumber number, DraftKind kind, int article, AgentId agent, Instant since) {
        return db.sql("""
                select exists (select 1
                                 from draft_end
                                where agent_id = :agent
                                  and ticket_id is not distinct from (select id from ticket where number = :number)
                                  and kind = :kind
                                  and article_no = :article
                                  and at > :since)
                """)
                .param("agent", agent.value())
                .param("number", number == null ? null : number.value())
                .param("kind", kind.key())
                .param("article", article)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** @param number null for the desk */
    void end(@Nullable TicketNumber number, DraftKind kind, int article, AgentId agent, Instant now) {
        db.sql("""
                insert into draft_end (agent_id, ticket_id, kind, article_no, at)
                values (:agent, (select id from ticket where number = :number), :kind, :article, :now)
                    on conflict on constraint draft_end_once do update set at = excluded.at
                """)
                .param("agent", agent.value())
                .param("number", number == null ? null : number.value())
                .param("kind", kind.key())
                .param("article", article)
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(AgentId agent, Instant before) {
        db.sql("delete from draft_end where agent_id = :agent and at < :before")
                .param("agent", agent.value())
                .param("before", Timestamp.from(before))
                .update();
    }
}

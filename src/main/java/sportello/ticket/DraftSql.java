package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.identity.Viewer.AgentViewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class DraftSql {
    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};

    private final JdbcClient db;

    DraftSql(JdbcClient db) {
        this.db = db;
    }

    /** Its id, if there is such a ticket for the viewer. */
    Optional<Long> save(TicketNumber number, Draft draft, AgentViewer by) {
        return put(number, draft, by, "content = excluded.content");
    }

    /** The same, but an unsent draft that is there already goes on saying what it says. */
    Optional<Long> begin(TicketNumber number, Draft draft, AgentViewer by) {
        return put(
                number,
                draft,
                by,
                "content = case when draft.sent_as is null then draft.content else excluded.content end");
    }

    private Optional<Long> put(TicketNumber number, Draft draft, AgentViewer by, String words) {
        var sight = Sight.of(by);
        return row(db.sql("""
                insert into draft (agent_id, ticket_id, kind, article_no, content, saved_at)
                select :agent, t.id, :kind, :article, :content::jsonb, :now
                  from ticket t
                 where t.number = :number
                   and %s
                    on conflict (agent_id, ticket_id, kind, article_no)
                    do update set %s, saved_at = excluded.saved_at, sent_as = null
                returning id
                """.formatted(sight.condition(), words)), draft, by.id())
                .params(sight.parameters())
                .param("number", number.value())
                .query(Long.class)
                .optional();
    }

    /** Where there is no ticket yet, or there are many. */
    void saveAtDesk(Draft draft, AgentId by) {
        putAtDesk(draft, by, "content = excluded.content");
    }

    long beginAtDesk(Draft draft, AgentId by) {
        return putAtDesk(draft, by, "content = draft.content");
    }

    private long putAtDesk(Draft draft, AgentId by, String words) {
        return row(db.sql("""
                insert into draft (agent_id, kind, article_no, content, saved_at)
                values (:agent, :kind, :article, :content::jsonb, :now)
                    on conflict (agent_id, ticket_id, kind, article_no)
                    do update set %s, saved_at = excluded.saved_at
                returning id
                """.formatted(words)), draft, by).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec row(JdbcClient.StatementSpec statement, Draft draft, AgentId by) {
        return statement
                .param("agent", by.value())
                .param("kind", draft.kind().key())
                .param("article", draft.article())
                .param("content", JsonMapper.shared().writeValueAsString(draft.content()))
                .param("now", Timestamp.from(draft.savedAt()));
    }

    /** @param ticket null for the desk */
    Optional<Draft> find(@Nullable TicketId ticket, DraftKind kind, int article, AgentId agent) {
        return db.sql("""
                select kind, article_no, content::text as content, saved_at
                  from draft
                 where ticket_id is not distinct from :ticket::bigint
                   and agent_id = :agent
                   and kind = :kind
                   and article_no = :article
                   and sent_as is null
                """)
                .param("ticket", ticket == null ? null : ticket.value())
                .param("agent", agent.value())
                .param("kind", kind.key())
                .param("article", article)
                .query(DraftSql::draft)
                .optional();
    }

    void sendAs(long draft, ArticleId as) {
        db.sql("update draft set sent_as = :as, shared = false where id = :draft")
                .param("as", as.value())
                .param("draft", draft)
                .update();
    }

    Optional<Draft> sentAs(TicketNumber number, int no, AgentId agent) {
        return db.sql("""
                select d.kind, d.article_no, d.content::text as content, d.saved_at
                  from draft d
                  join article a on a.id = d.sent_as
                  join ticket t on t.id = d.ticket_id
                 where t.number = :number
                   and a.no = :no
                   and d.agent_id = :agent
                """)
                .param("number", number.value())
                .param("no", no)
                .param("agent", agent.value())
                .query(DraftSql::draft)
                .optional();
    }

    /** A draft again, with the files of the article that was taken back. */
    void comeBack(ArticleId sentAs, int no) {
        db.sql("""
                update draft
                   set sent_as = null,
                       content = content || jsonb_build_object(
                           'recalled', :no::text, 'along', '', 'brought', '',
                           'kept', (select coalesce(string_agg(position::text, ',' order by position), '')
                                      from attachment
                                     where article_id = :article
                                       and content_id is null))
                 where sent_as = :article
                """).param("article", sentAs.value()).param("no", no).update();
    }

    void forgetSent(AgentId agent, Instant before) {
        db.sql("delete from draft where agent_id = :agent and sent_as is not null and saved_at < :before")
                .param("agent", agent.value())
                .param("before", Timestamp.from(before))
                .update();
    }

    TicketId share(TicketNumber number, DraftKind kind, int article, AgentId agent) {
        return db.sql("""
                update draft
                   set shared = true
                 where ticket_id = (select id from ticket where number = :number)
                   and agent_id = :agent
                   and kind = :kind
                   and article_no = :article
                returning ticket_id
                """)
                .param("number", number.value())
                .param("agent", agent.value())
                .param("kind", kind.key())
                .param("article", article)
                .query((row, no) -> new TicketId(row.getLong("ticket_id")))
                .single();
    }

    /** The ticket on which colleagues see this draft, if they do. */
    Optional<TicketId> whereShared(TicketNumber number, DraftKind kind, int article, AgentId agent) {
        return db.sql("""
                select d.ticket_id
                  from draft d
                  join ticket t on t.id = d.ticket_id
                 where t.number = :number
                   and d.agent_id = :agent
                   and d.kind = :kind
                   and d.article_no = :article
                   and d.shared
                """)
                .param("number", number.value())
                .param("agent", agent.value())
                .param("kind", kind.key())
                .param("article", Math.max(0, article))
                .query((row, no) -> new TicketId(row.getLong("ticket_id")))
                .optional();
    }

    /** A colleague's that the agent may go on with, held until the transaction ends. */
    Optional<SharedDraft> shared(TicketNumber number, long id, AgentViewer by) {
        var sight = Sight.of(by);
        var drafts = DraftSight.of(by);
        return db.sql("""
                select d.kind, d.article_no, d.content::text as content, d.saved_at, d.ticket_id, d.agent_id
                  from draft d
                  join ticket t on t.id = d.ticket_id
                 where d.id = :id
                   and t.number = :number
                   and %s
                   and %s
                   for update of d
                """.formatted(sight.condition(), drafts.condition()))
                .params(sight.parameters())
                .params(drafts.parameters())
                .param("id", id)
                .param("number", number.value())
                .query((row, no) -> new SharedDraft(
                        new TicketId(row.getLong("ticket_id")), new AgentId(row.getLong("agent_id")), draft(row, no)))
                .optional();
    }

    /** @param author who has it */
    record SharedDraft(TicketId ticket, AgentId author, Draft draft) {}

    /** With its files, which are for whoever has it. That something may leave in the clear each says for themselves. */
    void handOver(long draft, AgentId to) {
        db.sql("update draft set agent_id = :to, content = content - 'inClear' where id = :draft")
                .param("to", to.value())
                .param("draft", draft)
                .update();
        db.sql("update draft_file set agent_id = :to where draft_id = :draft")
                .param("to", to.value())
                .param("draft", draft)
                .update();
    }

    void delete(TicketNumber number, DraftKind kind, int article, AgentId agent) {
        db.sql("""
                delete from draft
                 where ticket_id = (select id from ticket where number = :number)
                   and agent_id = :agent
                   and kind = :kind
                   and article_no = :article
                """)
                .param("number", number.value())
                .param("agent", agent.value())
                .param("kind", kind.key())
                .param("article", article)
                .update();
    }

    void deleteAtDesk(DraftKind kind, int article, AgentId agent) {
        db.sql("""
                delete from draft
                 where ticket_id is null
                   and agent_id = :agent
                   and kind = :kind
                   and article_no = :article
                """)
                .param("agent", agent.value())
                .param("kind", kind.key())
                .param("article", article)
                .update();
    }

    /** Without what they say, which nobody reads in a list; but which way a call went belongs to its address. */
    static List<Draft> listed(@Nullable String json) {
        if (json == null) return List.of();
        return Stream.of(JsonMapper.shared().readValue(json, Listed[].class))
                .map(Listed::draft)
                .toList();
    }

    private record Listed(
            long id,
            boolean shared,
            String kind,
            @Nullable String holder,
            int article,
            @Nullable String call,
            Instant savedAt) {

        Draft draft() {
            return new Draft(
                    id,
                    holder == null ? "" : holder,
                    shared,
                    DraftKind.of(kind).orElseThrow(),
                    article,
                    call == null ? Map.of() : Map.of("call", call),
                    savedAt);
        }
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                DraftKind.of(row.getString("kind")).orElseThrow(),
                row.getInt("article_no"),
                JsonMapper.shared().readValue(row.getString("content"), CONTENT),
                row.getTimestamp("saved_at").toInstant());
    }
}

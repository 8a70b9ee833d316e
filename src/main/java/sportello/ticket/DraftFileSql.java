package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.storage.Hash;
import sportello.storage.StoredFile;

@Component
class DraftFileSql {
    private final JdbcClient db;

    DraftFileSql(JdbcClient db) {
        this.db = db;
    }

    List<DraftFile> of(long draft) {
        return db.sql("""
                select id, name, media_type, size, hash
                  from draft_file
                 where draft_id = :draft
                 order by id
                """).param("draft", draft).query(DraftFileSql::file).list();
    }

    /** @param number null for the desk */
    List<DraftFile> of(@Nullable TicketNumber number, DraftKind kind, int article, AgentId agent) {
        return db.sql("""
                select f.id, f.name, f.media_type, f.size, f.hash
                  from draft d
                  join draft_file f on f.draft_id = d.id
                 where d.agent_id = :agent
                   and d.ticket_id is not distinct from (select id from ticket where number = :number)
                   and d.kind = :kind
                   and d.article_no = :article
                 order by f.id
                """)
                .param("agent", agent.value())
                .param("number", number == null ? null : number.value())
                .param("kind", kind.key())
                .param("article", article)
                .query(DraftFileSql::file)
                .list();
    }

    /** Those of them that are the agent's, of whichever draft. */
    List<DraftFile> of(Collection<Long> ids, AgentId agent) {
        return db.sql("""
                select id, name, media_type, size, hash
                  from draft_file
                 where id = any(:ids)
                   and agent_id = :agent
                 order by id
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("agent", agent.value())
                .query(DraftFileSql::file)
                .list();
    }

    void insert(long draft, AgentId agent, String name, String mediaType, StoredFile file, Instant now) {
        db.sql("""
                insert into draft_file (agent_id, draft_id, name, media_type, size, hash, kept_at)
                values (:agent, :draft, :name, :mediaType, :size, :hash, :now)
                """)
                .param("agent", agent.value())
                .param("draft", draft)
                .param("name", name)
                .param("mediaType", mediaType)
                .param("size", file.size())
                .param("hash", file.hash().bytes())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The draft has them no more. */
    void letGo(long draft, Collection<Long> ids) {
        db.sql("update draft_file set draft_id = null where draft_id = :draft and id = any(:ids)")
                .param("draft", draft)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void letGo(long draft) {
        db.sql("update draft_file set draft_id = null where draft_id = :draft")
                .param("draft", draft)
                .update();
    }

    List<Long> forgotten(Instant before, int atMost) {
        return db.sql("""
                select id
                  from draft_file
                 where draft_id is null
                   and kept_at < :before
                 order by kept_at
                 limit :atMost
                """)
                .param("before", Timestamp.from(before))
                .param("atMost", atMost)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** What it held, unless somebody else was faster. */
    Optional<Hash> delete(long id) {
        return db.sql("delete from draft_file where id = :id and draft_id is null returning hash")
                .param("id", id)
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .optional();
    }

    private static DraftFile file(ResultSet row, int number) throws SQLException {
        return new DraftFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                Hash.of(row.getBytes("hash")));
    }
}

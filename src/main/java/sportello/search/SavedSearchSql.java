package sportello.search;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Redaction;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Where;
import tools.jackson.databind.json.JsonMapper;

@Component
class SavedSearchSql {
    /** Of one agent; and shown are as many. */
    static final int MOST = 50;

    private final JdbcClient db;

    SavedSearchSql(JdbcClient db) {
        this.db = db;
    }

    /** What colleagues share says whom and what the house looks for: nothing for suppliers (S8). */
    List<SavedSearch> of(AgentViewer viewer) {
        return db.sql("""
                select s.id, s.name, s.shared, s.agent_id = :viewer as mine, s.form::text as form,
                       a.first_name || ' ' || a.last_name as keeper
                  from saved_search s
                  join agent a on a.id = s.agent_id
                 where s.agent_id = :viewer or :shared and s.shared and a.valid
                 order by s.agent_id = :viewer desc, lower(s.name), s.id
                 limit :most
                """)
                .param("viewer", viewer.id().value())
                .param("shared", viewer.authority().knowsEverybody())
                .param("most", MOST)
                .query((row, number) -> new SavedSearch(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getBoolean("mine"),
                        row.getString("keeper"),
                        JsonMapper.shared().readValue(row.getString("form"), SearchForm.class)))
                .list();
    }

    /** Each asked under its own parameters. */
    Map<Long, Integer> counts(Map<Long, Where> asked, int most) {
        if (asked.isEmpty()) return Map.of();
        var parameters = new HashMap<String, Object>();
        asked.values().forEach(where -> parameters.putAll(where.parameters()));
        var counts = new HashMap<Long, Integer>();
        db.sql(asked.entrySet().stream()
                        .map(search ->
                                """
                        select %d as id,
                               (select count(*) from (select 1 from ticket t where %s limit :most) found) as tickets
                        """.formatted(search.getKey(), search.getValue().condition()))
                        .collect(Collectors.joining(" union all ")))
                .params(parameters)
                .param("most", most)
                .query(row -> {
                    counts.put(row.getLong("id"), row.getInt("tickets"));
                });
        return counts;
    }

    /** Whether the agent keeps fewer under other names than there can be. */
    boolean hasRoom(AgentId agent, String name) {
        return db.sql("""
                select count(*)
                  from saved_search
                 where agent_id = :agent
                   and lower(name) <> lower(:name)
                """)
                        .param("agent", agent.value())
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                < MOST;
    }

    /** A name that the agent has used already gets the new search. */
    void keep(AgentId agent, String name, boolean shared, SearchForm form, Instant now) {
        db.sql("""
                insert into saved_search (agent_id, name, shared, form, changed_at)
                values (:agent, :name, :shared, :form::jsonb, :now)
                on conflict (agent_id, lower(name)) do update
                    set name = excluded.name, shared = excluded.shared, form = excluded.form,
                        changed_at = excluded.changed_at
                """)
                .param("agent", agent.value())
                .param("name", name)
                .param("shared", shared)
                .param("form", JsonMapper.shared().writeValueAsString(form.kept()))
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(AgentId agent, String name) {
        db.sql("delete from saved_search where agent_id = :agent and lower(name) = lower(:name)")
                .param("agent", agent.value())
                .param("name", name)
                .update();
    }

    void redact(Redaction names) {
        db.sql("""
                update saved_search
                   set name = left(regexp_replace(name, :words, :standIn, 'gi'), 80),
                       form = regexp_replace(form::text, :words, :standIn, 'gi')::jsonb
                 where name ~* :words
                    or form::text ~* :words
                """)
                .param("words", names.expression())
                .param("standIn", names.standIn())
                .update();
    }
}

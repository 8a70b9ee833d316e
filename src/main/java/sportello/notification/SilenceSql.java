package sportello.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

/** What agents chose not to be told; when something happens, the rules bring it along ({@link RuleSql}, {@link OwnRuleSql}). */
@Component
class SilenceSql {
    private final JdbcClient db;

    SilenceSql(JdbcClient db) {
        this.db = db;
    }

    Set<Chapter> chapters(AgentId agent) {
        return db.sql("""
                select chapter
                  from notification_silence
                 where agent_id = :agent
                   and chapter is not null
                """)
                .param("agent", agent.value())
                .query((row, number) -> Chapter.of(row.getString("chapter")).orElseThrow())
                .set();
    }

    /** The rules that leave it to agents and can tell this one something, in their order. */
    List<Silences.OfRule> rules(AgentId agent) {
        return db.sql("""
                select r.id, r.name, r.events,
                       exists (select 1
                                 from notification_silence s
                                where s.own_rule_id = r.id
                                  and s.agent_id = :agent) as silent
                  from own_rule r
                 where r.valid
                   and r.may_be_silenced
                   and (r.audiences && '{owner,watchers,subscribers,writers}'
                        or :agent = any(r.agent_ids)
                        or exists (select 1
                                     from agent_grant g
                                    where g.agent_id = :agent
                                      and (g.group_id = any(r.group_ids) or g.permission in (r.permission, 'rw')
                                           and r.permission is not null))
                        or exists (select 1
                                     from agent_role m
                                     join role o on o.id = m.role_id and o.valid
                                    where m.agent_id = :agent
                                      and m.role_id = any(r.role_ids)))
                 order by r.position, r.id
                """)
                .param("agent", agent.value())
                .query((row, number) -> new Silences.OfRule(
                        row.getLong("id"),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("events").getArray())
                                .map(Occasion::of)
                                .sorted()
                                .toList(),
                        row.getBoolean("silent")))
                .list();
    }

    /** These chapters and, among the rules that were asked about, these. */
    void replace(AgentId agent, Set<Chapter> chapters, Set<Long> asked, Set<Long> rules) {
        db.sql("""
                delete from notification_silence
                 where agent_id = :agent
                   and (chapter is not null or own_rule_id = any(:asked))
                """)
                .param("agent", agent.value())
                .param("asked", asked.toArray(Long[]::new))
                .update();
        db.sql("""
                insert into notification_silence (agent_id, chapter, own_rule_id)
                select :agent, chapter, null from unnest(:chapters) as chapter
                 union all
                select :agent, null, rule from unnest(:rules) as rule
                    on conflict do nothing
                """)
                .param("agent", agent.value())
                .param("chapters", chapters.stream().map(Chapter::key).toArray(String[]::new))
                .param("rules", rules.toArray(Long[]::new))
                .update();
    }
}

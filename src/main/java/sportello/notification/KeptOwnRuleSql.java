package sportello.notification;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the house's own as administrators keep them. */
@Component
class KeptOwnRuleSql {
    private final JdbcClient db;

    KeptOwnRuleSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptOwnRule> all() {
        return db.sql(OwnRuleSql.RULES + " order by r.position, r.id")
                .query(OwnRuleSql::kept)
                .list();
    }

    /** As the last. */
    long insert(OwnRule rule, boolean valid) {
        return settings(db.sql("""
                insert into own_rule (name, valid, events, tickets, articles, audiences, permission, group_ids, role_ids,
                                      agent_ids, addresses, webhook_ids, once_a_day, absent_too, actor_too, with_files,
                                      may_be_silenced, in_working_hours, position)
                select :name, :valid, :events, :tickets::jsonb, :articles::jsonb, :audiences, :permission, :groups, :roles,
                       :agents, :addresses, :webhooks, :daily, :absentToo, :actorToo, :withFiles,
                       :mayBeSilenced, :inWorkingHours, coalesce(max(position), 0) + 10
                  from own_rule
                returning id
                """), rule, valid)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, OwnRule rule, boolean valid) {
        return settings(db.sql("""
                update own_rule
                   set name = :name, valid = :valid, events = :events, tickets = :tickets::jsonb,
                       articles = :articles::jsonb, audiences = :audiences, permission = :permission,
                       group_ids = :groups, role_ids = :roles, agent_ids = :agents, addresses = :addresses,
                       webhook_ids = :webhooks, once_a_day = :daily, absent_too = :absentToo, actor_too = :actorToo,
                       with_files = :withFiles, may_be_silenced = :mayBeSilenced, in_working_hours = :inWorkingHours,
                       version = version + 1
                 where id = :id
                   and version = :seen
                """), rule, valid)
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec settings(JdbcClient.StatementSpec statement, OwnRule rule, boolean valid) {
        var recipients = rule.recipients();
        var permission = recipients.permission();
        var options = rule.options();
        return statement
                .param("name", rule.name())
                .param("valid", valid)
                .param(
                        "events",
                        texts(rule.occasions().stream().map(Occasion::key).toList()))
                .param("tickets", JsonMapper.shared().writeValueAsString(rule.tickets()))
                .param("articles", JsonMapper.shared().writeValueAsString(rule.articles()))
                .param(
                        "audiences",
                        texts(recipients.ticked().stream().map(Audience::key).toList()))
                .param("permission", permission == null ? null : permission.key(), Types.VARCHAR)
                .param("groups", ids(recipients.groups()))
                .param("roles", ids(recipients.roles()))
                .param("agents", ids(recipients.agents()))
                .param("addresses", texts(recipients.addresses()))
                .param("webhooks", ids(recipients.webhooks()))
                .param("daily", options.daily())
                .param("absentToo", options.absentToo())
                .param("actorToo", options.actorToo())
                .param("withFiles", options.withFiles())
                .param("mayBeSilenced", options.mayBeSilenced())
                .param("inWorkingHours", options.inWorkingHours());
    }

    /** These texts, instead of those it had. */
    void write(long id, Map<Language, Wording> texts) {
        db.sql("delete from own_rule_text where rule_id = :id").param("id", id).update();
        texts.forEach((language, wording) -> db.sql("""
                insert into own_rule_text (rule_id, language, subject, body)
                values (:id, :language, :subject, :body)
                """)
                .param("id", id)
                .param("language", language.code())
                .param("subject", wording.subject())
                .param("body", wording.body())
                .update());
    }

    private static String[] texts(List<String> keys) {
        return keys.stream().sorted().toArray(String[]::new);
    }

    private static Long[] ids(Set<Long> ids) {
        return ids.stream().sorted().toArray(Long[]::new);
    }
}

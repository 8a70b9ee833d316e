package sportello.notification;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.customer.CustomerUserId;
import sportello.identity.Actor;
import sportello.ticket.TicketId;
import sportello.webhook.WebhookId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the house's own, as they are asked when something happens. */
@Component
class OwnRuleSql {
    static final String RULES = """
            select r.id, r.name, r.valid, r.version, r.events, r.tickets, r.articles, r.audiences, r.permission,
                   r.group_ids, r.role_ids, r.agent_ids, r.addresses, r.webhook_ids, r.once_a_day, r.absent_too,
                   r.actor_too, r.with_files, r.may_be_silenced,
                   r.in_working_hours,
                   array(select s.agent_id
                           from notification_silence s
                          where s.own_rule_id = r.id
                            and r.may_be_silenced) as silent,
                   (select jsonb_object_agg(t.language, jsonb_build_object('subject', t.subject, 'body', t.body))
                      from own_rule_text t
                     where t.rule_id = r.id) as texts
              from own_rule r
            """;

    private final JdbcClient db;

    OwnRuleSql(JdbcClient db) {
        this.db = db;
    }

    /** The valid ones. */
    List<KeptOwnRule> on(Occasion occasion) {
        return db.sql(RULES + """
                 where r.valid
                   and :event = any(r.events)
                 order by r.position, r.id
                """)
                .param("event", occasion.key())
                .query(OwnRuleSql::kept)
                .list();
    }

    /** Whom of the desk the rules address around the ticket beside those who are named on it, by name. */
    Map<Long, Map<Audience, List<AgentId>>> listed(Collection<Long> rules, TicketId ticket) {
        var listed = new HashMap<Long, Map<Audience, List<AgentId>>>();
        db.sql("""
                select r.id, l.audience, a.id as agent_id
                  from own_rule r
                  join ticket t on t.id = :ticket
                  join queue q on q.id = t.queue_id
                 cross join lateral (
                       select 'subscribers' as audience, s.agent_id
                         from queue_subscription s
                        where s.queue_id = t.queue_id
                          and 'subscribers' = any(r.audiences)
                        union
                       select 'writers', w.agent_id
                         from article w
                        where w.ticket_id = t.id
                          and w.sender = 'agent'
                          and 'writers' = any(r.audiences)
                        union
                       select 'permitted', g.agent_id
                         from agent_grant g
                        where g.group_id = q.group_id
                          and g.permission in (r.permission, 'rw')
                          and r.permission is not null
                        union
                       select 'members', g.agent_id
                         from agent_grant g
                        where g.group_id = any(r.group_ids)
                        union
                       select 'roles', m.agent_id
                         from agent_role m
                         join role o on o.id = m.role_id and o.valid
                        where m.role_id = any(r.role_ids)
                        union
                       select 'named', n.agent_id
                         from unnest(r.agent_ids) as n (agent_id)) l
                  join agent a on a.id = l.agent_id and (a.valid or l.audience = 'named')
                 where r.id = any(:rules)
                 order by r.id, l.audience, a.last_name, a.first_name, a.id
                """)
                .param("ticket", ticket.value())
                .param("rules", rules.toArray(Long[]::new))
                .query(row -> {
                    listed.computeIfAbsent(row.getLong("id"), id -> new EnumMap<>(Audience.class))
                            .computeIfAbsent(Audience.of(row.getString("audience")), audience -> new ArrayList<>())
                            .add(new AgentId(row.getLong("agent_id")));
                });
        return listed;
    }

    /** When they last told people of the ticket. */
    Map<Lately.Telling, Instant> told(Set<Long> rules, TicketId ticket, Instant since) {
        var told = new HashMap<Lately.Telling, Instant>();
        db.sql("""
                select own_rule_id, agent_id, customer_user_id, webhook_id, lower(address) as address, max(created_at) as at
                  from notification
                 where own_rule_id = any(:rules)
                   and ticket_id = :ticket
                   and (letter_id is not null or delivery_id is not null)
                   and created_at > :since
                 group by own_rule_id, agent_id, customer_user_id, webhook_id, lower(address)
                """)
                .param("rules", rules.toArray(Long[]::new))
                .param("ticket", ticket.value())
                .param("since", Timestamp.from(since))
                .query(row -> {
                    told.put(
                            new Lately.Telling(row.getLong("own_rule_id"), person(row)),
                            row.getTimestamp("at").toInstant());
                });
        return told;
    }

    /** By what whoever was told is known. */
    static Object person(ResultSet row) throws SQLException {
        var agent = row.getObject("agent_id", Long.class);
        if (agent != null) return new Actor.ByAgent(new AgentId(agent));
        var webhook = row.getObject("webhook_id", Long.class);
        if (webhook != null) return new WebhookId(webhook);
        var user = row.getObject("customer_user_id", Long.class);
        return user == null ? row.getString("address") : new Actor.ByCustomerUser(new CustomerUserId(user));
    }

    static KeptOwnRule kept(ResultSet row, int number) throws SQLException {
        var rule = new OwnRule(
                row.getString("name"),
                texts(row, "events").map(Occasion::of).collect(toSet()),
                JsonMapper.shared().readValue(row.getString("tickets"), TicketFilter.class),
                JsonMapper.shared().readValue(row.getString("articles"), ArticleFilter.class),
                recipients(row),
                new Options(
                        row.getBoolean("once_a_day"),
                        row.getBoolean("absent_too"),
                        row.getBoolean("actor_too"),
                        row.getBoolean("with_files"),
                        row.getBoolean("may_be_silenced"),
                        row.getBoolean("in_working_hours")),
                wordings(row.getString("texts")));
        return new KeptOwnRule(
                row.getLong("id"), rule, row.getBoolean("valid"), row.getInt("version"), agents(row, "silent"));
    }

    private static Recipients recipients(ResultSet row) throws SQLException {
        var permission = row.getString("permission");
        return new Recipients(
                texts(row, "audiences").map(Audience::of).collect(toSet()),
                permission == null ? null : Permission.of(permission),
                ids(row, "group_ids"),
                ids(row, "role_ids"),
                ids(row, "agent_ids"),
                texts(row, "addresses").toList(),
                ids(row, "webhook_ids"));
    }

    private static Map<Language, Wording> wordings(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<Map<String, Wording>>() {}).entrySet().stream()
                .collect(toMap(text -> Language.of(text.getKey()), Map.Entry::getValue));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    static Set<AgentId> agents(ResultSet row, String column) throws SQLException {
        return ids(row, column).stream().map(AgentId::new).collect(toSet());
    }

    private static Set<Long> ids(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }
}

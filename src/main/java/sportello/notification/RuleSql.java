package sportello.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Language;
import sportello.ticket.ChoiceList;
import sportello.ticket.TicketId;

@Component
class RuleSql {
    private final JdbcClient db;

    RuleSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * The procedure's rules that hold for a ticket.
     *
     * @param ownToo whether the house has rules of its own for the occasion, as far as that is known
     */
    record Delivered(List<Rule> rules, boolean ownToo) {}

    /**
     * The rules that hold for the ticket, the first to be asked first: the house's, where its queue says nothing else, and
     * those that are for tickets like it.
     */
    Delivered on(Occasion occasion, TicketId ticket) {
        var rows = db.sql("""
                select r.id, r.audience, t.language, coalesce(l.subject, t.subject) as subject,
                       coalesce(l.body, t.body) as body,
                       exists (select 1 from own_rule o where o.valid and :event = any(o.events)) as own_too,
                       array(select s.agent_id from notification_silence s where s.chapter = :chapter) as silent
                  from ticket k
                  join notification_rule r on r.event = :event
                  join notification_template t on t.name = r.template
                  left join notification_letter l on l.name = t.name and l.language = t.language
                  left join notification_exception e on e.rule_id = r.id and e.queue_id = k.queue_id
                 where k.id = :ticket
                   and coalesce(e.told, r.house, r.enabled)
                   and k.priority >= r.least_priority
                   and (r.type_ids = '{}' or k.type_id = any(r.type_ids))
                   and (r.service_ids = '{}' or k.service_id in (%s))
                 order by r.position, r.id, t.language
                """.formatted(ChoiceList.SERVICES.within("= any(r.service_ids)")))
                .param("event", occasion.key())
                .param("chapter", Chapter.of(occasion).map(Chapter::key).orElse(""))
                .param("ticket", ticket.value())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        Audience.of(row.getString("audience")),
                        Language.of(row.getString("language")),
                        new Wording(row.getString("subject"), row.getString("body")),
                        OwnRuleSql.agents(row, "silent"),
                        row.getBoolean("own_too")))
                .list();
        return new Delivered(rules(rows), rows.isEmpty() || rows.getFirst().ownToo());
    }

    private static List<Rule> rules(List<Row> rows) {
        return rows.stream()
                .collect(groupingBy(Row::id, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(RuleSql::rule)
                .toList();
    }

    private static Rule rule(List<Row> rows) {
        return new Rule(
                rows.getFirst().id(),
                rows.getFirst().audience(),
                rows.stream().collect(toMap(Row::language, Row::wording)),
                rows.getFirst().silent());
    }

    private record Row(
            long id, Audience audience, Language language, Wording wording, Set<AgentId> silent, boolean ownToo) {}
}

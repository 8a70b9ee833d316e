package sportello.ticket;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.identity.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which limits are in force. Where that is decided there is one text only, which comes along with the ticket's own row. */
@Component
class LimitSql {
    /** The agent for whom they are; null for who is none. */
    static final String FOR = "limited";

    private static final TypeReference<List<Limits.InForce>> ALL = new TypeReference<>() {};

    /** As a value beside {@code ticket t}. */
    static final String IN_FORCE = """
            (select coalesce(jsonb_agg(jsonb_build_object(
                        'name', l.name,
                        'then', jsonb_build_object(
                            'works', l.works,
                            'states', jsonb_build_object('only', l.only_states, 'choices', l.to_states),
                            'priorities', jsonb_build_object('only', l.only_priorities, 'choices', l.to_priorities),
                            'types', jsonb_build_object('only', l.only_types, 'choices', l.to_type_ids),
                            'services', jsonb_build_object('only', l.only_services, 'choices', array(%2$s)),
                            'queues', jsonb_build_object('only', l.only_queues, 'choices', array(%1$s))))
                        order by l.position, l.id), '[]')::text
               from ticket_limit l
              where l.valid
                and cast(:%5$s as bigint) is not null
                and (l.queue_ids = '{}' or t.queue_id in (%3$s))
                and (l.service_ids = '{}' or t.service_id in (%4$s))
                and (l.type_ids = '{}' or t.type_id = any(l.type_ids))
                and (l.priorities = '{}' or t.priority = any(l.priorities))
                and (l.customer_ids = '{}' or t.customer_id = any(l.customer_ids))
                and (l.states = '{}'
                     or exists (select 1
                                  from ticket_state s
                                 where s.id = t.state_id
                                   and (s.name = any(l.states) or s.name || '-' || t.own_state_id = any(l.states))))
                and (l.role_ids = '{}'
                     or exists (select 1
                                  from agent_role h
                                  join role r on r.id = h.role_id and r.valid
                                 where h.agent_id = :%5$s
                                   and h.role_id = any(l.role_ids))))""".formatted(
                    within("queue", "::", "to_queue_ids"),
                    within("service", KeptChoice.BELOW, "to_service_ids"),
                    within("queue", "::", "queue_ids"),
                    within("service", KeptChoice.BELOW, "service_ids"),
                    FOR);

    private final JdbcClient db;

    LimitSql(JdbcClient db) {
        this.db = db;
    }

    private static String within(String tree, String below, String chosen) {
        return """
                select w.id
                  from %1$s w
                  join %1$s above on w.id = above.id or starts_with(w.name, above.name || '%2$s')
                 where above.id = any(l.%3$s)""".formatted(tree, below, chosen);
    }

    static @Nullable Long forWhom(Viewer viewer) {
        return viewer instanceof Viewer.AgentViewer agent ? agent.id().value() : null;
    }

    static Limits read(String value) {
        return value.equals("[]") ? Limits.NONE : new Limits(JsonMapper.shared().readValue(value, ALL));
    }

    /** Those on every one of the tickets that exist for the agent. */
    Limits onAll(Collection<TicketNumber> numbers, Viewer.AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return Limits.shared(db.sql("select distinct " + IN_FORCE + " from ticket t where t.number = any(:numbers) and "
                        + sight.condition())
                .params(sight.parameters())
                .param("numbers", numbers.stream().map(TicketNumber::value).toArray(String[]::new))
                .param(FOR, viewer.id().value(), Types.BIGINT)
                .query((row, number) -> read(row.getString(1)))
                .list());
    }

    /** Those on a ticket that has just come into being. */
    Limits on(TicketId ticket, AgentId agent) {
        return read(db.sql("select " + IN_FORCE + " from ticket t where t.id = :id")
                .param("id", ticket.value())
                .param(FOR, agent.value(), Types.BIGINT)
                .query(String.class)
                .single());
    }
}

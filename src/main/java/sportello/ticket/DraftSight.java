package sportello.ticket;

import java.util.Map;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;

/** Which drafts of colleagues exist for an agent, as a condition on {@code draft d} of {@code ticket t}. */
record DraftSight(String condition, Map<String, Object> parameters) {

    /** Those that were shared, and that the agent could send. */
    static DraftSight of(AgentViewer agent) {
        return new DraftSight(
                """
                (d.shared and d.sent_as is null and d.agent_id <> :draftAgent
                 and t.queue_id in (select id
                                      from queue
                                     where group_id = any(case d.kind when 'note' then :draftNoters when 'call' then :draftCallers
                                                                    else :draftWriters end)))
                """,
                Map.of(
                        "draftAgent", agent.id().value(),
                        "draftNoters", groups(agent, Work.ANNOTATE.permission()),
                        "draftCallers", groups(agent, Work.CALL.permission()),
                        "draftWriters", groups(agent, Work.ANSWER.permission())));
    }

    private static Long[] groups(AgentViewer agent, Permission wanted) {
        return agent.grants().groupsFor(wanted).stream().map(GroupId::value).toArray(Long[]::new);
    }
}

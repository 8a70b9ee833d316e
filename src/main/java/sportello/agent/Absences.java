package sportello.agent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;

/** Who is out of office, until when, and who stands in. An agent has one absence at a time: the present or the next. */
@Component
public class Absences {
    private final AbsenceSql sql;
    private final AgentSql agents;
    private final Clock clock;

    Absences(AbsenceSql sql, AgentSql agents, Clock clock) {
        this.sql = sql;
        this.agents = agents;
        this.clock = clock;
    }

    /** The present absence of the agent, or the one to come. */
    public Optional<Absence> of(AgentId agent) {
        return sql.of(agent, clock.instant());
    }

    /** Those among the given agents who are away today, each by the day of the own time zone; in one statement. */
    public Map<AgentId, Absence> today(Collection<AgentId> among) {
        return sql.today(among, clock.instant());
    }

    /**
     * Who stands in today for those among the given agents who are away; in one statement. Nobody stands in for somebody
     * while away too.
     */
    public Map<AgentId, Agent> standIns(Collection<AgentId> among) {
        return among.isEmpty() ? Map.of() : sql.standIns(among, clock.instant());
    }

    /** Begins an absence, or changes the one that there is. */
    @Transactional
    public Outcome<Absence> plan(
            Agent agent, LocalDate first, LocalDate last, @Nullable AgentId substitute, String note) {
        if (last.isBefore(first)) return Outcome.refused("absence.backwards");
        if (last.isBefore(LocalDate.ofInstant(clock.instant(), agent.zone()))) return Outcome.refused("absence.past");
        if (note.length() > Absence.LONGEST_NOTE) return Outcome.refused("absence.note", Absence.LONGEST_NOTE);
        if (agent.id().equals(substitute)) return Outcome.refused("absence.self");
        if (substitute != null && !isValid(substitute)) return Outcome.refused("absence.substitute");
        sql.save(agent.id(), first, last, substitute, note.strip());
        return Outcome.done(sql.of(agent.id(), clock.instant()).orElseThrow());
    }

    /** The agent is back, or stays after all. */
    @Transactional
    public void end(AgentId agent) {
        sql.delete(agent);
    }

    private boolean isValid(AgentId id) {
        return agents.byIds(java.util.List.of(id)).stream().anyMatch(Agent::valid);
    }
}

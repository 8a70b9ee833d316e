package sportello.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Instant;
import java.time.LocalTime;

/**
 * Every day at an hour of the clock that the house keeps. That clock is asked anew each time: a house that moves keeps its
 * next night by the old one, and all later ones by the new.
 */
public record Nightly(HouseZone house, LocalTime hour) implements Schedule {

    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return today().getNextExecutionTime(done);
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return today().getInitialExecutionTime(now);
    }

    /** So that a start puts right what a move left wrong. */
    @Override
    public boolean isDeterministic() {
        return true;
    }

    private Schedule today() {
        return Schedules.daily(house.zone(), hour);
    }
}

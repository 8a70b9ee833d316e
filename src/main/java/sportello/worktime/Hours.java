package sportello.worktime;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The working hours for whoever counts time, or has them chosen. */
@Component
public class Hours {
    private final HoursSql sql;

    Hours(HoursSql sql) {
        this.sql = sql;
    }

    public Timetable timetable() {
        return Timetable.of(sql.all());
    }

    public Optional<KeptHours> find(HoursId id) {
        return sql.find(id);
    }

    /** Those that can be chosen, by name. */
    public List<KeptHours> valid() {
        return sql.all().stream().filter(kept -> kept.details().valid()).toList();
    }

    /** Whether they are valid; then they stay so until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(HoursId id) {
        return sql.hold(id);
    }
}

package sportello.field;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What fields say. Whoever asks has found the thing that they tell of, and may see it. */
@Component
public class FilledFields {
    private final FilledFieldSql sql;

    FilledFields(FilledFieldSql sql) {
        this.sql = sql;
    }

    /** Of one thing, in the administrators' order; also what is no longer asked. */
    public List<FilledField> of(Subject subject, long id) {
        return sql.of(subject, List.of(id)).getOrDefault(id, List.of());
    }

    /** Of many, in one statement; of what says nothing there is nothing. */
    public Map<Long, List<FilledField>> of(Subject subject, List<Long> ids) {
        return sql.of(subject, ids);
    }

    /** As far as the screen shows them. */
    public List<FilledField> of(Subject subject, long id, Screen screen) {
        return of(subject, List.of(id), screen).getOrDefault(id, List.of());
    }

    /** The same of many, in one statement; nobody is asked about nothing. */
    public Map<Long, List<FilledField>> of(Subject subject, List<Long> ids, Screen screen) {
        return ids.isEmpty() ? Map.of() : sql.of(subject, ids, screen);
    }

    /** @param value null for nothing */
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(Subject subject, long id, FieldId field, @Nullable Value value) {
        sql.clear(subject, id, field);
        if (value != null) sql.insert(subject, id, field, value);
    }

    /** What is new says all that the other one says. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(Subject subject, long from, long to) {
        for (var one : of(subject, from)) sql.insert(subject, to, one.field().id(), one.value());
    }
}

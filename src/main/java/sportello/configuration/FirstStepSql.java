package sportello.configuration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FirstStepSql {
    private final JdbcClient db;

    FirstStepSql(JdbcClient db) {
        this.db = db;
    }

    Set<FirstStep> asked() {
        var steps = EnumSet.noneOf(FirstStep.class);
        db.sql("select step from first_step order by step").query(String.class).list().stream()
                .map(FirstStep::of)
                .forEach(steps::add);
        return steps;
    }

    void askAll() {
        db.sql("insert into first_step (step) select unnest(:steps::text[]) on conflict do nothing")
                .param(
                        "steps",
                        Arrays.stream(FirstStep.values()).map(FirstStep::key).toArray(String[]::new))
                .update();
    }

    void delete(FirstStep step) {
        db.sql("delete from first_step where step = :step")
                .param("step", step.key())
                .update();
    }
}

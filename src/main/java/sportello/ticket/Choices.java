package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;

/** What the desk can choose, in the house's order. */
@Component
public class Choices {
    private final ChoiceSql sql;

    Choices(ChoiceSql sql) {
        this.sql = sql;
    }

    public List<Choice> valid(ChoiceList list) {
        return sql.valid(list);
    }

    /** Empty if none is wanted; refused if the wanted one can no longer be chosen. */
    Outcome<Optional<Choice>> chosen(ChoiceList list, @Nullable Long wanted) {
        if (wanted == null) return Outcome.done(Optional.empty());
        return sql.valid(list, wanted)
                .map(choice -> Outcome.done(Optional.of(choice)))
                .orElseGet(() -> Outcome.refused(list.word("unknown")));
    }
}

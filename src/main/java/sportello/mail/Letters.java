package sportello.mail;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters of the house and what became of them. */
@Component
public class Letters {
    private final LetterSql sql;

    Letters(LetterSql sql) {
        this.sql = sql;
    }

    /** How far each of the letters has come; in one query. */
    public Map<LetterId, Delivery> deliveries(Collection<LetterId> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.deliveries(ids).stream().collect(toMap(Delivery::letter, delivery -> delivery));
    }
}

package sportello.mail;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

    /**
     * A server took the letter, and another could not deliver it after all; a letter that did not leave stays as it is.
     *
     * @param words what that server said
     */
    @Transactional
    public void bounced(String messageId, String address, String words) {
        sql.bounced(messageId, address, words);
    }
}

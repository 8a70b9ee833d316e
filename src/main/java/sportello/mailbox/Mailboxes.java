package sportello.mailbox;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes from which mail comes, and how they are. */
@Component
public class Mailboxes {
    private final MailboxSql sql;

    Mailboxes(MailboxSql sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public Optional<Mailbox> find(MailboxId id) {
        return sql.find(id);
    }

    /** By name, also those out of use. */
    @Transactional(readOnly = true)
    public List<Mailbox> all() {
        return sql.all();
    }

    /** How each of them is, by name. */
    @Transactional(readOnly = true)
    public List<Health> health() {
        return sql.health();
    }
}

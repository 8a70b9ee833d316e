package sportello.mailbox;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways by which mail comes in. */
@Component
public class Mailboxes {
    private final MailboxSql sql;

    Mailboxes(MailboxSql sql) {
        this.sql = sql;
    }

    /** One mailbox. */
    @Transactional(readOnly = true)
    public Optional<Mailbox> find(MailboxId id) {
        return sql.find(id);
    }

    /** All of them by name, also those out of use. */
    @Transactional(readOnly = true)
    public List<Mailbox> all() {
        return sql.all();
    }

    /** How they are, all of them by name. */
    @Transactional(readOnly = true)
    public List<MailboxHealth> health() {
        return sql.health();
    }
}

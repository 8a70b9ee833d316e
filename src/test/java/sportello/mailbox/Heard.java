package sportello.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.transaction.event.TransactionalEventListener;

/** Everything that was called out, from the moment at which the database shows what it is about. */
class Heard {
    private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    @TransactionalEventListener(
            classes = {MailArrived.class, MailQuarantined.class, MailboxStopped.class, MailboxBack.class},
            fallbackExecution = true)
    void hear(Object event) {
        events.add(event);
    }

    <T> List<T> of(Class<T> type, MailboxId mailbox) {
        return List.copyOf(events).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> switch ((Object) event) {
                    case MailArrived(var arrival, var id) -> id.equals(mailbox);
                    case MailQuarantined(var arrival, var id, var reason) -> id.equals(mailbox);
                    case MailboxStopped(var id, var since, var error) -> id.equals(mailbox);
                    case MailboxBack(var id) -> id.equals(mailbox);
                    default -> false;
                })
                .toList();
    }
}

package sportello.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.event.EventListener;

/** Everything that was called out. */
class Heard {
    private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    @EventListener({MailArrived.class, MailQuarantined.class, MailboxStopped.class, MailboxBack.class})
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

package sportello.queue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Recipient;

/** The queues of the house. */
@Component
public class Queues {
    private final QueueSql sql;

    Queues(QueueSql sql) {
        this.sql = sql;
    }

    public Optional<Queue> find(QueueId id) {
        return sql.find(id);
    }

    /** The queue that a foreign key promises. */
    public Queue get(QueueId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("queue " + id.value()));
    }

    /** The valid queue of this full name, {@code Padre::Figlia}; capitals do not matter. */
    public Optional<Queue> byName(String name) {
        return sql.byName(name);
    }

    /** Where requests land that match no rule. */
    public Queue raw() {
        return sql.raw();
    }

    /** The valid queue that the first of the addresses reaches which reaches any. */
    public Optional<Queue> byAddress(List<String> addresses) {
        return addresses.isEmpty() ? Optional.empty() : addresses().queue(addresses);
    }

    /** By which addresses they are reached now. */
    public QueueAddresses addresses() {
        return sql.addresses();
    }

    /** From whom letters about its tickets come: the queue or the nearest above it that has an address. */
    public Optional<Recipient> sender(QueueId id) {
        return sql.sender(id);
    }

    /** The same of all queues, without those that have none. */
    public Map<QueueId, Recipient> senders() {
        return sql.senders();
    }

    /** What becomes of mails about its closed tickets, and of mails by strangers. */
    public MailPolicy mailPolicy(QueueId id) {
        return sql.mailPolicy(id);
    }

    /** All valid queues, in the order of the tree: for those who set the house up. */
    public List<Queue> valid() {
        return sql.valid();
    }

    /** The valid queues in which the viewer holds the key (or rw), in the order of the tree. */
    public List<Queue> where(AgentViewer viewer, Permission wanted) {
        return sql.ofGroups(viewer.grants().groupsFor(wanted));
    }
}

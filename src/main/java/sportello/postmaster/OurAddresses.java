package sportello.postmaster;

import org.springframework.stereotype.Component;
import sportello.mailbox.AcceptedAddress;
import sportello.queue.Queues;

/** Mail is taken from other servers for the addresses of queues, and for no others: the house is no relay. */
@Component
class OurAddresses implements AcceptedAddress {
    private final Queues queues;

    OurAddresses(Queues queues) {
        this.queues = queues;
    }

    @Override
    public boolean accepts(String address) {
        return queues.addresses().areOurs(address);
    }
}

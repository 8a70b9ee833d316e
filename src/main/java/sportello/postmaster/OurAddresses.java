package sportello.postmaster;

import org.springframework.stereotype.Component;
import sportello.mail.OurCompany;
import sportello.mailbox.AcceptedAddress;
import sportello.queue.QueueAddresses;
import sportello.queue.Queues;

/** Mail is taken from other servers for the addresses of queues, and for no others: the house is no relay. */
@Component
class OurAddresses implements AcceptedAddress {
    private final Queues queues;
    private final OurCompany company;

    OurAddresses(Queues queues, OurCompany company) {
        this.queues = queues;
        this.company = company;
    }

    @Override
    public boolean accepts(String address) {
        return queues.addresses().areOurs(address);
    }

    /** Whether what goes there comes back to the house. */
    boolean isOurs(String address) {
        return isOurs(address, queues.addresses());
    }

    /** The same for who has the queues' addresses at hand. */
    boolean isOurs(String address, QueueAddresses ours) {
        return ours.areOurs(address) || address.equalsIgnoreCase(company.get().email());
    }
}

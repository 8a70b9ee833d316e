package sportello.postmaster;

import java.util.Locale;
import org.springframework.stereotype.Component;
import sportello.mail.OurCompany;
import sportello.mailbox.AcceptedAddress;
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
        return queues.addresses().contains(address.toLowerCase(Locale.ROOT));
    }

    /** Whether what goes there comes back to the house. */
    boolean isOurs(String address) {
        return accepts(address) || address.equalsIgnoreCase(company.get().email());
    }
}

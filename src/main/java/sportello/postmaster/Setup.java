package sportello.postmaster;

import java.util.List;
import sportello.mail.Company;
import sportello.queue.QueueAddresses;

/**
 * How the house is set up, as far as every mail is asked about it; as it was when a handful of mails was begun.
 *
 * @param filters the valid ones, in their order
 */
record Setup(QueueAddresses addresses, List<MailFilter> filters, Company company) {
    Setup {
        filters = List.copyOf(filters);
    }

    /** Whether what goes there comes back to the house. */
    boolean isOurs(String address) {
        return addresses.areOurs(address) || address.equalsIgnoreCase(company.email());
    }
}

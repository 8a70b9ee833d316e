package sportello.postmaster;

import java.util.List;
import sportello.base.Language;
import sportello.field.Field;
import sportello.mail.Company;
import sportello.queue.QueueAddresses;

/**
 * How the house is set up, as far as every mail is asked about it; as it was when a handful of mails was begun.
 *
 * @param filters the valid ones, in their order
 * @param fields of the house's own that tickets have
 */
record Setup(QueueAddresses addresses, List<MailFilter> filters, List<Field> fields, Company company) {
    Setup {
        filters = List.copyOf(filters);
        fields = List.copyOf(fields);
    }

    /** Of the house, to whom it does not know. */
    Language language() {
        return company.house().language();
    }

    /** Whether what goes there comes back to the house. */
    boolean isOurs(String address) {
        return addresses.areOurs(address) || address.equalsIgnoreCase(company.email());
    }
}

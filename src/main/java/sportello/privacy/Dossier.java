package sportello.privacy;

import java.util.List;
import sportello.customer.Customer;
import sportello.customer.CustomerRight;
import sportello.customer.CustomerUser;
import sportello.field.FilledField;
import sportello.identity.Footprint;
import sportello.identity.Viewer.CustomerViewer;
import sportello.mailbox.Arrival;
import sportello.mailkey.KeptCorrespondentKey;
import sportello.ticket.TicketNumber;
import sportello.ticket.Writing;

/**
 * All that the house knows of a customer's person and tells the person. What a request says is read through the
 * person's own eyes, so that nothing internal stands in it.
 *
 * @param eyes through which the requests are read
 * @param addresses further ones by which the person writes
 * @param rights of the person alone in reserved groups
 * @param requests that the person asked
 * @param elsewhere what the person wrote and those requests do not show
 * @param mails as they came, byte by byte
 * @param keys by which the person is written to
 */
public record Dossier(
        CustomerViewer eyes,
        CustomerUser person,
        List<Customer> customers,
        List<String> addresses,
        List<CustomerRight> rights,
        List<FilledField> fields,
        Footprint footprint,
        List<TicketNumber> requests,
        List<Writing> elsewhere,
        List<Arrival> mails,
        List<KeptCorrespondentKey> keys) {

    public Dossier {
        customers = List.copyOf(customers);
        addresses = List.copyOf(addresses);
        rights = List.copyOf(rights);
        fields = List.copyOf(fields);
        requests = List.copyOf(requests);
        elsewhere = List.copyOf(elsewhere);
        mails = List.copyOf(mails);
        keys = List.copyOf(keys);
    }
}

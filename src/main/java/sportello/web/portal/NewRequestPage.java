package sportello.web.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.field.AskedField;
import sportello.ticket.Choice;

/**
 * The form for a new request, empty or with what was typed.
 *
 * @param form drawn by lot; by it the same form is known if it arrives twice
 * @param customers the organisations to choose from
 * @param chosen the organisation asked for
 * @param services for which customers can ask
 * @param service the id of the one asked for
 * @param fields the house's own
 * @param filesLost how many files have to be chosen again
 */
public record NewRequestPage(
        UUID form,
        List<Customer> customers,
        CustomerId chosen,
        List<Choice> services,
        @Nullable Long service,
        String title,
        String text,
        List<AskedField> fields,
        int filesLost,
        Problems problems) {

    public boolean isFor(Choice one) {
        return service != null && service == one.id();
    }
}

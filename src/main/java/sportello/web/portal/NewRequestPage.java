package sportello.web.portal;

import java.util.List;
import java.util.UUID;
import sportello.customer.Customer;
import sportello.customer.CustomerId;

/**
 * The form for a new request, empty or with what was typed.
 *
 * @param form drawn by lot; by it the same form is known if it arrives twice
 * @param customers the organisations to choose from
 * @param chosen the organisation asked for
 * @param filesLost how many files have to be chosen again
 */
public record NewRequestPage(
        UUID form,
        List<Customer> customers,
        CustomerId chosen,
        String title,
        String text,
        int filesLost,
        Problems problems) {}

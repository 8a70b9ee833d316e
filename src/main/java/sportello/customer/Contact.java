package sportello.customer;

/**
 * Somebody who asks, for one of the customers for which the person may.
 *
 * @param own whether it is the person's own customer, to whom the person's tickets belong where nobody says otherwise
 * @param valid whether person and customer both are
 */
public record Contact(
        CustomerUserId id,
        String firstName,
        String lastName,
        String email,
        String phone,
        CustomerId customer,
        String customerName,
        boolean own,
        boolean valid) {

    public String name() {
        return firstName + " " + lastName;
    }
}

package sportello.customer;

/**
 * Somebody who asks, for one of the customers for which the person may.
 *
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
        boolean valid) {

    public String name() {
        return firstName + " " + lastName;
    }
}

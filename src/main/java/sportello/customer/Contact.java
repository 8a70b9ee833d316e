package sportello.customer;

/** A customer user as one writes to: by name, with the address and for whom the person asks. */
public record Contact(String name, String email, String customer) {}

package sportello.customer;

/** A customer user who was searched for, with the organisation's name. */
public record FoundUser(CustomerUserId id, String name, String email, String customer) {}

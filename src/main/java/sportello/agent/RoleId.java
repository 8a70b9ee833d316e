package sportello.agent;

/** A role's key in the database. */
public record RoleId(long value) {}

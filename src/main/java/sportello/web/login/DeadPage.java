package sportello.web.login;

/** The page of a link that is broken, used or too old. */
public record DeadPage() {}

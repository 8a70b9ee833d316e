package sportello.agent;

/** One key in the hand of one holder, in a group that the context names. */
public record HeldKey(Holder holder, Permission key) {}

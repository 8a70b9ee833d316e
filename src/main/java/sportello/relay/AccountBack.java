package sportello.relay;

/** An account that had stopped works again. */
public record AccountBack(String name) {}

package sportello.web;

/** A log-in for trying out that the log-in page shows, with a word on who it is; only the demo has any. */
public record Trial(String who, String username, String password) {}

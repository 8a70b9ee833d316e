package sportello.demo.story;

/** A part of an {@link Entry}: what its heading says, and the text below. */
public record Part(String kind, String argument, String subject, String text) {}

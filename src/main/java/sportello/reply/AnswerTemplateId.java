package sportello.reply;

/** Identifies an answer template. */
public record AnswerTemplateId(long value) {}

package sportello.demo;

import sportello.base.Html;

/** A mail in the post office with what it says; pictures that came with it are in the HTML. */
public record OpenedMail(PostedMail head, String messageId, String text, Html html) {}

package sportello.ticket;

import sportello.mail.Addressees;

/** What an agent wrote to be mailed. */
public record Mail(Addressees addressees, Title subject, Message text, Uploads files) {}

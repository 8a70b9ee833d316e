package sportello.ticket;

import sportello.queue.QueueId;

/** A ticket to which mails belong. */
public record MailThread(TicketId ticket, TicketNumber number, QueueId queue, Status state) {}

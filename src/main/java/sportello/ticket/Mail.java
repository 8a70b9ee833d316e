package sportello.ticket;

import sportello.mail.Addressees;

/** What an agent wrote to be mailed, and how long that took. */
public record Mail(Addressees addressees, Title subject, Message text, Uploads files, Spent spent) {

    public Mail(Addressees addressees, Title subject, Message text, Uploads files) {
        this(addressees, subject, text, files, Spent.NONE);
    }
}

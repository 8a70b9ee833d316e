package sportello.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import org.springframework.stereotype.Component;
import sportello.calendar.Appointments;
import sportello.mail.Letters;
import sportello.mailkey.Correspondents;
import sportello.notification.Ledger;
import sportello.postmaster.MailLog;
import sportello.print.Printouts;
import sportello.storage.Files;
import sportello.ticket.Emptying;
import sportello.ticket.ForgettingPerson;
import sportello.webhook.Deliveries;

/** What others keep of the tickets of somebody who is erased, or of those that are emptied: mails in and out, who was told, documents, appointments, keys, bytes. */
@Component
class Remains {
    private final MailLog mails;
    private final Letters letters;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Printouts printouts;
    private final Appointments appointments;
    private final Correspondents correspondents;
    private final Files files;

    Remains(
            MailLog mails,
            Letters letters,
            Ledger ledger,
            Deliveries deliveries,
            Printouts printouts,
            Appointments appointments,
            Correspondents correspondents,
            Files files) {
        this.mails = mails;
        this.letters = letters;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.printouts = printouts;
        this.appointments = appointments;
        this.correspondents = correspondents;
        this.files = files;
    }

    void forget(ForgettingPerson.Person person, ForgettingPerson.Forgotten forgotten, String sentence) {
        var standIn = person.names().standIn();
        mails.forget(person.id(), person.addresses(), forgotten.touched(), standIn, sentence);
        var about = new ArrayList<>(forgotten.answers());
        about.addAll(ledger.letters(forgotten.asked()));
        var around = new ArrayList<>(forgotten.mails());
        around.addAll(ledger.letters(forgotten.touched()));
        var gone = new HashSet<>(forgotten.files());
        gone.addAll(letters.forget(person.addresses(), person.names(), about, around, sentence));
        deliveries.forget(
                person.names(), ledger.deliveries(forgotten.asked()), ledger.deliveries(forgotten.touched()), sentence);
        ledger.forget(person.id(), person.addresses(), standIn);
        printouts.forget(forgotten.touched());
        appointments.forget(person.near(), forgotten.asked());
        appointments.forget(person.names(), forgotten.touched());
        correspondents.forget(person.addresses());
        gone.forEach(files::forget);
    }

    /** The same of tickets that are emptied. */
    void empty(Emptying.Emptied emptied, String sentence, String nobody) {
        var tickets = emptied.tickets();
        mails.empty(tickets, nobody, sentence);
        var outside = new ArrayList<>(emptied.mails());
        outside.addAll(ledger.lettersOutside(tickets));
        var all = new ArrayList<>(emptied.mails());
        all.addAll(ledger.letters(tickets));
        var gone = new HashSet<>(emptied.files());
        gone.addAll(letters.empty(all, outside, sentence, nobody));
        deliveries.empty(ledger.deliveries(tickets), sentence);
        ledger.empty(tickets, nobody);
        printouts.forget(tickets);
        appointments.empty(tickets, sentence);
        gone.forEach(files::forget);
    }
}

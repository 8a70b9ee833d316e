package sportello.privacy;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.customer.CustomerRights;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Particulars;
import sportello.identity.Footprints;
import sportello.identity.Viewers;
import sportello.mailkey.Correspondents;
import sportello.postmaster.MailLog;
import sportello.ticket.Writings;

/**
 * Hands out what the house knows of a customer's person, as the law gives the person a right to it. Administrators do it,
 * since it is all of it at once; the book keeps that they did, by the person's number and not by the name, which may have
 * to be forgotten.
 */
@Component
public class HandingOut {
    private final Customers customers;
    private final CustomerRights rights;
    private final Particulars particulars;
    private final Footprints footprints;
    private final Viewers viewers;
    private final Writings writings;
    private final MailLog mails;
    private final Correspondents correspondents;
    private final Book book;

    HandingOut(
            Customers customers,
            CustomerRights rights,
            Particulars particulars,
            Footprints footprints,
            Viewers viewers,
            Writings writings,
            MailLog mails,
            Correspondents correspondents,
            Book book) {
        this.customers = customers;
        this.rights = rights;
        this.particulars = particulars;
        this.footprints = footprints;
        this.viewers = viewers;
        this.writings = writings;
        this.mails = mails;
        this.correspondents = correspondents;
        this.book = book;
    }

    /** What was handed out, as the book tells of it. */
    private record HandedOut(int requests, int mails) {}

    @Transactional
    public Outcome<Dossier> dossier(CustomerUserId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("customers.administer");
        var person = customers.find(id);
        if (person.isEmpty()) return Outcome.refused("privacy.nobody");
        var dossier = dossier(person.get());
        var told = new HandedOut(dossier.requests().size(), dossier.mails().size());
        book.write(Topic.PRIVACY, id.value(), "" + id.value(), null, told);
        return Outcome.done(dossier);
    }

    private Dossier dossier(CustomerUser person) {
        var eyes = viewers.customerUser(person.id()).orElseThrow();
        var addresses = customers.addresses(person.id());
        return new Dossier(
                eyes,
                person,
                customers.all(eyes.customers()),
                addresses,
                rights.of(person.id()),
                particulars.of(person.id()),
                footprints.of(person.id()),
                writings.requests(eyes),
                writings.elsewhere(eyes),
                mails.by(person.id(), all(person, addresses)),
                correspondents.of(all(person, addresses)));
    }

    private static Set<String> all(CustomerUser person, List<String> further) {
        return Stream.concat(Stream.of(person.email()), further.stream())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(toSet());
    }
}

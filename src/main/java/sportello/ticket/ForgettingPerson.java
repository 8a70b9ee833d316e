package sportello.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Redaction;
import sportello.customer.CustomerUserId;
import sportello.identity.Actor;
import sportello.mail.LetterId;
import sportello.storage.Hash;

/**
 * Takes a customer's person out of all tickets, which keep their numbers, times and people of the desk. Whoever asks has
 * decided that it may be.
 */
@Component
public class ForgettingPerson {
    private final ForgettingPersonSql people;
    private final ForgettingTextSql texts;
    private final ForgettingFileSql files;
    private final ErasingHistory history;

    ForgettingPerson(
            ForgettingPersonSql people, ForgettingTextSql texts, ForgettingFileSql files, ErasingHistory history) {
        this.people = people;
        this.texts = texts;
        this.files = files;
        this.history = history;
    }

    /**
     * Who is to be forgotten.
     *
     * @param addresses by which the person wrote or was written to, in small letters
     * @param names what names nobody else, to be erased wherever the person comes up
     * @param near what may name others too, to be erased where the person asked
     * @param sentence what stands in the place of what the person wrote; null where that stays
     */
    public record Person(
            CustomerUserId id,
            Set<String> addresses,
            Redaction names,
            Redaction near,
            @Nullable String sentence) {

        public Person {
            addresses = Set.copyOf(addresses);
        }
    }

    /**
     * What was found of the person, and what others keep of it.
     *
     * @param asked the tickets that the person asked
     * @param touched all in which the person comes up, those among them
     * @param answers the letters that are articles of the tickets that the person asked
     * @param mails those of all of them
     * @param files whose bytes nobody may need any more
     */
    public record Forgotten(
            List<TicketId> asked,
            List<TicketId> touched,
            List<LetterId> answers,
            List<LetterId> mails,
            Set<Hash> files) {

        public Forgotten {
            asked = List.copyOf(asked);
            touched = List.copyOf(touched);
            answers = List.copyOf(answers);
            mails = List.copyOf(mails);
            files = Set.copyOf(files);
        }
    }

    /**
     * How much of the person there is.
     *
     * @param asked how many tickets the person asked
     * @param written how many articles the person wrote
     */
    public record Extent(int asked, int written) {}

    public Extent extent(CustomerUserId id) {
        return people.extent(id);
    }

    /** All addresses by which mails of the person came, in small letters. */
    public List<String> addresses(CustomerUserId id) {
        return people.addresses(id);
    }

    /** The tickets in which the person comes up; nobody else changes them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TicketId> touched(Person person) {
        return ids(people.touched(person));
    }

    /** Nobody else changes these tickets until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Forgotten forget(Person person, Actor by) {
        var asked = people.asked(person);
        var touched = people.touched(person);
        var answers = people.letters(asked);
        var mails = people.letters(touched);
        var gone = files.forget(person, touched);
        if (person.sentence() != null) texts.replaceOwn(person, person.sentence(), asked, touched);
        texts.redact(person.near(), asked);
        texts.redact(person.names(), touched);
        people.forget(person, touched);
        for (var ticket : touched) history.erase(ticket, person, asked.contains(ticket), by);
        return new Forgotten(ids(asked), ids(touched), answers, mails, gone);
    }

    private static List<TicketId> ids(Collection<Long> tickets) {
        return tickets.stream().map(TicketId::new).toList();
    }
}

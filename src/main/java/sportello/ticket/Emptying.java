package sportello.ticket;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.mail.LetterId;
import sportello.storage.Hash;

/**
 * Takes out of tickets what anybody wrote or sent, and who it was if not of the desk. They keep numbers, queues, classes,
 * states, organisations, times and who did what. Whoever asks has decided that it may be.
 */
@Component
public class Emptying {
    private final EmptyingSql sql;
    private final ForgettingPersonSql people;
    private final ErasingHistory history;
    private final Clock clock;

    Emptying(EmptyingSql sql, ForgettingPersonSql people, ErasingHistory history, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What others keep of the tickets.
     *
     * @param tickets with those that were merged into them
     * @param mails the letters that are their articles
     * @param files whose bytes nobody may need any more
     */
    public record Emptied(List<TicketId> tickets, List<LetterId> mails, Set<Hash> files) {

        public Emptied {
            tickets = List.copyOf(tickets);
            mails = List.copyOf(mails);
            files = Set.copyOf(files);
        }
    }

    /**
     * Nobody else changes these tickets until the transaction ends.
     *
     * @param sentence what stands in the place of words
     * @param nobody what stands in the place of names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Emptied empty(Collection<TicketId> closed, String sentence, String nobody) {
        var all = sql.withMerged(closed.stream().map(TicketId::value).toList());
        var mails = people.letters(all);
        var files = sql.deleteFiles(all);
        sql.empty(all, sentence, nobody, clock.instant());
        var tickets = all.stream().map(TicketId::new).toList();
        tickets.forEach(ticket -> history.empty(ticket, sentence));
        return new Emptied(tickets, mails, files);
    }
}

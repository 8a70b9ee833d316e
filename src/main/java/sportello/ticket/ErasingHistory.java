package sportello.ticket;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import sportello.identity.Actor;

/** Takes words out of a history, which says that it did: the new line vouches for what the old ones say now. */
@Component
class ErasingHistory {
    private final HistorySql sql;
    private final Chronicle chronicle;

    ErasingHistory(HistorySql sql, Chronicle chronicle) {
        this.sql = sql;
        this.chronicle = chronicle;
    }

    /** @param asked whether the person asked the ticket, so that what its fields said goes too */
    void erase(long ticket, ForgettingPerson.Person person, boolean asked, Actor by) {
        var lines = rewrite(ticket, facts -> erased(facts, person, asked));
        chronicle.record(new TicketEvent.PersonErased(new TicketId(ticket), by, person.id(), lines));
    }

    /** @param sentence what stands in the place of all words */
    void empty(TicketId ticket, String sentence) {
        var words = new EmptyingFacts(sentence);
        var lines = rewrite(ticket.value(), words::without);
        chronicle.record(new TicketEvent.Emptied(ticket, Actor.SYSTEM, lines));
    }

    /** What is new in it, by the numbers of the lines. */
    private Map<Integer, String> rewrite(long ticket, UnaryOperator<String> without) {
        var lines = new HashMap<Integer, String>();
        for (var stored : sql.chainOf(new TicketId(ticket))) {
            var link = stored.link();
            var facts = without.apply(link.facts());
            if (facts.equals(link.facts())) continue;
            sql.erase(link, facts);
            lines.put(link.no(), voucher(new ChainLink(ticket, link.no(), link.type(), facts, link.at())));
        }
        return lines;
    }

    private static String erased(String facts, ForgettingPerson.Person person, boolean asked) {
        var said = facts;
        var sentence = person.sentence();
        if (asked && sentence != null && Facts.read(facts) instanceof TicketEvent.FieldChanged changed)
            said = Facts.of(new EmptyingFacts(sentence).without(changed));
        return (asked ? person.near() : person.names()).of(said);
    }

    /** The hash of what a line says by itself. */
    static String voucher(ChainLink link) {
        return HexFormat.of().formatHex(link.hashAfter(null));
    }
}

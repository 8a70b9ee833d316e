package sportello.ticket;

import java.util.HashMap;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.field.Value;
import sportello.identity.Actor;

/** Takes somebody's name out of a history, which says that it did: the new line vouches for what the old ones say now. */
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
        var lines = new HashMap<Integer, String>();
        for (var stored : sql.chainOf(new TicketId(ticket))) {
            var link = stored.link();
            var facts = erased(link.facts(), person, asked);
            if (facts.equals(link.facts())) continue;
            sql.erase(link, facts);
            lines.put(link.no(), voucher(new ChainLink(ticket, link.no(), link.type(), facts, link.at())));
        }
        chronicle.record(new TicketEvent.PersonErased(new TicketId(ticket), by, person.id(), lines));
    }

    private static String erased(String facts, ForgettingPerson.Person person, boolean asked) {
        var said = facts;
        var sentence = person.sentence();
        if (asked && sentence != null && Facts.read(facts) instanceof TicketEvent.FieldChanged changed)
            said = Facts.of(new TicketEvent.FieldChanged(
                    changed.ticket(),
                    changed.by(),
                    changed.field(),
                    without(changed.from(), sentence),
                    without(changed.to(), sentence),
                    changed.article()));
        return (asked ? person.near() : person.names()).of(said);
    }

    private static @Nullable Value without(@Nullable Value value, String sentence) {
        return value instanceof Value.Words || value instanceof Value.Link ? new Value.Words(sentence) : value;
    }

    /** The hash of what a line says by itself. */
    static String voucher(ChainLink link) {
        return HexFormat.of().formatHex(link.hashAfter(null));
    }
}

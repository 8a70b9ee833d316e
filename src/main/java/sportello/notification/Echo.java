package sportello.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.ticket.Briefing;
import sportello.ticket.Hand;

/**
 * Where a letter would come back: answered by a machine that answers each, or as not deliverable. Each such answer would
 * be news again, and the next letter.
 *
 * @param hand that wrote what the news is about
 * @param byColleague whether it came from an address of the desk
 * @param unreached the addresses to which a letter has just come back
 * @param twice whether what came back told already of something that came back
 * @param flood whether there has been more of it today than people send, or want to hear of
 */
record Echo(Hand hand, boolean byColleague, Set<String> unreached, boolean twice, boolean flood) {
    static final Echo NONE = new Echo(Hand.PERSON, false, Set.of(), false, false);

    Echo {
        unreached = Set.copyOf(unreached);
    }

    static Echo of(Briefing.@Nullable Text article) {
        return article == null ? NONE : new Echo(article.hand(), article.byColleague(), Set.of(), false, false);
    }

    Echo returned(Set<String> addresses, boolean again) {
        return new Echo(hand, byColleague, addresses, again, flood);
    }

    Echo flooded() {
        return new Echo(hand, byColleague, unreached, twice, true);
    }

    /** Why the person is not told, null where nothing stands against it. */
    @Nullable WhyNot keepsFrom(Person person) {
        if (person instanceof Person.Hook) return flood ? WhyNot.TOO_OFTEN : null;
        if (twice || unreached.stream().anyMatch(person.address()::equalsIgnoreCase)) return WhyNot.BOUNCED;
        return switch (person) {
            case Person.OfACustomer _, Person.Outside _ -> keepsFromCustomer();
            case Person.OfTheDesk _ -> keepsFromTheDesk();
            case Person.Hook _ -> null;
        };
    }

    /** The programs of two colleagues would tell each other for ever, under whatever address they write. */
    private @Nullable WhyNot keepsFromTheDesk() {
        if (hand != Hand.MACHINE) return null;
        if (byColleague) return WhyNot.MACHINE;
        return flood ? WhyNot.TOO_OFTEN : null;
    }

    private @Nullable WhyNot keepsFromCustomer() {
        if (hand != Hand.PERSON) return WhyNot.MACHINE;
        return flood ? WhyNot.TOO_OFTEN : null;
    }
}

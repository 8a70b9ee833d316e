package sportello.postmaster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import sportello.mail.MessageIds;
import sportello.mime.Pec;
import sportello.mime.ReadMail;

/** Which mails may have to do with each other, so that they are sorted one after the other and all others at once. */
@Component
class Companions {
    private final MessageIds ours;

    Companions(MessageIds ours) {
        this.ours = ours;
    }

    /** A mail of the names by which others refer to it, and it to others. */
    Set<String> names(ReadMail mail, Setup setup) {
        var names = new HashSet<String>(mail.references());
        if (mail.messageId() != null) names.add(mail.messageId());
        var report = mail.report();
        if (report != null) names.addAll(report.names());
        if (mail.pec() instanceof Pec.Receipt receipt && receipt.refersTo() != null) names.add(receipt.refersTo());
        for (var name : List.copyOf(names)) ours.threadOf(name).ifPresent(names::add);
        for (var number : BelongsToTicket.numbers(mail.subject())) names.add("#" + number.value());
        for (var number : OthersNumber.in(mail, setup.filters())) names.add(number.name());
        return names;
    }

    /** The same, and who wrote it: what one person writes is sorted in the order in which it came. */
    Set<String> namesAndWriter(ReadMail mail, Setup setup) {
        var names = names(mail, setup);
        var from = mail.from() == null ? mail.sender() : mail.from();
        if (from != null) names.add(from.address().toLowerCase(Locale.ROOT));
        return names;
    }

    /** Those that have a name in common, directly or by others, in the order in which they came. */
    static <T> Collection<List<T>> apart(List<T> mails, Function<T, Set<String>> names) {
        var found = new ArrayList<Conversation>();
        for (var place = 0; place < mails.size(); place++) {
            var own = new Conversation(new ArrayList<>(List.of(place)), new HashSet<>(names.apply(mails.get(place))));
            for (var other : List.copyOf(found)) if (own.takesIn(other)) found.remove(other);
            found.add(own);
        }
        return found.stream()
                .map(one -> one.places().stream().sorted().map(mails::get).toList())
                .toList();
    }

    private record Conversation(List<Integer> places, Set<String> names) {
        boolean takesIn(Conversation other) {
            if (Collections.disjoint(names, other.names)) return false;
            names.addAll(other.names);
            return places.addAll(other.places);
        }
    }
}

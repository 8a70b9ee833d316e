package sportello.mime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a head who writes to whom about what. */
final class Letterheads {

    private static final int MOST_REFERENCES = 100;
    private static final int LONGEST_ID = 1_000;
    private static final int LONGEST_SUBJECT = 1_000;

    /** The surest first. */
    private static final List<String> DELIVERED =
            List.of("Resent-To", "Envelope-To", "X-Envelope-To", "To", "Cc", "Delivered-To", "X-Original-To");

    private Letterheads() {}

    static Letterhead of(Head head) {
        return new Letterhead(
                id(head, "Message-ID"),
                references(head),
                from(head),
                one(head, "Sender"),
                AddressList.of(head.all("Reply-To")),
                AddressList.of(head.all("To")),
                AddressList.of(head.all("Cc")),
                deliveredTo(head),
                CleanMail.line(head.text("Subject"), LONGEST_SUBJECT),
                head.first("Date").map(MailDates::read).orElse(null));
    }

    static @Nullable MailAddress from(Head head) {
        return one(head, "From");
    }

    static @Nullable String id(Head head, String field) {
        var ids = head.first(field).map(Letterheads::ids).orElse(List.of());
        return ids.isEmpty() ? null : ids.getFirst();
    }

    /** The names of mails in a text: what stands between angle brackets; a lone word without any gets them. */
    static List<String> ids(String raw) {
        var found = new ArrayList<String>();
        var open = raw.indexOf('<');
        if (open < 0) return lone(raw.strip());
        while (open >= 0) {
            var end = raw.indexOf('>', open);
            if (end < 0) break;
            var again = raw.lastIndexOf('<', end);
            var id = CleanMail.line(raw.substring(again, end + 1)).replace(" ", "");
            if (id.length() > 2 && id.length() <= LONGEST_ID) found.add(id);
            open = raw.indexOf('<', end);
        }
        return found;
    }

    private static List<String> lone(String word) {
        var id = CleanMail.line(word);
        return id.isEmpty() || id.contains(" ") || id.length() > LONGEST_ID || !id.contains("@")
                ? List.of()
                : List.of("<" + id + ">");
    }

    private static List<String> references(Head head) {
        var found = new LinkedHashSet<String>();
        head.all("References").forEach(field -> found.addAll(ids(field)));
        head.all("In-Reply-To").forEach(field -> found.addAll(ids(field)));
        var all = List.copyOf(found);
        if (all.size() <= MOST_REFERENCES) return all;
        var kept = new ArrayList<String>();
        kept.add(all.getFirst());
        kept.addAll(all.subList(all.size() - MOST_REFERENCES + 1, all.size()));
        return kept;
    }

    private static @Nullable MailAddress one(Head head, String field) {
        var people = AddressList.of(head.all(field));
        return people.stream()
                .filter(person -> person.address().contains("@"))
                .findFirst()
                .or(() -> people.stream().findFirst())
                .orElse(null);
    }

    static List<String> deliveredTo(Head head) {
        var found = new LinkedHashSet<String>();
        for (var field : DELIVERED)
            for (var person : AddressList.of(head.all(field)))
                if (person.address().contains("@")) found.add(person.address());
        return List.copyOf(found);
    }
}

package sportello.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Those to whom one mail goes. Whoever stands on the Bcc line is known to nobody but the sender. */
public record Addressees(List<Recipient> to, List<Recipient> cc, List<Recipient> bcc) {
    /** All lines together. */
    public static final int MOST = 50;

    public static final Addressees NONE = new Addressees(List.of(), List.of(), List.of());

    public Addressees {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    public static Addressees only(Recipient recipient) {
        return new Addressees(List.of(recipient), List.of(), List.of());
    }

    /** Reads three lines as people type them: addresses with or without names, between commas, semicolons or lines. */
    public static Outcome<Addressees> of(String to, String cc, String bcc) {
        return read(to).then(first -> read(cc).then(second -> read(bcc).then(third -> of(first, second, third))));
    }

    /** Reads the lines of those who get copies of a mail to somebody who is not typed. */
    public static Outcome<Addressees> copies(String cc, String bcc) {
        return read(cc).then(first -> read(bcc).then(second -> within(List.of(), first, second)));
    }

    /** The same with the one to whom the mail goes. */
    public Addressees to(Recipient recipient) {
        return new Addressees(List.of(recipient), cc, bcc);
    }

    private static Outcome<Addressees> of(List<Recipient> to, List<Recipient> cc, List<Recipient> bcc) {
        return to.isEmpty() ? Outcome.refused("addressees.none") : within(to, cc, bcc);
    }

    private static Outcome<Addressees> within(List<Recipient> to, List<Recipient> cc, List<Recipient> bcc) {
        var all = to.size() + cc.size() + bcc.size();
        if (all > MOST) return Outcome.refused("addressees.many", MOST, all);
        return Outcome.done(new Addressees(to, cc, bcc));
    }

    private static Outcome<List<Recipient>> read(String line) {
        var read = new ArrayList<Recipient>();
        for (var part : CleanText.lines(line).split("[;\\n]")) {
            if (part.isBlank()) continue;
            for (var address : parsed(part)) {
                var name = Objects.requireNonNullElse(address.getPersonal(), "");
                var recipient = Recipient.of(name, Objects.requireNonNullElse(address.getAddress(), ""));
                if (recipient.isEmpty())
                    return Outcome.refused(
                            "addressees.odd", address.toUnicodeString().strip());
                read.add(recipient.get());
            }
        }
        return Outcome.done(read);
    }

    /** What cannot be parsed is one address that is none, so that it can be shown. */
    private static List<InternetAddress> parsed(String part) {
        try {
            return List.of(InternetAddress.parse(part, false));
        } catch (AddressException e) {
            var odd = new InternetAddress();
            odd.setAddress(part);
            return List.of(odd);
        }
    }

    /** Everybody once, in the order of the lines. */
    public List<Recipient> all() {
        var seen = new ArrayList<Recipient>();
        Stream.of(to, cc, bcc)
                .flatMap(List::stream)
                .filter(one -> seen.stream().noneMatch(other -> other.isSameAs(one)))
                .forEach(seen::add);
        return List.copyOf(seen);
    }

    /** What every recipient may read. */
    Addressees onPaper() {
        return new Addressees(to, cc, List.of());
    }

    boolean isEmpty() {
        return to.isEmpty();
    }
}

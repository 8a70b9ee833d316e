package sportello.mime;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.mime.DeliveryReport.Action;
import sportello.mime.DeliveryReport.Fate;

/** Recognises what servers tell about mails of ours. */
final class DeliveryReports {

    static final int LONGEST_WORDS = 1_000;

    private static final int MOST = 200;
    private static final int LONGEST_REPORT = 200_000;
    private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

    private DeliveryReports() {}

    static @Nullable DeliveryReport of(Part mail, String text, Limits limits, Deadline deadline) throws IOException {
        var fates = new ArrayList<Fate>();
        for (var status : mail.all("message/delivery-status").toList()) fates.addAll(fates(status));
        if (!fates.isEmpty()) return report(fates, original(mail, limits, deadline), text);
        if (!mayBeOne(mail.head())) return null;
        var told = BounceWords.fates(mail.head().text("Subject"), text, failed(mail.head()));
        return told.isEmpty() ? null : report(told, original(mail, limits, deadline), text);
    }

    private static boolean mayBeOne(Head head) {
        return AutomaticSigns.isNull(head)
                || AutomaticSigns.isRobot(head)
                || head.first("X-Failed-Recipients").isPresent();
    }

    /** Exim names them in the head. */
    private static List<String> failed(Head head) {
        return AddressList.of(head.all("X-Failed-Recipients")).stream()
                .map(MailAddress::address)
                .limit(MOST)
                .toList();
    }

    private static DeliveryReport report(List<Fate> fates, Optional<Head> original, String text) {
        var names = original.map(DeliveryReports::names)
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> BounceWords.names(text));
        var subject = original.map(head -> head.text("Subject"))
                .filter(words -> !words.isEmpty())
                .map(words -> CleanMail.line(words, LONGEST_WORDS));
        return new DeliveryReport(fates, names, subject.orElseGet(() -> BounceWords.subject(text)));
    }

    /** What is passed on keeps the name that it had, and gets one more from each who does (RFC 5322, 3.6.6). */
    private static List<String> names(Head original) {
        return Stream.of("Resent-Message-ID", "Message-ID")
                .flatMap(field -> original.all(field).stream())
                .flatMap(value -> Letterheads.ids(value).stream())
                .limit(MOST)
                .toList();
    }

    /** The head of the mail that came back. */
    private static Optional<Head> original(Part mail, Limits limits, Deadline deadline) throws IOException {
        for (var part : mail.all()) {
            if (!part.is("message/rfc822") && !part.is("text/rfc822-headers")) continue;
            var head = part.plainlyWritten() ? Head.of(part.body(), limits, deadline) : null;
            if (head != null && !head.fields().isEmpty()) return Optional.of(head);
        }
        return Optional.empty();
    }

    /** Groups of fields between blank lines, one for each address. */
    private static List<Fate> fates(Part status) throws IOException {
        var fates = new ArrayList<Fate>();
        try (var bytes = status.open()) {
            var text = Charsets.guess(bytes.readNBytes(LONGEST_REPORT))
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
            for (var group : text.split("\n[ \t]*\n"))
                if (fates.size() < MOST) fate(group).ifPresent(fates::add);
        }
        return fates;
    }

    private static Optional<Fate> fate(String group) {
        var fields = new Fields(group);
        var alias = fields.value("original-recipient");
        var recipient = fields.value("final-recipient").or(() -> alias);
        var action = fields.value("action")
                .map(word -> word.toLowerCase(Locale.ROOT))
                .orElse("");
        if (recipient.isEmpty()) return Optional.empty();
        var said = afterType(fields.value("diagnostic-code").orElse(""));
        var status = STATUS.matcher(fields.value("status").orElse(said));
        var address = address(recipient.get());
        return Optional.of(new Fate(
                address,
                alias.map(DeliveryReports::address)
                        .filter(other -> !other.equalsIgnoreCase(address))
                        .orElse(""),
                action(action),
                status.find() ? status.group() : "",
                CleanMail.line(said, LONGEST_WORDS)));
    }

    /** What nobody promised to deliver did not arrive. */
    private static Action action(String word) {
        if (word.startsWith("delayed")) return Action.DELAYED;
        var arrived = word.startsWith("delivered") || word.startsWith("relayed") || word.startsWith("expanded");
        return arrived ? Action.DELIVERED : Action.FAILED;
    }

    private static String afterType(String value) {
        var semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(semicolon + 1)).strip();
    }

    private static String address(String value) {
        var people = AddressList.of(afterType(value));
        return people.isEmpty() ? "" : people.getFirst().address();
    }

    /** The fields of a group. */
    private static final class Fields {
        private final List<String> lines = new ArrayList<>();

        Fields(String group) {
            for (var line : group.split("\n")) {
                var more = !lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
                if (more) lines.set(lines.size() - 1, cut(lines.getLast() + " " + line.strip()));
                else lines.add(cut(line));
            }
        }

        private static String cut(String line) {
            return line.substring(0, Math.min(line.length(), 3 * LONGEST_WORDS));
        }

        Optional<String> value(String name) {
            return lines.stream()
                    .filter(line -> line.length() > name.length() && line.charAt(name.length()) == ':')
                    .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }
}

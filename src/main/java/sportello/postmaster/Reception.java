package sportello.postmaster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;
import sportello.base.Html;
import sportello.base.Language;
import sportello.mail.MessageId;
import sportello.mail.Recipient;
import sportello.mime.MailAddress;
import sportello.mime.ReadMail;
import sportello.ticket.Hand;
import sportello.ticket.IncomingMail;
import sportello.ticket.Message;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** Makes of a mail what a ticket takes in: within the limits of an article, and without losing anything. */
@Component
class Reception {
    private static final int LONGEST_NAME = 200;

    /** As an article of a ticket that is there. */
    IncomingMail of(Course course) {
        return of(course, course.mail().subject());
    }

    /** As the first article of a ticket, under the title that was wished for it. */
    IncomingMail request(Course course) {
        var wished = course.wishes().title();
        return of(course, wished == null ? course.mail().subject() : wished);
    }

    private IncomingMail of(Course course, String title) {
        var mail = course.mail();
        var sender = course.sender();
        var ours = course.setup().addresses().all();
        return new IncomingMail(
                name(mail, sender),
                sender,
                mail.replyTo().stream()
                        .flatMap(address -> recipient(address).stream())
                        .filter(other -> sender == null || !other.isSameAs(sender))
                        .findFirst()
                        .orElse(null),
                MessageId.of(mail.messageId()).orElse(null),
                new Title(titled(title, course.setup().language())),
                text(mail),
                new Uploads(files(mail, course.setup().language())),
                hand(course),
                others(mail.to(), ours),
                others(mail.cc(), ours),
                Proofs.of(mail, course.gateways()));
    }

    private static Hand hand(Course course) {
        var mail = course.mail();
        if (mail.isByMachine()) return Hand.MACHINE;
        var answerable = mail.automatic().isEmpty() && !Proofs.isCertified(mail) && !course.isDoubted();
        return answerable ? Hand.PERSON : Hand.LIST;
    }

    private static Optional<Recipient> recipient(MailAddress address) {
        return Recipient.of(address.name(), address.address());
    }

    /** Whoever it was, there is something to call the person by. */
    static String name(ReadMail mail, @Nullable Recipient sender) {
        var from = mail.from();
        var said = from == null ? "" : CleanText.line(from.name().isBlank() ? from.address() : from.name());
        if (!CleanText.isBlank(said)) return cut(said, LONGEST_NAME);
        return sender == null ? "?" : sender.address();
    }

    private static String untitled(Language house) {
        return ResourceBundle.getBundle("messages.mailroom", house.locale()).getString("maillog.no_subject");
    }

    private static String wholeText(Language house) {
        return ResourceBundle.getBundle("messages.mailfiles", house.locale()).getString("mailfile.whole_text");
    }

    /** A mail without a subject gets the desk's words for that. */
    private static String titled(String subject, Language house) {
        var title = CleanText.line(subject);
        return CleanText.isBlank(title) ? untitled(house) : cut(title, Title.LONGEST);
    }

    private static Message text(ReadMail mail) {
        var html = mail.html();
        var text = cut(CleanText.lines(mail.text()), Message.LONGEST);
        var markup = html == null ? null : Html.sanitised(html);
        return new Message(text, markup == null || markup.isEmpty() ? null : markup);
    }

    private static List<Upload> files(ReadMail mail, Language house) {
        var files = new ArrayList<Upload>();
        for (var file : mail.files())
            files.add(new Upload(file.name(), file.mediaType(), file.size(), file::open, file.contentId()));
        if (mail.text().length() > Message.LONGEST) {
            var whole = mail.text().getBytes(StandardCharsets.UTF_8);
            files.add(new Upload(
                    wholeText(house), "text/plain", whole.length, () -> new ByteArrayInputStream(whole), null));
        }
        return files;
    }

    private static List<Recipient> others(List<MailAddress> line, Set<String> ours) {
        var seen = new HashSet<>(ours);
        return line.stream()
                .flatMap(address -> recipient(address).stream())
                .filter(one -> seen.add(one.address().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Never in the middle of a sign. */
    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).stripTrailing();
    }
}

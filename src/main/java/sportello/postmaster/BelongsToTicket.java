package sportello.postmaster;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.mail.MessageIds;
import sportello.mime.ReadMail;
import sportello.ticket.MailThread;
import sportello.ticket.MailThreads;
import sportello.ticket.Standing;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/**
 * Whether the mail answers what a ticket is about: by our sealed names among those it refers to, by the first number in its
 * subject that is a ticket's, by other mails of a ticket that it refers to, by another house's number that a filter finds in
 * it. To know a number is no right: the writer's standing decides later.
 */
@Component
class BelongsToTicket implements Step {
    private static final Pattern HOOK = Pattern.compile("(?i)ticket\\s?#:?\\s?([0-9][0-9A-Za-z-]{2,49})");

    /** A forwarded answer to a forwarded answer names several. */
    private static final int MOST_NUMBERS = 10;

    private final MessageIds names;
    private final MailThreads threads;

    BelongsToTicket(MessageIds names, MailThreads threads) {
        this.names = names;
        this.threads = threads;
    }

    @Override
    public Next take(Course course) {
        return thread(course)
                .map(thread -> Step.goOn(course.in(thread, standing(thread, course))
                        .noting("belongs", thread.number().value())))
                .orElseGet(() -> Step.goOn(course));
    }

    /** Where nobody vouches for the sender, the sender is nobody. */
    private Standing standing(MailThread thread, Course course) {
        return course.isDoubted()
                ? new Standing.Stranger(false)
                : threads.standing(
                        thread.ticket(), course.sender(), course.mail().references());
    }

    /** Whether, since it was judged, the mail has come to belong elsewhere: another of its conversation was sorted. */
    boolean isOvertaken(Course course) {
        var judged = Optional.ofNullable(course.thread()).map(MailThread::ticket);
        return !thread(course).map(MailThread::ticket).equals(judged);
    }

    private Optional<MailThread> thread(Course course) {
        return thread(course.mail())
                .or(() -> OthersNumber.in(course.mail(), course.setup().filters()).stream()
                        .flatMap(one -> threads.holding(one.field(), one.number()).stream())
                        .findFirst());
    }

    private Optional<MailThread> thread(ReadMail mail) {
        var references = mail.references();
        return byOurNames(references)
                .or(() -> numbers(mail.subject()).stream()
                        .flatMap(number -> threads.of(number).stream())
                        .findFirst())
                .or(() -> threads.ofMails(references));
    }

    private Optional<MailThread> byOurNames(List<String> references) {
        return references.reversed().stream()
                .flatMap(name -> names.threadOf(name).stream())
                .flatMap(name -> TicketId.ofThread(name).stream())
                .distinct()
                .flatMap(ticket -> threads.of(ticket).stream())
                .findFirst();
    }

    /** What looks like numbers of tickets in a subject, in their order. */
    static List<TicketNumber> numbers(String subject) {
        var numbers = new LinkedHashSet<TicketNumber>();
        for (var found = HOOK.matcher(subject); numbers.size() < MOST_NUMBERS && found.find(); )
            numbers.add(new TicketNumber(found.group(1)));
        return List.copyOf(numbers);
    }
}

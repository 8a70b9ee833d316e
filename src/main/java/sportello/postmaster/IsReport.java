package sportello.postmaster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.mail.MessageIds;
import sportello.mime.DeliveryReport;
import sportello.mime.Pec;
import sportello.mime.SignatureCheck;
import sportello.ticket.MailThread;
import sportello.ticket.MailThreads;
import sportello.ticket.TicketId;

/**
 * Whether a mail server tells what became of a mail of ours, as a report or as a receipt of certified mail. It is tied to
 * the mail by our own sealed name; a report on anything else is a mail like any other, which nobody answers automatically.
 */
@Component
class IsReport implements Step {
    private final MessageIds names;
    private final MailThreads threads;

    IsReport(MessageIds names, MailThreads threads) {
        this.names = names;
        this.threads = threads;
    }

    @Override
    public Next take(Course course) {
        var report = course.mail().report();
        if (report != null) return told(course, report.names(), report.fates());
        return course.mail().pec() instanceof Pec.Receipt receipt
                        && isWhole(course.mail().signature())
                ? told(course, names(receipt), fates(receipt))
                : Step.goOn(course);
    }

    /** A receipt that was changed on its way attests nothing. */
    private static boolean isWhole(@Nullable SignatureCheck signature) {
        return signature != null && signature.verdict() != SignatureCheck.Verdict.INVALID;
    }

    /** The first of the names that is ours: what others passed on since has theirs before it. */
    private Next told(Course course, List<String> originals, List<DeliveryReport.Fate> fates) {
        for (var original : originals) {
            var thread = thread(original).orElse(null);
            if (thread != null) return told(course, thread, original, fates);
        }
        return Step.goOn(course.noting("report_on_nothing", ""));
    }

    private static Next told(Course course, MailThread thread, String original, List<DeliveryReport.Fate> fates) {
        var failed = fates.stream()
                .filter(fate -> fate.action() == DeliveryReport.Action.FAILED)
                .toList();
        return failed.isEmpty()
                ? Step.end(course.noting("attested", thread.number().value()), new Verdict.Attested(thread))
                : Step.end(
                        course.noting("bounced", thread.number().value()),
                        new Verdict.Bounced(thread, original, failed));
    }

    private Optional<MailThread> thread(String original) {
        return names.threadOf(original).flatMap(TicketId::ofThread).flatMap(threads::of);
    }

    private static List<String> names(Pec.Receipt receipt) {
        var name = receipt.refersTo();
        return name == null ? List.of() : List.of(name);
    }

    private static List<DeliveryReport.Fate> fates(Pec.Receipt receipt) {
        var action = switch (receipt.kind()) {
            case NOT_ACCEPTED, NOT_DELIVERED, VIRUS -> DeliveryReport.Action.FAILED;
            case DELIVERY_UNCERTAIN -> DeliveryReport.Action.DELAYED;
            case ACCEPTED, TAKEN, DELIVERED -> DeliveryReport.Action.DELIVERED;
        };
        return receipt.consignees().stream()
                .map(consignee -> new DeliveryReport.Fate(consignee.address(), action, "", receipt.error()))
                .toList();
    }
}

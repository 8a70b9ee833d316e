package sportello.postmaster;

import org.springframework.stereotype.Component;
import sportello.queue.MailPolicy;
import sportello.queue.MailPolicy.OnClosed;
import sportello.queue.MailPolicy.OnStranger;
import sportello.queue.Queues;
import sportello.ticket.MailThread;
import sportello.ticket.MailThreads;
import sportello.ticket.Standing;
import sportello.ticket.StateType;

/** Whether the ticket that the mail belongs to goes on with it, as its queue wants. */
@Component
class GoesOn implements Step {
    private final Queues queues;
    private final MailThreads threads;

    GoesOn(Queues queues, MailThreads threads) {
        this.queues = queues;
        this.threads = threads;
    }

    @Override
    public Next take(Course course) {
        var thread = course.thread();
        var standing = course.standing();
        if (thread == null || standing == null) return Step.goOn(course);
        // Nobody asks for anything: whatever the queue wants, the words are kept with the ticket.
        if (course.mail().isByMachine())
            return Step.end(course.noting("machine", ""), new Verdict.Join(thread, standing));
        var policy = queues.mailPolicy(thread.queue());
        return standing instanceof Standing.Stranger stranger
                ? stranger(course.noting(why(course, stranger), ""), thread, stranger, policy)
                : known(course, thread, standing, policy);
    }

    private static String why(Course course, Standing.Stranger stranger) {
        if (course.isDoubted()) return "doubted";
        return stranger.reserved() ? "reserved" : "stranger";
    }

    private Next stranger(Course course, MailThread thread, Standing standing, MailPolicy policy) {
        var note = Step.end(course, new Verdict.Join(thread, standing));
        return switch (policy.onStranger()) {
            case OnStranger.NOTE -> note;
            case OnStranger.NEW_TICKET -> threads.isOfInternal(course.mail().references()) ? note : Step.goOn(course);
        };
    }

    private static Next known(Course course, MailThread thread, Standing standing, MailPolicy policy) {
        if (thread.state().type() != StateType.CLOSED) return Step.end(course, new Verdict.Join(thread, standing));
        return switch (policy.onClosed()) {
            case OnClosed.REOPEN -> Step.end(course.noting("reopens", ""), new Verdict.Join(thread, standing));
            case OnClosed.NEW_TICKET ->
                isInternal(standing) ? kept(course, thread, standing) : Step.goOn(course.noting("closed", ""));
            case OnClosed.REJECT -> kept(course, thread, standing);
        };
    }

    /** In a new ticket, the writer's own, others would read what was passed on to the writer alone: it stands quoted below. */
    private static boolean isInternal(Standing standing) {
        return standing instanceof Standing.Correspondent correspondent && !correspondent.visible();
    }

    private static Next kept(Course course, MailThread thread, Standing standing) {
        return Step.end(course.noting("closed", ""), new Verdict.Reject(thread, standing));
    }
}

package sportello.postmaster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.mail.Letters;
import sportello.mime.DeliveryReport;
import sportello.ticket.Beginning;
import sportello.ticket.Bouncing;
import sportello.ticket.FollowingUp;
import sportello.ticket.OpeningByMail;
import sportello.ticket.Received;
import sportello.ticket.Standing;
import sportello.ticket.Steering;
import sportello.ticket.TicketNumber;

/** Does what a verdict says, in the transaction that notes that it was done. */
@Component
class Delivering {
    private final Reception reception;
    private final OpeningByMail opening;
    private final FollowingUp followingUp;
    private final Bouncing bouncing;
    private final Letters letters;
    private final Steering steering;
    private final AutomaticAnswers answers;
    private final Clock clock;

    Delivering(
            Reception reception,
            OpeningByMail opening,
            FollowingUp followingUp,
            Bouncing bouncing,
            Letters letters,
            Steering steering,
            AutomaticAnswers answers,
            Clock clock) {
        this.reception = reception;
        this.opening = opening;
        this.followingUp = followingUp;
        this.bouncing = bouncing;
        this.letters = letters;
        this.steering = steering;
        this.answers = answers;
        this.clock = clock;
    }

    /** Whether the verdict opens a ticket, for which a number has to be drawn. */
    static boolean needsNumber(Verdict verdict) {
        return verdict instanceof Verdict.Open || verdict instanceof Verdict.OpenBeside;
    }

    /**
     * Where the mail went, if it went anywhere, and whether the house answers.
     *
     * @param fresh the number of the ticket that it opens, null if it opens none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Delivered deliver(Pipeline.Judgement judgement, @Nullable TicketNumber fresh) {
        var received = received(judgement.verdict(), judgement.course(), fresh);
        if (received != null) steer(received, judgement.verdict(), judgement.course());
        var answer = received == null ? AutomaticAnswer.NONE : answers.answer(judgement, received.ticket(), fresh);
        return new Delivered(received, answer);
    }

    /** @param received null where the mail went nowhere */
    record Delivered(@Nullable Received received, AutomaticAnswer answer) {}

    private @Nullable Received received(Verdict verdict, Course course, @Nullable TicketNumber fresh) {
        return switch (verdict) {
            case Verdict.Open open ->
                opening.open(drawn(fresh), reception.request(course), open.asker(), open.route(), beginning(course));
            case Verdict.OpenBeside(var closed, var open) ->
                opening.openBeside(
                        closed.ticket(),
                        drawn(fresh),
                        reception.request(course),
                        open.asker(),
                        open.route(),
                        beginning(course));
            case Verdict.Join(var thread, var standing) ->
                followingUp.byMail(thread.ticket(), reception.of(course), standing);
            case Verdict.Reject(var thread, var standing) ->
                followingUp.tooLate(thread.ticket(), reception.of(course), standing);
            case Verdict.Bounced bounced -> bounced(bounced, course);
            case Verdict.Attested(var thread) -> bouncing.attested(thread.ticket(), reception.of(course));
            case Verdict.Ignore _ -> null;
        };
    }

    private static TicketNumber drawn(@Nullable TicketNumber fresh) {
        return Objects.requireNonNull(fresh, "no number was drawn");
    }

    private Received bounced(Verdict.Bounced bounced, Course course) {
        var addresses = new ArrayList<String>();
        for (var fate : bounced.fates()) addresses.add(bounced(bounced.messageId(), fate));
        return bouncing.bounced(bounced.thread().ticket(), reception.of(course), bounced.messageId(), addresses);
    }

    /** The address to which we wrote, as far as anybody knows. */
    private String bounced(String messageId, DeliveryReport.Fate fate) {
        return letters.bounced(messageId, List.of(fate.addressee(), fate.address()), words(fate))
                .orElse(fate.addressee());
    }

    private static String words(DeliveryReport.Fate fate) {
        return (fate.status() + " " + fate.words()).strip();
    }

    private Beginning beginning(Course course) {
        return course.wishes().beginning(clock.instant());
    }

    /** What filters and trusted headers want besides; a stranger's mail changes nothing. */
    private void steer(Received received, Verdict verdict, Course course) {
        switch (verdict) {
            case Verdict.Open _, Verdict.OpenBeside _ ->
                steering.steer(received.ticket(), course.wishes().onBeginning());
            case Verdict.Join(var thread, var standing) -> {
                if (!(standing instanceof Standing.Stranger))
                    steering.steer(received.ticket(), course.onFollowUp().onFollowUp(clock.instant()));
            }
            case Verdict.Reject _, Verdict.Bounced _, Verdict.Attested _, Verdict.Ignore _ -> {}
        }
    }
}

package sportello.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.ticket.Briefing;
import sportello.ticket.Hand;

/**
 * Finds out where letters about a piece of news would come back. Once a day, as strangers are answered
 * ({@code postmaster.AutomaticAnswers}), would be too seldom for people the house knows: each of their requests is one they
 * are told of, also the third in an hour, and the ticket keeps that mail. What says that it is a machine hears nothing, and
 * an answer that refers to its ticket opens none; there remains a machine that keeps both to itself. It is heard out so many
 * times a day, above what a person writes.
 */
@Component
class Echoes {
    /** Of one person's mails, so many a day are confirmed. */
    private static final int MOST = 40;

    /** Of what machines write about one ticket, the desk hears so often a day. */
    private static final int MOST_OF_MACHINES = 10;

    private static final Duration DAY = Duration.ofDays(1);

    private final EchoSql sql;
    private final Clock clock;

    Echoes(EchoSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether people know it: of one report about several addresses they hear once. */
    boolean isKnown(News news) {
        var loss = news.loss();
        var article = news.article();
        return loss != null && loss.messageId() != null && article != null && sql.wasTold(news.ticket(), article);
    }

    Echo of(News news, Briefing ticket) {
        var echo = Echo.of(ticket.article());
        var loss = news.loss();
        if (loss != null) return after(loss, echo);
        return isFlood(news, ticket) ? echo.flooded() : echo;
    }

    private Echo after(Loss loss, Echo echo) {
        var returned = loss.messageId();
        return returned == null
                ? echo.returned(Set.of(loss.address()), false)
                : echo.returned(sql.unreached(returned), sql.toldOfFailure(returned));
    }

    private boolean isFlood(News news, Briefing ticket) {
        if (news.occasion().isOpening()) return isFloodOfTickets(ticket);
        return ticket.article() != null
                && ticket.article().hand() == Hand.MACHINE
                && sql.ofMachines(ticket.id(), clock.instant().minus(DAY)) >= MOST_OF_MACHINES;
    }

    /** What is opened in the portal is opened by a person. */
    private boolean isFloodOfTickets(Briefing ticket) {
        var user = ticket.customerUser();
        var article = ticket.article();
        return user != null
                && article != null
                && article.byMail()
                && sql.confirmed(user, clock.instant().minus(DAY)) >= MOST;
    }
}

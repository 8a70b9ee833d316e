package sportello.mail;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;

/** Hands a server one letter at once, past the outbox, to see whether it takes our mail. */
@Component
public class TrialLetter {
    /** As long as somebody watches a page that does not come. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final OurCompany company;
    private final MessageIds ids;
    private final String host;
    private final Clock clock;

    TrialLetter(OurCompany company, MessageIds ids, Settings settings, Clock clock) {
        this.company = company;
        this.ids = ids;
        this.host = settings.baseUrl().getHost();
        this.clock = clock;
    }

    /**
     * What the server said, or why it could not be asked; at most 20 s.
     *
     * @param shutOut what is to be done if it does not let us in
     */
    public Outcome<String> send(Letter letter, SmtpServer server, Runnable shutOut) {
        var stored = new StoredLetter(new LetterId(0), ids.fresh(), letter, 1, clock.instant(), null);
        var reply = new SmtpConversation(server, host, TalkTimes.within(LIMIT), hash -> InputStream.nullInputStream())
                .deliver(stored, company.get());
        if (reply instanceof Reply.ShutOut) shutOut.run();
        return reply instanceof Reply.Accepted(var answer)
                ? Outcome.done(answer)
                : Outcome.refused("relay.unsent", reply.answer());
    }
}

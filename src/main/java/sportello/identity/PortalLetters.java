package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Html;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.settings.Settings;

/** Writes the letters with the link by which somebody opens the own account for the portal. */
@Component
class PortalLetters {
    private final Newcomers newcomers;
    private final NewcomerSql sql;
    private final Throttle throttle;
    private final LetterPaper paper;
    private final Outbox outbox;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    PortalLetters(
            Newcomers newcomers,
            NewcomerSql sql,
            Throttle throttle,
            LetterPaper paper,
            Outbox outbox,
            MessageSource messages,
            Settings settings,
            Clock clock) {
        this.newcomers = newcomers;
        this.sql = sql;
        this.throttle = throttle;
        this.paper = paper;
        this.outbox = outbox;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why somebody gets the letter, and how long its link is good. */
    private enum Why {
        ASKED("mail.opening", Duration.ofHours(1)),
        INVITED("mail.invitation", Duration.ofDays(7));

        private final String key;
        private final Duration goodFor;

        Why(String key, Duration goodFor) {
            this.key = key;
            this.goodFor = goodFor;
        }
    }

    /**
     * For somebody who asked for a link; silently nothing, if the person may not come in, can already, or has had enough
     * letters within the hour.
     */
    @Transactional
    public void answer(CustomerUserId id) {
        newcomers
                .find(id)
                .filter(user -> throttle.take(Limit.RESET_MAIL.by("customer_user-" + id.value()))
                        .isEmpty())
                .ifPresent(user -> post(user, Why.ASKED));
    }

    /** For somebody who did not ask; nothing, if the person may not come in or can already. */
    @Transactional
    public void invite(CustomerUserId id) {
        newcomers.find(id).ifPresent(user -> post(user, Why.INVITED));
    }

    private void post(CustomerUser user, Why why) {
        Recipient.of(user.name(), user.email())
                .ifPresent(recipient -> outbox.postSecret(letter(user, recipient, why, fresh(user.id(), why))));
    }

    private Secret fresh(CustomerUserId id, Why why) {
        var token = Secret.fresh();
        var now = clock.instant();
        sql.link(id, why == Why.INVITED, token.hash(), now, now.plus(why.goodFor));
        return token;
    }

    private Letter letter(CustomerUser user, Recipient recipient, Why why, Secret token) {
        var language = user.language();
        var link = settings.baseUrl() + "/reset/" + token.text();
        var subject = messages.getMessage(why.key + ".subject", null, language.locale());
        var words = new Object[] {user.firstName(), user.login(), link};
        var text = messages.getMessage(why.key + ".text", words, language.locale());
        return new Letter(recipient, subject, paper.wrap(Html.ofText(text), language), null, List.of(), true);
    }
}

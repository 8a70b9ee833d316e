package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Html;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.settings.Settings;

/** Writes the letters with the link to a new password. */
@Component
class ResetLetters {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final AccountSql accounts;
    private final ResetSql resets;
    private final SubjectSql subjects;
    private final Throttle throttle;
    private final LetterPaper paper;
    private final Outbox outbox;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    ResetLetters(
            AccountSql accounts,
            ResetSql resets,
            SubjectSql subjects,
            Throttle throttle,
            LetterPaper paper,
            Outbox outbox,
            MessageSource messages,
            Settings settings,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.subjects = subjects;
        this.throttle = throttle;
        this.paper = paper;
        this.outbox = outbox;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Posts the letter; silently not, if the person may not enter, has a password elsewhere only, or has had enough
     * letters within the hour.
     */
    @Transactional
    public void send(AccountId id) {
        accounts.find(id)
                .filter(Account::valid)
                .filter(account -> !subjects.isForeign(account.id()))
                .filter(account ->
                        throttle.take(Limit.RESET_MAIL.by(account.id())).isEmpty())
                .ifPresent(account -> Recipient.of(account.name(), account.email())
                        .ifPresent(
                                recipient -> outbox.postSecret(letter(account, recipient, freshToken(account.id())))));
    }

    /** Only the newest link is good. */
    private Secret freshToken(AccountId id) {
        var token = Secret.fresh();
        var now = clock.instant();
        resets.deleteOpenOf(id);
        resets.insert(token.hash(), id, now, now.plus(GOOD_FOR));
        return token;
    }

    private Letter letter(Account account, Recipient recipient, Secret token) {
        var language = account.language();
        var link = settings.baseUrl() + "/reset/" + token.text();
        var subject = messages.getMessage("mail.reset.subject", null, language.locale());
        var text = messages.getMessage(
                "mail.reset.text", new Object[] {account.firstName(), account.login(), link}, language.locale());
        return new Letter(recipient, subject, paper.wrap(Html.ofText(text), language), null, List.of(), true);
    }
}

package sportello.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.Outbox;
import sportello.mail.Recipient;

/** Tells people by mail that it changed how they enter, so that nobody else does it unnoticed. */
@Component
class FactorLetters {
    private final LetterPaper paper;
    private final Outbox outbox;
    private final MessageSource messages;

    FactorLetters(LetterPaper paper, Outbox outbox, MessageSource messages) {
        this.paper = paper;
        this.outbox = outbox;
        this.messages = messages;
    }

    void added(Account account) {
        post(account, "mail.factor.added");
    }

    void removed(Account account) {
        post(account, "mail.factor.removed");
    }

    void appRemoved(Account account) {
        post(account, "mail.factor.app");
    }

    void passkeyAdded(Account account) {
        post(account, "mail.passkey.added");
    }

    void passkeyRemoved(Account account) {
        post(account, "mail.passkey.removed");
    }

    void passkeyCopied(Account account) {
        post(account, "mail.passkey.copied");
    }

    /** @param provider by which the person enters from now on */
    void linked(Account account, String provider) {
        post(account, "mail.oidc.linked", provider);
    }

    private void post(Account account, String key, Object... further) {
        var locale = account.language().locale();
        var subject = messages.getMessage(key + ".subject", null, locale);
        var words = Stream.concat(Stream.of(account.firstName(), account.login()), Stream.of(further))
                .toArray();
        var text = messages.getMessage(key + ".text", words, locale);
        Recipient.of(account.name(), account.email())
                .ifPresent(recipient -> outbox.post(new Letter(
                        recipient, subject, paper.wrap(Html.ofText(text), account.language()), null, List.of(), true)));
    }
}

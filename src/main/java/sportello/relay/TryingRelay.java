package sportello.relay;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.base.Html;
import sportello.base.Outcome;
import sportello.mail.AccountId;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.Recipient;
import sportello.mail.TrialLetter;
import sportello.mailbox.Tokens;
import sportello.settings.SmtpServer;

/** Sends one mail to whoever wants to know whether the server takes it; keeps nothing. */
@Component
public class TryingRelay {
    private final KeepingRelay keeping;
    private final TrialLetter trial;
    private final Tokens tokens;
    private final Agents agents;
    private final LetterPaper paper;
    private final MessageSource messages;

    TryingRelay(
            KeepingRelay keeping,
            TrialLetter trial,
            Tokens tokens,
            Agents agents,
            LetterPaper paper,
            MessageSource messages) {
        this.keeping = keeping;
        this.trial = trial;
        this.tokens = tokens;
        this.agents = agents;
        this.paper = paper;
        this.messages = messages;
    }

    /**
     * @param secret the password; null for the one that is kept, unless it would go elsewhere
     * @param account the one that is changed, null for a new one
     * @param asker to whom the mail goes
     * @return the address it went to
     */
    public Outcome<String> mail(
            AccountProposal wanted, @Nullable String secret, @Nullable AccountId account, AgentId asker, Authority by) {
        if (!by.administrator()) return Outcome.refused("relay.administer");
        return keeping.server(wanted, secret, account).then(ready -> mail(ready, asker));
    }

    Outcome<String> mail(KeepingRelay.Ready ready, AgentId asker) {
        var reader = agents.find(asker).orElseThrow();
        return server(ready)
                .then(server -> trial.send(
                        letter(reader), server, () -> forgetToken(ready.wanted().relay())))
                .then(answer -> Outcome.done(reader.email()));
    }

    /** The next try asks for a fresh one. */
    private void forgetToken(KeptRelay relay) {
        var mailbox = relay.mailbox();
        if (mailbox != null) tokens.refusedToSend(mailbox);
    }

    private Outcome<SmtpServer> server(KeepingRelay.Ready ready) {
        var mailbox = ready.wanted().relay().mailbox();
        if (mailbox == null) return Outcome.done(ready.server());
        try {
            return Outcome.done(ready.server().with(tokens.toSend(mailbox)));
        } catch (IOException noToken) {
            return Outcome.refused("relay.no_token", String.valueOf(noToken.getMessage()));
        }
    }

    private Letter letter(Agent reader) {
        var locale = reader.language().locale();
        var subject = messages.getMessage("relay.letter.subject", null, locale);
        var text = messages.getMessage("relay.letter.text", new Object[] {reader.firstName()}, locale);
        var to = Recipient.of(reader.name(), reader.email()).orElseThrow();
        return new Letter(to, subject, paper.wrap(Html.ofText(text), reader.language()), null, List.of(), true);
    }
}

package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.mailkey.Correspondents;

/** Looks whether a mail that is being written can leave encrypted. */
@Component
class Secrecies {
    private final Correspondents correspondents;

    Secrecies(Correspondents correspondents) {
        this.correspondents = correspondents;
    }

    /**
     * @param encrypted whether what the mail is about came so
     * @param why the mail was refused, perhaps for what it quotes
     */
    Secrecy of(Typed typed, boolean encrypted, @Nullable Refusal why) {
        var quoted = why != null && why.message().equals("mail.in_clear");
        if (!encrypted && !quoted && !typed.inClear()) return Secrecy.NONE;
        var addresses = addresses(typed);
        return !addresses.isEmpty() && correspondents.canBeWrittenTo(addresses) ? Secrecy.KEPT : Secrecy.ASKED;
    }

    /** None as long as they cannot be read. */
    private static List<String> addresses(Typed typed) {
        return switch (Addressees.of(typed.to(), typed.cc(), typed.bcc())) {
            case Outcome.Done<Addressees>(var addressees) ->
                addressees.all().stream().map(Recipient::address).toList();
            case Outcome.Refused<Addressees> _ -> List.of();
        };
    }
}

package sportello.install;

import java.util.Map;
import java.util.Set;
import sportello.agent.AgentDetails;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.mail.Recipient;

/**
 * What a desk begins with.
 *
 * @param company its name, as customers read it
 * @param email where they write to, and whence they are answered; empty if it is not yet known
 * @param login of the first administrator
 * @param ownEmail of the first administrator
 * @param language of the house and of the first administrator, and of the names of the first queues
 */
record Foundation(
        String company,
        String email,
        String firstName,
        String lastName,
        String login,
        String ownEmail,
        Language language) {
    static final int LONGEST = 100;

    /** The same as it will be kept; what the administrator must be like is asked where agents are taken on. */
    Outcome<Foundation> checked() {
        var name = CleanText.line(company);
        if (CleanText.isBlank(name)) return Outcome.refused("founding.company");
        if (name.length() > LONGEST) return Outcome.refused("agents.long", LONGEST, name.length());
        var desk = email.strip();
        if (!desk.isEmpty() && Recipient.of("", desk).isEmpty()) return Outcome.refused("founding.email", desk);
        return Outcome.done(new Foundation(name, desk, firstName, lastName, login, ownEmail, language));
    }

    String administratorName() {
        return firstName + " " + lastName;
    }

    AgentDetails administrator() {
        return new AgentDetails(login, firstName, lastName, ownEmail, language, true, false, true, Map.of(), Set.of());
    }
}

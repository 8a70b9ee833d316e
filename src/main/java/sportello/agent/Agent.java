package sportello.agent;

import java.time.ZoneId;
import sportello.base.Language;

/** A person who works at the desk: staff or an authorised supplier ("Operatore"). */
public record Agent(
        AgentId id,
        String login,
        String firstName,
        String lastName,
        String email,
        boolean administrator,
        boolean supplier,
        Language language,
        ZoneId zone,
        boolean valid) {

    public String name() {
        return firstName + " " + lastName;
    }
}

package sportello.agent;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.LoginName;
import sportello.base.Outcome;
import sportello.mail.Recipient;

/**
 * What administrators say of an agent.
 *
 * @param supplier whether the agent knows nobody but whom the own queues bring (S8)
 * @param grants the keys held by the agent's own right, group by group; those of roles come on top
 * @param roles those of which the agent holds the keys too
 */
public record AgentDetails(
        String login,
        String firstName,
        String lastName,
        String email,
        Language language,
        boolean administrator,
        boolean supplier,
        boolean valid,
        Map<GroupId, Set<Permission>> grants,
        Set<RoleId> roles) {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

    public AgentDetails {
        grants = HeldKeys.withoutEmpty(grants);
        roles = Set.copyOf(roles);
    }

    /** The same as it will be kept: names on one line, the log-in name in small letters, the address as mail servers write it. */
    Outcome<AgentDetails> checked() {
        var entry = LoginName.plain(login).toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(entry).matches()) return Outcome.refused("agents.login", entry);
        var first = CleanText.line(firstName);
        var last = CleanText.line(lastName);
        if (CleanText.isBlank(first) || CleanText.isBlank(last)) return Outcome.refused("agents.name");
        for (var name : List.of(first, last))
            if (name.length() > LONGEST) return Outcome.refused("agents.long", LONGEST, name.length());
        var recipient = Recipient.of("", email.strip());
        if (recipient.isEmpty()) return Outcome.refused("agents.email", email.strip());
        var address = recipient.get().address();
        if (administrator && supplier) return Outcome.refused("agents.supplier");
        return Outcome.done(
                new AgentDetails(entry, first, last, address, language, administrator, supplier, valid, grants, roles));
    }

    /** The same with these roles in place of the ones before. */
    public AgentDetails with(Set<RoleId> held) {
        return new AgentDetails(
                login, firstName, lastName, email, language, administrator, supplier, valid, grants, held);
    }

    /** Whether the agent enters by the same names; an address is the same however its domain is written. */
    boolean isCalledLike(Agent agent) {
        var theirs = Recipient.of("", agent.email()).map(Recipient::address).orElse(agent.email());
        return login.equals(agent.login()) && email.equals(theirs);
    }

    Collection<GroupId> groups() {
        return grants.keySet();
    }
}

package sportello.configuration;

import static java.util.stream.Collectors.toSet;
import static sportello.configuration.Reference.Kind.GROUP;
import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentDetails;
import sportello.agent.Authority;
import sportello.agent.Group;
import sportello.agent.Groups;
import sportello.agent.KeepingAgents;
import sportello.agent.KeptAgent;
import sportello.agent.Permission;
import sportello.agent.RoleId;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.identity.Engaging;

/** Who works here and with which keys; of passwords and second factors no document knows anything. */
@Component
class AgentsSection implements Section<AgentsSection.Entry> {
    private final KeepingAgents keeping;
    private final Engaging engaging;
    private final Groups groups;
    private final Register register;

    AgentsSection(KeepingAgents keeping, Engaging engaging, Groups groups, Register register) {
        this.keeping = keeping;
        this.engaging = engaging;
        this.groups = groups;
        this.register = register;
    }

    record Entry(
            String login,
            String firstName,
            String lastName,
            String email,
            Language language,
            boolean administrator,
            boolean supplier,
            boolean valid,
            List<String> roles,
            Map<String, List<Permission>> grants) {
        Entry {
            roles = Names.tidy(roles);
            grants = HeldKeys.tidy(grants);
        }

        static Entry of(KeptAgent kept, Names roles, List<Group> valid) {
            var agent = kept.agent();
            return new Entry(
                    agent.login(),
                    agent.firstName(),
                    agent.lastName(),
                    agent.email(),
                    agent.language(),
                    agent.administrator(),
                    agent.supplier(),
                    agent.valid(),
                    roles.names(kept.roles().stream().map(RoleId::value).toList()),
                    HeldKeys.named(kept.grants(), valid));
        }

        AgentDetails details(Register register) {
            var known = register.of(ROLE);
            return new AgentDetails(
                    login,
                    firstName,
                    lastName,
                    email,
                    language,
                    administrator,
                    supplier,
                    valid,
                    HeldKeys.known(grants, register.of(GROUP)),
                    roles.stream().map(role -> new RoleId(known.known(role))).collect(toSet()));
        }
    }

    @Override
    public Part part() {
        return Part.AGENTS;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", "", "", Language.ITALIAN, false, false, true, List.of(), Map.of());
    }

    @Override
    public List<String> names() {
        return List.of("login");
    }

    @Override
    public List<Entry> all() {
        var roles = register.of(ROLE);
        var valid = groups.valid();
        return keeping.all().stream().map(kept -> Entry.of(kept, roles, valid)).toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Stream.concat(
                Reference.to(ROLE, entry.roles()),
                Reference.to(GROUP, entry.grants().keySet()));
    }

    /** A new one is mailed nothing, and chooses a password as who has forgotten it. */
    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var details = wanted.details(register);
        if (before == null) return engaging.engageSilently(details, by);
        var kept = Section.kept(keeping.all(), agent -> agent.agent().login(), before.login());
        return keeping.correct(kept.agent().id(), kept.version(), details, by);
    }
}

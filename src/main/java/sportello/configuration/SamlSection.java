package sportello.configuration;

import static java.util.stream.Collectors.toMap;
import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.RoleId;
import sportello.base.Outcome;
import sportello.oidc.Audience;
import sportello.saml.KeepingSaml;
import sportello.saml.SamlNames;
import sportello.saml.SamlProvider;

/** The SAML providers by which people may enter, without our keys: each house has its own. */
@Component
class SamlSection extends ProviderSection<SamlProvider, SamlSection.Entry> {
    private final KeepingSaml keeping;

    SamlSection(KeepingSaml keeping, Register register) {
        super(register, Set.of("oidc.domain.customer"));
        this.keeping = keeping;
    }

    /**
     * @param newRole of agents who are made at their first log-in, empty if none are
     * @param roles the group of the provider by which each is held
     */
    record Entry(
            Audience audience,
            boolean active,
            String name,
            String entityId,
            String address,
            String certificates,
            SamlNames attributes,
            int spidLevel,
            String newRole,
            Map<String, String> roles,
            List<String> domains) {

        static Entry of(SamlProvider provider, String newRole, Map<String, String> roles) {
            return new Entry(
                    provider.audience(),
                    provider.active(),
                    provider.name(),
                    provider.entityId(),
                    provider.address(),
                    provider.certificates(),
                    provider.names(),
                    provider.spidLevel(),
                    newRole,
                    roles,
                    provider.domains());
        }

        SamlProvider provider(@Nullable RoleId role) {
            return new SamlProvider(
                    audience, active, name, entityId, address, certificates, attributes, spidLevel, role, domains);
        }
    }

    @Override
    public Part part() {
        return Part.SAML;
    }

    @Override
    public Entry blank() {
        return Entry.of(SamlProvider.blank(Audience.DESK), "", Map.of());
    }

    @Override
    Optional<SamlProvider> find(Audience audience) {
        return keeping.find(audience);
    }

    @Override
    Entry entry(SamlProvider provider, Names known) {
        var roles = new TreeMap<String, String>();
        if (provider.audience() == Audience.DESK)
            keeping.groups().forEach((id, group) -> roles.put(known.name(id.value()), group));
        return Entry.of(provider, name(provider.newRole(), known), roles);
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Stream.concat(
                Reference.to(ROLE, entry.newRole()),
                Reference.to(ROLE, entry.roles().keySet()));
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var known = roles();
        var groups = wanted.roles().entrySet().stream()
                .collect(toMap(
                        named -> new RoleId(known.known(named.getKey())), Map.Entry::getValue, (earlier, now) -> now));
        return keeping.keep(wanted.provider(role(wanted.newRole(), known)), groups, by);
    }
}

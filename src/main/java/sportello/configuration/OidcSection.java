package sportello.configuration;

import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.oidc.Audience;
import sportello.oidc.KeepingOidc;
import sportello.oidc.OidcProvider;

/** The providers by which people may enter, without their secrets. */
@Component
class OidcSection extends ProviderSection<OidcProvider, OidcSection.Entry> {
    private final KeepingOidc keeping;

    OidcSection(KeepingOidc keeping, Register register) {
        super(register, Set.of("oidc.unasked", "oidc.domain.customer"));
        this.keeping = keeping;
    }

    /** @param newRole of agents who are made at their first log-in, empty if none are */
    record Entry(
            Audience audience,
            boolean active,
            String name,
            String issuer,
            String clientId,
            String taxCode,
            String newRole,
            List<String> domains) {}

    @Override
    public Part part() {
        return Part.OIDC;
    }

    @Override
    public Entry blank() {
        return new Entry(Audience.DESK, true, "", "", "", "", "", List.of());
    }

    @Override
    Optional<OidcProvider> find(Audience audience) {
        return keeping.find(audience);
    }

    @Override
    Entry entry(OidcProvider provider, Names roles) {
        return new Entry(
                provider.audience(),
                provider.active(),
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                provider.taxCode(),
                name(provider.newRole(), roles),
                provider.domains());
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(ROLE, entry.newRole());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var provider = new OidcProvider(
                wanted.audience(),
                wanted.active(),
                wanted.name(),
                wanted.issuer(),
                wanted.clientId(),
                wanted.taxCode(),
                role(wanted.newRole(), roles()),
                wanted.domains());
        return keeping.keepUnasked(provider, by);
    }
}

package sportello.configuration;

import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.RoleId;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.oidc.Audience;
import sportello.oidc.KeepingOidc;
import sportello.oidc.OidcProvider;

/** The providers by which people may enter, without their secrets. */
@Component
class OidcSection implements Section<OidcSection.Entry> {
    /** What no document holds: the provider’s own word, and the customers. */
    private static final Set<String> ELSEWHERE = Set.of("oidc.unasked", "oidc.domain.customer");

    private final KeepingOidc keeping;
    private final Register register;

    OidcSection(KeepingOidc keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param newRole of agents who are made at their first log-in, empty if none are */
    record Entry(
            Audience audience,
            boolean active,
            String name,
            String issuer,
            String clientId,
            String newRole,
            List<String> domains) {}

    @Override
    public Part part() {
        return Part.OIDC;
    }

    @Override
    public Entry blank() {
        return new Entry(Audience.DESK, true, "", "", "", "", List.of());
    }

    @Override
    public List<String> names() {
        return List.of("audience");
    }

    @Override
    public List<Entry> all() {
        var roles = register.of(ROLE);
        return Stream.of(Audience.values())
                .flatMap(audience -> keeping.find(audience).stream())
                .map(provider -> entry(provider, roles))
                .toList();
    }

    private static Entry entry(OidcProvider provider, Names roles) {
        var role = provider.newRole();
        return new Entry(
                provider.audience(),
                provider.active(),
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                roles.name(role == null ? null : role.value()),
                provider.domains());
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(ROLE, entry.newRole());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var role = register.of(ROLE).id(wanted.newRole());
        var provider = new OidcProvider(
                wanted.audience(),
                wanted.active(),
                wanted.name(),
                wanted.issuer(),
                wanted.clientId(),
                role == null ? null : new RoleId(role),
                wanted.domains());
        return keeping.keepUnasked(provider, by);
    }

    @Override
    public boolean isLeft(Refusal why) {
        return ELSEWHERE.contains(why.message());
    }
}

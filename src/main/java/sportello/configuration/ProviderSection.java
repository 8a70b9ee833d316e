package sportello.configuration;

import static sportello.configuration.Reference.Kind.ROLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.RoleId;
import sportello.base.Refusal;
import sportello.oidc.Audience;

/**
 * Providers by which people may enter, whichever way they speak: each is known by whom it brings, and roles by their names.
 *
 * @param <P> a provider as it is kept
 */
abstract class ProviderSection<P, E extends Record> implements Section<E> {
    private final Register register;
    private final Set<String> elsewhere;

    /** @param elsewhere refusals of what no document holds */
    ProviderSection(Register register, Set<String> elsewhere) {
        this.register = register;
        this.elsewhere = elsewhere;
    }

    abstract Optional<P> find(Audience audience);

    abstract E entry(P provider, Names roles);

    @Override
    public final List<String> names() {
        return List.of("audience");
    }

    @Override
    public final List<E> all() {
        var roles = roles();
        return Stream.of(Audience.values())
                .flatMap(audience -> find(audience).stream())
                .map(provider -> entry(provider, roles))
                .toList();
    }

    @Override
    public final boolean isLeft(Refusal why) {
        return elsewhere.contains(why.message());
    }

    final Names roles() {
        return register.of(ROLE);
    }

    static String name(@Nullable RoleId role, Names roles) {
        return roles.name(role == null ? null : role.value());
    }

    static @Nullable RoleId role(String name, Names roles) {
        var id = roles.id(name);
        return id == null ? null : new RoleId(id);
    }
}

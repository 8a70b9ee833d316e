package sportello.ticket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types and services from which the desk can choose. */
public record OfferedClasses(List<Choice> types, List<Choice> services) {
    public static final OfferedClasses NONE = new OfferedClasses(List.of(), List.of());

    public OfferedClasses {
        types = List.copyOf(types);
        services = List.copyOf(services);
    }

    /** These, and what a ticket has though it can no longer be chosen. */
    public OfferedClasses beside(Classes present) {
        return new OfferedClasses(beside(types, present.type()), beside(services, present.service()));
    }

    private static List<Choice> beside(List<Choice> offered, @Nullable Choice present) {
        return present == null
                ? offered
                : Stream.concat(offered.stream(), Stream.of(present)).distinct().toList();
    }

    public Optional<Choice> type(String name) {
        return named(types, name);
    }

    /** By its full name, which OTRS writes {@code Acquedotto::Perdite}. */
    public Optional<Choice> service(String name) {
        return named(services, name.replace("::", KeptChoice.BELOW));
    }

    private static Optional<Choice> named(List<Choice> offered, String name) {
        return offered.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    public AskedClasses asked() {
        return new AskedClasses(!types.isEmpty(), !services.isEmpty());
    }
}

package sportello.configuration;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** What an entry names; an empty name names nothing. */
record Reference(Kind kind, String name) {

    enum Kind {
        GROUP,
        ROLE,
        AGENT,
        HOURS,
        QUEUE,
        OWN_STATE,
        TYPE,
        SERVICE,
        MAILBOX,
        WEBHOOK;

        /** That there is none of that name. */
        String refusal() {
            return "configuration.no." + name().toLowerCase(Locale.ROOT);
        }
    }

    static Stream<Reference> to(Kind kind, Collection<String> names) {
        return names.stream().map(name -> new Reference(kind, name));
    }

    static Stream<Reference> to(Kind kind, String... names) {
        return Stream.of(names).map(name -> new Reference(kind, name));
    }
}

package sportello;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who knows whom. */
class ModularityTests {

    /** From the ground up; within a floor, from left to right. A module uses only what stands before it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("base", "settings", "audit", "storage", "database", "jobs", "backup", "mail", "mime", "oauth"),
            List.of(
                    "agent",
                    "field",
                    "mailbox",
                    "relay",
                    "mailkey",
                    "customer",
                    "worktime",
                    "ldap",
                    "oidc",
                    "saml",
                    "identity"),
            List.of("queue", "ticket", "bulk"),
            List.of(
                    "reply",
                    "print",
                    "knowledge",
                    "sla",
                    "calendar",
                    "search",
                    "webhook",
                    "notification",
                    "postmaster",
                    "privacy",
                    "survey",
                    "automation",
                    "stats",
                    "configuration"),
            List.of("web", "api"),
            List.of("demo", "migration", "install"));

    private final ApplicationModules modules = ApplicationModules.of(Sportello.class);

    @Test
    void modules_use_each_other_only_as_their_gates_say() {
        modules.verify();
    }

    /** Below the doors each module says whom it knows, and only knows those below it or to its left. */
    @Test
    void calls_go_down_the_floors() {
        var order = FLOORS.stream().flatMap(List::stream).toList();
        for (var module : modules) {
            var name = module.getIdentifier().toString();
            assertThat(order).as("%s stands on a floor", name).contains(name);
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .forEach(used -> assertThat(
                                    order.indexOf(used.getIdentifier().toString()))
                            .as("%s uses %s", name, used.getIdentifier())
                            .isLessThan(order.indexOf(name)));
        }
    }
}

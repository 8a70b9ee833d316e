package sportello.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who works at the measured desk, and who asks: 10 queues in 3 groups, 20 agents, 200 customers with two people each.
 * Each is known by a number from 0; the number of the row is that and {@link #FIRST}.
 */
public final class People {
    /** So that people whom a migration brought along do not stand in the way. */
    public static final int FIRST = 1_001;

    /** The administrator, who sees every queue. */
    public static final String ADMINISTRATOR = "agente1";

    /** Sees the queues of one group. */
    public static final String ORDINARY = "agente2";

    public static final String CUSTOMER_USER = "utente1";

    /** Of the three who can log in. */
    public static final String PASSWORD = "banco-di-misura";

    static final int AGENTS = 20;
    static final int CUSTOMERS = 200;
    public static final int CUSTOMER_USERS = 2 * CUSTOMERS;

    static final List<String> GROUPS = List.of("energia", "illuminazione", "amministrazione");

    public static final List<String> QUEUES = List.of(
            "Energia",
            "Energia::Impianti termici",
            "Energia::Teleriscaldamento",
            "Illuminazione",
            "Illuminazione::Guasti",
            "Illuminazione::Nuovi impianti",
            "Amministrazione",
            "Amministrazione::Fatture",
            "Amministrazione::Contratti",
            "Smistamento");

    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Giulia", "Ivo", "Laura", "Marco", "Nadia", "Omar");
    private static final List<String> LAST_NAMES = List.of(
            "Bassi",
            "Colombo",
            "Donati",
            "Esposito",
            "Ferri",
            "Galli",
            "Leone",
            "Monti",
            "Neri",
            "Orlandi",
            "Pace",
            "Riva",
            "Serra");

    private People() {}

    /** The first three queues, the next three, the other four. */
    static int groupOf(int queue) {
        return Math.min(queue / 3, GROUPS.size() - 1);
    }

    /** The first agent works everywhere, every fourth in two groups, the others in one. */
    static List<Integer> groupsOf(int agent) {
        if (agent == 0) return List.of(0, 1, 2);
        return agent % 4 == 0 ? List.of(agent % 3, (agent + 1) % 3) : List.of(agent % 3);
    }

    public static List<Integer> agentsIn(int queue) {
        return IntStream.range(0, AGENTS)
                .filter(agent -> groupsOf(agent).contains(groupOf(queue)))
                .boxed()
                .toList();
    }

    /** The queue above, in the tree that the names tell; itself if it stands at the top. */
    static int above(int queue) {
        var end = QUEUES.get(queue).indexOf("::");
        return end < 0 ? queue : QUEUES.indexOf(QUEUES.get(queue).substring(0, end));
    }

    static List<Integer> subscriptionsOf(int agent) {
        return Stream.of(agent % QUEUES.size(), (agent + 3) % QUEUES.size(), (agent + 6) % QUEUES.size())
                .toList();
    }

    public static int customerOf(int customerUser) {
        return customerUser / 2;
    }

    static String firstName(int person) {
        return FIRST_NAMES.get(person % FIRST_NAMES.size());
    }

    static String lastName(int person) {
        return LAST_NAMES.get(person % LAST_NAMES.size());
    }

    public static String name(int person) {
        return firstName(person) + " " + lastName(person);
    }
}

package sportello.demo.story;

import java.util.random.RandomGenerator;

/** How far the tickets of the demo have come, and how many of each there are. */
enum Ending {
    /** Nobody has touched it; what no rule knew lies in raw. */
    UNTOUCHED(12, "request", 0, 2),
    /** New in the right queue. */
    SORTED(10, "request", 0, 4),
    IN_PROGRESS(28, "answer", 0, 12),
    RELEASED(10, "answer", 0.1, 14),
    REOPENED(9, "again", 0, 10),
    POSTPONED(14, "wait", 0, 0),
    SETTLING(6, "close", 0.2, 5),
    LAPSING(4, "reply", 0.2, 5),
    SOLVED(87, "close", 0.1, 38),
    FAILED(12, "fail", 0.3, 36),
    REMOVED(4, "request", 2, 36);

    private final int count;
    private final String needs;
    private final double youngest;
    private final double oldest;

    /**
     * @param needs the part that a scenario must have for it
     * @param youngest when the last thing happened, in working days before now, at least
     * @param oldest and at most
     */
    Ending(int count, String needs, double youngest, double oldest) {
        this.count = count;
        this.needs = needs;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    int count() {
        return count;
    }

    boolean suits(Scenario scenario) {
        return scenario.isStray() == (this == REMOVED)
                && scenario.has(needs)
                && (isTakenInHand() || !scenario.isUrgent());
    }

    boolean isTakenInHand() {
        return this != UNTOUCHED && this != SORTED;
    }

    /** When the last thing happened, in working days before now. */
    double lastDaysAgo(RandomGenerator random) {
        return random.nextDouble(youngest, oldest);
    }
}

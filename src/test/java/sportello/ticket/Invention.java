package sportello.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import sportello.agent.AgentId;
import sportello.bench.ItalianText;
import sportello.bench.People;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;
import sportello.ticket.InventedTickets.Fate;

/** One invented ticket: who, where, about what, and how long it took. Its id decides it all. */
final class Invention {
    private static final long SEED = 20_180_911;
    private static final Duration LONGEST_CARE = Duration.ofDays(14);

    private final TicketId id;
    private final TicketNumber number;
    private final Instant createdAt;
    private final Instant now;
    private final SplittableRandom random;
    private final ItalianText texts;
    private final int queue;
    private final int asker;
    private final int worker;

    Invention(TicketId id, TicketNumber number, Instant createdAt, Instant now) {
        this.id = id;
        this.number = number;
        this.createdAt = createdAt;
        this.now = now;
        this.random = new SplittableRandom(SEED + id.value());
        this.texts = new ItalianText(random);
        this.queue = random.nextInt(People.QUEUES.size());
        this.asker = random.nextInt(People.CUSTOMER_USERS);
        this.worker = someone();
    }

    void write(Fate fate, boolean rare, InventedRows rows) {
        var life =
                new InventedLife(born(), new CustomerUserId(People.FIRST + asker), People.name(asker), createdAt, rows);
        life.opened(rare ? texts.bodyWithRareWord() : texts.body());
        if (fate == Fate.NEW) wait(life);
        else work(life, fate);
        life.end();
    }

    private void wait(InventedLife life) {
        var care = care();
        life.at(createdAt.plus(care.dividedBy(2))).followedUp(texts.body());
        life.at(createdAt.plus(care)).followedUp(texts.body());
    }

    private void work(InventedLife life, Fate fate) {
        var care = care();
        life.at(createdAt.plus(care.dividedBy(5))).locked(agent(worker));
        life.at(createdAt.plus(care.dividedBy(4))).answered(agent(worker), People.name(worker), texts.body());
        life.at(createdAt.plus(care));
        if (fate == Fate.CLOSED) life.closed(agent(worker), People.name(worker), random.nextInt(5) > 0, texts.body());
        else stay(life, fate);
    }

    private void stay(InventedLife life, Fate fate) {
        life.followedUp(texts.body());
        switch (fate) {
            case FREE -> life.released(agent(worker));
            case REMINDER -> life.waiting(State.PENDING_REMINDER, soon(), agent(worker));
            case AUTO -> life.waiting(State.PENDING_CLOSE_SUCCESSFUL, soon(), agent(worker));
            case NEW, IN_HAND, CLOSED -> {}
        }
    }

    private TicketSnapshot born() {
        return new TicketSnapshot(
                id,
                number,
                texts.title(),
                new QueueId(People.FIRST + queue),
                State.NEW,
                priority(),
                random.nextInt(3) == 0 ? agent(worker) : null,
                random.nextInt(2) == 0 ? agent(someone()) : null,
                null,
                new CustomerId(People.FIRST + People.customerOf(asker)),
                new CustomerUserId(People.FIRST + asker),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private Duration care() {
        var age = Duration.between(createdAt, now);
        var care = Duration.ofSeconds(random.nextLong(3_600, LONGEST_CARE.toSeconds()));
        return care.compareTo(age) < 0 ? care : age;
    }

    private Instant soon() {
        return now.plus(Duration.ofHours(random.nextInt(-48, 240)));
    }

    private int someone() {
        var agents = People.agentsIn(queue);
        return agents.get(random.nextInt(agents.size()));
    }

    private Priority priority() {
        return switch (random.nextInt(10)) {
            case 0 -> Priority.VERY_LOW;
            case 1 -> Priority.LOW;
            case 2 -> Priority.HIGH;
            case 3 -> Priority.VERY_HIGH;
            default -> Priority.NORMAL;
        };
    }

    private static AgentId agent(int agent) {
        return new AgentId(People.FIRST + agent);
    }
}

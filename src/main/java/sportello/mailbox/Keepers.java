package sportello.mailbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads, on this node, every mailbox that no other node reads; notices those that are new, changed or out of use. */
@Component
class Keepers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Keepers.class);
    private static final Duration GOOD_BYE = Duration.ofSeconds(5);

    private final LeaseSql leases;
    private final Reading reading;
    private final Watching watching;
    private final Receiving receiving;
    private final OurCertificate certificate;
    private final Limits limits;
    private final String node = UUID.randomUUID().toString();
    private final Map<Lease, Held> held = new HashMap<>();
    private long renewedAt;
    private volatile @Nullable Thread running;

    private record Held(Keeper keeper, LeaseSql.Wish wish) {}

    Keepers(
            LeaseSql leases,
            Reading reading,
            Watching watching,
            Receiving receiving,
            OurCertificate certificate,
            Limits limits) {
        this.leases = leases;
        this.reading = reading;
        this.watching = watching;
        this.receiving = receiving;
        this.certificate = certificate;
        this.limits = limits;
    }

    @Override
    public synchronized void start() {
        if (running != null) return;
        var thread = Thread.ofVirtual().name("mailboxes").unstarted(this::lookAgainAndAgain);
        running = thread;
        thread.start();
    }

    @Override
    public synchronized void stop() {
        var thread = running;
        running = null;
        if (thread == null) return;
        try {
            thread.join();
            handBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void lookAgainAndAgain() {
        while (running != null) {
            try {
                look();
            } catch (RuntimeException e) {
                log.warn("The mailboxes cannot be looked after: {}", Watching.words(e));
                giveUpWhatRanOut();
            }
            pause();
        }
    }

    private void look() {
        held.values().forEach(one -> one.keeper().look());
        var asked = System.nanoTime();
        var ours = leases.renew(node, limits.lease());
        renewedAt = asked;
        var over = held.entrySet().stream()
                .filter(one -> !goesOn(one.getValue(), ours.get(one.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!over.isEmpty()) end(over);
        held.replaceAll((lease, one) -> heard(one, ours.get(lease)));
        leases.claim(node, limits.lease()).forEach(this::begin);
        watching.alarm(node, limits.alarm());
        receiving.announce();
        certificate.look();
    }

    private static boolean goesOn(Held one, LeaseSql.@Nullable Wish wish) {
        return one.keeper().isAlive()
                && wish != null
                && wish.revision() == one.wish().revision();
    }

    private static Held heard(Held one, LeaseSql.@Nullable Wish wish) {
        if (wish == null || wish.equals(one.wish())) return one;
        one.keeper().wake();
        return new Held(one.keeper(), wish);
    }

    private void begin(LeaseSql.Claim claim) {
        var keeper = new Keeper(claim.lease(), reading, watching, limits);
        held.put(claim.lease(), new Held(keeper, claim.wish()));
        keeper.start();
    }

    /** The token sees to it that one who takes longer to end writes nothing more. */
    private void end(List<Lease> over) {
        held.forEach((lease, one) -> {
            if (over.contains(lease)) one.keeper().stop();
        });
        leases.release(node, over);
        over.forEach(held::remove);
    }

    /** Others read our mailboxes by now. */
    private void giveUpWhatRanOut() {
        if (System.nanoTime() - renewedAt < limits.lease().toNanos()) return;
        held.values().forEach(one -> one.keeper().stop());
        held.clear();
    }

    private void handBack() throws InterruptedException {
        held.values().forEach(one -> one.keeper().stop());
        for (var one : held.values()) one.keeper().join(GOOD_BYE);
        try {
            if (!held.isEmpty()) leases.release(node, List.copyOf(held.keySet()));
        } catch (RuntimeException e) {
            log.warn("The mailboxes stay ours for a moment: {}", Watching.words(e));
        }
        held.clear();
    }

    private void pause() {
        var most = limits.looking().toMillis();
        try {
            for (var passed = 0L; passed < most && running != null; passed += 100) Thread.sleep(Math.min(100, most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

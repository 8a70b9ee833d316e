package sportello.web.agent.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import sportello.agent.GroupId;

/** One open page that waits for news of its reader's groups. News that come together are one. */
final class Watch {
    private final Set<GroupId> groups;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean over;

    Watch(Set<GroupId> groups) {
        this.groups = groups;
    }

    boolean concerns(GroupId group) {
        return groups.contains(group);
    }

    void wake() {
        news.release();
    }

    void end() {
        over = true;
        news.release();
    }

    boolean isOver() {
        return over;
    }

    /** Waits for news; false if there were none in that time. */
    boolean await(Duration longest) throws InterruptedException {
        if (!news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) return false;
        news.drainPermits();
        return !over;
    }
}

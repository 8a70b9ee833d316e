package sportello.webhook;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.jobs.Jobs;

/** Administrators have a message tried at once that waits for a better time, or that was given up. */
@Component
public class RetryingDeliveries {
    private final DeliverySql sql;
    private final WebhookHealthSql health;
    private final Jobs jobs;
    private final Book book;

    RetryingDeliveries(DeliverySql sql, WebhookHealthSql health, Jobs jobs, Book book) {
        this.sql = sql;
        this.health = health;
        this.jobs = jobs;
        this.book = book;
    }

    /** A message as the book tells of it. */
    private record Written(String state, boolean hastened) {}

    /** The name of its webhook. One that is older than a day is tried once. */
    @Transactional
    public Outcome<String> tryNow(DeliveryId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("webhook.administer");
        var before = sql.find(id).orElse(null);
        var webhook = sql.revive(id);
        if (before == null || webhook.isEmpty()) return Outcome.refused("webhook.not_now");
        health.wake(webhook.get());
        var job = DeliveringJob.of(id);
        jobs.stage(job);
        jobs.hasten(List.of(job));
        book.write(
                Topic.WEBHOOKS,
                "delivery " + id.value(),
                before.webhook(),
                new Written(before.state().key(), false),
                new Written(DeliveryState.WAITING.key(), true));
        return Outcome.done(before.webhook());
    }
}

package sportello.webhook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.jobs.Jobs;

/**
 * Administrators keep webhooks, and the hosts within our own network that may be called. Address and secret go in and never
 * come out. One that is not in use is told nothing; none is thrown away.
 */
@Component
public class KeepingWebhooks {
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;

    private final WebhookSql sql;
    private final DeliverySql deliveries;
    private final Jobs jobs;
    private final Book book;

    KeepingWebhooks(WebhookSql sql, DeliverySql deliveries, Jobs jobs, Book book) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.book = book;
    }

    /** A webhook as the book tells of it. */
    private record Written(
            String name,
            String host,
            @Masked @Nullable String address,
            Format format,
            String language,
            @Masked @Nullable String secret,
            String ownCa,
            boolean valid) {

        /** Nothing that is secret. */
        @Override
        public String toString() {
            return "Written[" + name + "]";
        }

        static Written of(WebhookSql.Content content) {
            var kept = content.proposal();
            return new Written(
                    kept.name(),
                    content.host(),
                    content.address(),
                    kept.format(),
                    kept.language().code(),
                    content.secret(),
                    kept.ownCa(),
                    kept.valid());
        }
    }

    /** By name. */
    public List<KeptWebhook> all() {
        return sql.all();
    }

    public Optional<KeptWebhook> find(WebhookId id) {
        return sql.find(id);
    }

    public AllowedHosts allowed() {
        return sql.allowed();
    }

    /** @param secret by which messages are signed, null for none */
    @Transactional
    public Outcome<WebhookId> add(WebhookProposal wanted, @Nullable String secret, Authority by) {
        if (!by.administrator()) return Outcome.refused("webhook.administer");
        sql.keepAlone();
        return content(wanted, secret, null).then(content -> named(content, 0)).then(content -> {
            var id = sql.insert(content);
            book.write(Topic.WEBHOOKS, id.value(), content.proposal().name(), null, Written.of(content));
            return Outcome.done(id);
        });
    }

    /** The same, out of use as long as it has no address. */
    @Transactional
    public Outcome<WebhookId> addWithoutAddress(WebhookProposal wanted, Authority by) {
        return add(wanted.resting(), null, by);
    }

    /**
     * What waits for it is tried at once.
     *
     * @param seen the version of the webhook that was corrected
     * @param secret null leaves the one that is kept
     */
    @Transactional
    public Outcome<WebhookId> correct(
            WebhookId id, int seen, WebhookProposal wanted, @Nullable String secret, Authority by) {
        if (!by.administrator()) return Outcome.refused("webhook.administer");
        sql.keepAlone();
        var before = sql.find(id).map(this::written).orElse(null);
        if (before == null) return Outcome.refused("webhook.unknown");
        return content(wanted, secret, id)
                .then(content -> named(content, id.value()))
                .then(content -> {
                    if (!sql.update(id, seen, content)) return Outcome.refused("webhook.changed");
                    book.write(Topic.WEBHOOKS, id.value(), content.proposal().name(), before, Written.of(content));
                    jobs.hasten(deliveries.waiting(id).stream()
                            .map(DeliveringJob::of)
                            .toList());
                    return Outcome.done(id);
                });
    }

    /** @param lines one host a line */
    @Transactional
    public Outcome<AllowedHosts> allow(String lines, Authority by) {
        if (!by.administrator()) return Outcome.refused("webhook.administer");
        sql.keepAlone();
        return AllowedHosts.typed(lines).then(allowed -> {
            book.write(Topic.WEBHOOKS, "hosts", "*", sql.allowed(), allowed);
            sql.allow(allowed);
            return Outcome.done(allowed);
        });
    }

    private Written written(KeptWebhook kept) {
        var id = kept.webhook().id();
        return Written.of(
                new WebhookSql.Content(kept.proposal(), kept.webhook().host(), sql.address(id), sql.secret(id)));
    }

    private Outcome<WebhookSql.Content> named(WebhookSql.Content content, long own) {
        var name = content.proposal().name();
        return sql.isTaken(name, own) ? Outcome.refused("webhook.known", name) : Outcome.done(content);
    }

    /**
     * What would be kept.
     *
     * @param id the one that is corrected, null for a new one
     */
    Outcome<WebhookSql.Content> content(WebhookProposal wanted, @Nullable String typed, @Nullable WebhookId id) {
        return wanted.checked()
                .then(sound -> secret(sound, typed, id).then(secret -> {
                    var address = sound.address().isEmpty() ? id == null ? null : sql.address(id) : sound.address();
                    var kept = secret.isEmpty() ? null : secret;
                    if (address == null)
                        return sound.valid()
                                ? Outcome.refused("webhook.no_address")
                                : Outcome.done(new WebhookSql.Content(sound, "", null, kept));
                    return WebhookAddress.typed(address, sql.allowed())
                            .then(known -> Outcome.done(new WebhookSql.Content(sound, known.host(), address, kept)));
                }));
    }

    /** Empty for none. */
    private Outcome<String> secret(WebhookProposal wanted, @Nullable String typed, @Nullable WebhookId id) {
        if (wanted.unsigned()) return Outcome.done("");
        if (typed == null) {
            var kept = id == null ? null : sql.secret(id);
            return Outcome.done(kept == null ? "" : kept);
        }
        if (typed.length() < SHORTEST_SECRET || typed.length() > LONGEST_SECRET || !Signature.isReadable(typed))
            return Outcome.refused("webhook.secret", SHORTEST_SECRET, LONGEST_SECRET);
        return Outcome.done(typed);
    }
}

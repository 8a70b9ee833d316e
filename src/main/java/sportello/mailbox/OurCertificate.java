package sportello.mailbox;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.settings.FollowedCertificate;
import sportello.settings.Settings;

/** By which those who bring mail know us; calls out once when its files were renewed and cannot be used. */
@Component
public class OurCertificate {
    private final @Nullable FollowedCertificate followed;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Duration patience;
    private @Nullable Long unusableSince;
    private boolean told;

    @Autowired
    OurCertificate(
            Settings settings, Limits limits, ApplicationEventPublisher events, TransactionOperations transaction) {
        this(settings.certificate().followed().orElse(null), limits.alarm(), events, transaction);
    }

    OurCertificate(
            @Nullable FollowedCertificate followed,
            Duration patience,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.followed = followed;
        this.patience = patience;
        this.events = events;
        this.transaction = transaction;
    }

    /** Null where nobody is offered TLS. */
    @Nullable SSLContext context() {
        return followed == null ? null : followed.context();
    }

    /** The file that cannot be used as it is now, so that the certificate of before counts; empty if all is well. */
    public Optional<String> unusable() {
        return followed == null ? Optional.empty() : followed.unusable();
    }

    /** To be called often; whoever renews the files may need a moment for all of them. */
    synchronized void look() {
        var file = unusable().orElse(null);
        if (file == null) {
            unusableSince = null;
            told = false;
            return;
        }
        var now = System.nanoTime();
        var since = unusableSince == null ? now : unusableSince;
        unusableSince = since;
        if (told || now - since < patience.toNanos()) return;
        transaction.executeWithoutResult(status -> events.publishEvent(new CertificateUnusable(file)));
        told = true;
    }
}

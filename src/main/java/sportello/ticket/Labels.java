package sportello.ticket;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import sportello.base.Language;

/**
 * How the house calls and marks its states and priorities. Nearly every page says them and they change once a year: each
 * node keeps them until it hears that they have changed.
 */
@Component
public class Labels {
    /** On which nodes tell each other that they have changed. */
    public static final String CHANNEL = "sportello_labels";

    private final LabelSql sql;
    private final AtomicReference<Held> held = new AtomicReference<>(new Held(null));

    /** Each by its own identity: what was read before a change never takes the place of what was forgotten since. */
    private static final class Held {
        private final @Nullable HouseLabels labels;

        Held(@Nullable HouseLabels labels) {
            this.labels = labels;
        }
    }

    Labels(LabelSql sql) {
        this.sql = sql;
    }

    /** Also without a database there are words. */
    public HouseLabels now() {
        if (TransactionSynchronizationManager.hasResource(this)) return sql.all();
        var before = held.get();
        if (before.labels != null) return before.labels;
        try {
            var labels = sql.all();
            held.compareAndSet(before, new Held(labels));
            return labels;
        } catch (DataAccessException | TransactionException away) {
            return HouseLabels.OURS;
        }
    }

    /** The house's own words for what the messages call so; empty where it has none. */
    public Optional<String> said(String message, Language language) {
        return now().said(message, language);
    }

    /** They may have changed: whoever asks next looks. */
    public void forget() {
        held.set(new Held(null));
    }

    /** Within the transaction of the change: who changes them sees them at once, all others when it commits. */
    void changed() {
        sql.callOut(CHANNEL);
        lookAnew();
    }

    /**
     * Until the end of the transaction nothing counts that is remembered: it is older than what whoever was waited for has
     * just kept.
     */
    void lookAnew() {
        if (TransactionSynchronizationManager.hasResource(this)) return;
        TransactionSynchronizationManager.bindResource(this, this);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Labels.this);
                forget();
            }
        });
    }
}

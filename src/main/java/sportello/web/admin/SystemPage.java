package sportello.web.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.backup.Backup;
import sportello.database.DatabaseFacts;
import sportello.jobs.JobKind;
import sportello.mailbox.Health;
import sportello.mailkey.EndingMailKey;
import sportello.relay.AccountHealth;

/**
 * How the program is.
 *
 * @param free bytes on the disk where the data lie
 * @param backup the latest that succeeded
 * @param backedUp whether one is taken every night
 * @param node which of the nodes answers
 */
public record SystemPage(
        String version,
        String java,
        String node,
        Instant since,
        String home,
        long free,
        DatabaseFacts.Facts database,
        @Nullable Backup backup,
        boolean backedUp,
        List<Alarm> alarms) {
    private static final long LITTLE = 2L << 30;

    /** What somebody should look at: a key of the messages with what fills it, and where to look. */
    public record Alarm(String key, List<Object> facts, Area area) {}

    static List<Alarm> alarms(
            List<Health> mailboxes,
            List<JobKind> jobs,
            boolean server,
            Optional<String> shutOut,
            List<AccountHealth> accounts,
            Optional<Backup> amiss,
            Optional<String> certificate,
            List<EndingMailKey> keys,
            Instant now,
            long free) {
        var alarms = new ArrayList<Alarm>();
        if (free < LITTLE) alarms.add(new Alarm("disk", List.of(), Area.SYSTEM));
        if (!server) alarms.add(new Alarm("relay", List.of(), Area.RELAY));
        shutOut.ifPresent(answer -> alarms.add(new Alarm("shut_out", List.of(answer), Area.RELAY)));
        certificate.ifPresent(file -> alarms.add(new Alarm("certificate", List.of(file), Area.SYSTEM)));
        for (var account : accounts)
            if (account.isAmiss())
                alarms.add(new Alarm("account", List.of(account.name(), account.lastError()), Area.RELAY));
        amiss.ifPresent(backup -> alarms.add(
                new Alarm(backup.succeeded() ? "backup_late" : "backup", List.of(backup.problem()), Area.SYSTEM)));
        for (var mailbox : mailboxes)
            if (mailbox.valid() && mailbox.failingSince() != null)
                alarms.add(new Alarm("mailbox", List.of(mailbox.name(), mailbox.lastError()), Area.MAILBOXES));
        for (var key : keys) alarms.add(ending(key, now));
        var quarantined = mailboxes.stream().mapToInt(Health::quarantined).sum();
        if (quarantined > 0) alarms.add(new Alarm("quarantine", List.of(quarantined), Area.QUARANTINE));
        var failing = jobs.stream().mapToInt(JobKind::failing).sum();
        if (failing > 0) alarms.add(new Alarm("jobs", List.of(failing), Area.JOBS));
        return List.copyOf(alarms);
    }

    private static Alarm ending(EndingMailKey key, Instant now) {
        return new Alarm(
                key.isOver(now) ? "mail_key_over" : "mail_key_ending",
                List.of(key.kind().called(), key.name(), key.days(now)),
                Area.MAIL_KEYS);
    }
}

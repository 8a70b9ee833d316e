package sportello.web.admin;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import sportello.automation.KeepingJobs;
import sportello.backup.Backups;
import sportello.database.DatabaseFacts;
import sportello.mail.Outbox;
import sportello.mailbox.Mailboxes;
import sportello.mailbox.OurCertificate;
import sportello.mailkey.EndingMailKeys;
import sportello.relay.KeepingRelay;
import sportello.settings.Settings;
import sportello.web.Views;

/** How the program is, and what somebody should look at. */
@Controller
class SystemController {
    private final DatabaseFacts database;
    private final Backups backups;
    private final KeepingJobs jobs;
    private final Mailboxes mailboxes;
    private final Outbox outbox;
    private final KeepingRelay relays;
    private final OurCertificate certificate;
    private final EndingMailKeys keys;
    private final Settings settings;
    private final Clock clock;
    private final Views views;

    SystemController(
            DatabaseFacts database,
            Backups backups,
            KeepingJobs jobs,
            Mailboxes mailboxes,
            Outbox outbox,
            KeepingRelay relays,
            OurCertificate certificate,
            EndingMailKeys keys,
            Settings settings,
            Clock clock,
            Views views) {
        this.database = database;
        this.backups = backups;
        this.jobs = jobs;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.relays = relays;
        this.certificate = certificate;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.views = views;
    }

    @GetMapping("/admin/system")
    View show() throws IOException {
        var machine = ManagementFactory.getRuntimeMXBean();
        var free = free(settings.home());
        return views.show(
                "admin/system",
                new SystemPage(
                        Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), ""),
                        Runtime.version() + ", " + machine.getVmVendor(),
                        machine.getName(),
                        Instant.ofEpochMilli(machine.getStartTime()),
                        settings.home().toString(),
                        free,
                        database.now(),
                        backups.last().orElse(null),
                        backups.isWanted(),
                        SystemPage.alarms(
                                mailboxes.health(),
                                jobs.kinds(),
                                outbox.hasServer(),
                                outbox.shutOut(),
                                relays.health(),
                                backups.amiss(),
                                certificate.unusable(),
                                keys.all(),
                                clock.instant(),
                                free)));
    }

    /** Of a directory that is not there yet, the one above it: with a database elsewhere nobody made it. */
    private static long free(Path home) throws IOException {
        var there = home.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) there = there.getParent();
        return Files.getFileStore(there).getUsableSpace();
    }
}

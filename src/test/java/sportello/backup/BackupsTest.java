package sportello.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.database.OwnHome;
import sportello.settings.BackupSettings;
import sportello.settings.Settings;

/** What is remembered of backups, and how many stay. */
@SportelloTest
@Transactional
class BackupsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-29T00:30:00Z");

    @Autowired
    private BackupSql sql;

    @Autowired
    private Settings settings;

    @Autowired
    private JdbcClient db;

    @Test
    void the_latest_is_told_from_the_latest_that_succeeded() {
        assertThat(sql.last(false)).isEmpty();
        var good = new Backup(NIGHT, NIGHT.plusSeconds(9), "/disco/buono", 4_711, "");
        var bad = new Backup(NIGHT.plusSeconds(86_400), NIGHT.plusSeconds(86_401), "/disco/no", 0, "No space left");
        sql.insert(good);
        sql.insert(bad);
        assertThat(sql.last(true)).contains(good);
        assertThat(sql.last(false)).contains(bad).map(Backup::succeeded).isEqualTo(Optional.of(false));
    }

    @Test
    void each_night_one_is_taken_the_oldest_goes_and_what_failed_is_told(@TempDir Path ground) throws IOException {
        var shelf = ground.resolve("backups");
        try (var home = new OwnHome(ground)) {
            backups(home, shelf, NIGHT).takeNightly();
            Files.createFile(shelf.resolve("sportello-20261101-003000.tar.gz.part"));
            var second = backups(home, shelf, NIGHT.plus(Duration.ofDays(1)));
            second.takeNightly();
            var kept = new Shelf(shelf).place(NIGHT.plus(Duration.ofDays(1)));
            try (var left = Files.list(shelf)) {
                assertThat(left).containsExactly(kept);
            }
            assertThat(second.last()).map(Backup::file).contains(kept.toString());
            assertThat(second.last()).map(Backup::size).contains(Files.size(kept));
            assertThat(second.amiss()).isEmpty();

            var file = Files.createFile(ground.resolve("no directory"));
            var broken = backups(home, file, NIGHT.plus(Duration.ofDays(2)));
            assertThatThrownBy(broken::takeNightly).isInstanceOf(IOException.class);
            assertThat(broken.amiss()).map(Backup::succeeded).contains(false);
            assertThat(broken.last()).map(Backup::file).contains(kept.toString());
        }
    }

    /** As before the first start of a new program, whose database has no place yet where it would be written down. */
    @Test
    void what_cannot_be_written_down_is_taken_all_the_same(@TempDir Path ground) throws IOException {
        db.sql("alter table backup rename to elsewhere").update();
        try (var home = new OwnHome(ground)) {
            assertThat(Path.of(backups(home, ground, NIGHT).take(ground).file()))
                    .isNotEmptyFile();
        }
    }

    private Backups backups(OwnHome home, Path directory, Instant now) {
        return new Backups(
                home.backup(),
                sql,
                new Settings(
                        settings.home(),
                        settings.port(),
                        settings.address(),
                        settings.baseUrl(),
                        settings.proxies(),
                        settings.database(),
                        settings.smtp(),
                        settings.lmtp(),
                        settings.certificate(),
                        settings.pec(),
                        new BackupSettings(directory, 1),
                        settings.timeZone(),
                        settings.systemId(),
                        null),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void one_night_missed_is_forgiven_two_are_not() {
        var backup = new Backup(NIGHT, NIGHT, "/disco/buono", 1, "");
        assertThat(backup.isLate(NIGHT.plus(Duration.ofHours(49)))).isFalse();
        assertThat(backup.isLate(NIGHT.plus(Duration.ofHours(51)))).isTrue();
    }

    @Test
    void the_newest_stay_and_what_is_none_of_ours_too(@TempDir Path directory) throws IOException {
        var shelf = new Shelf(directory);
        for (var day = 0; day < 5; day++) Files.createFile(shelf.place(NIGHT.plus(Duration.ofDays(day))));
        Files.createFile(directory.resolve("sportello-vecchio.tar.gz"));
        shelf.keep(2);
        try (var left = Files.list(directory)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "sportello-20261202-003000.tar.gz",
                            "sportello-20261203-003000.tar.gz",
                            "sportello-vecchio.tar.gz");
        }
    }
}

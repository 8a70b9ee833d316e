package sportello.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL for the whole test run, with the settings of production; each test context gets a database of its
 * own, copied from a migrated template. The server's files stay below {@code target} and serve the next run.
 */
public final class TestDatabase {

    private static final int RUNS_AT_ONCE = 9;
    private static final String MIGRATIONS = "db/migration";

    private static final TestDatabase ONE = new TestDatabase();

    private final EmbeddedDatabase server = start(1);
    private final JdbcClient keeper = JdbcClient.create(Pool.direct(server.keeper("postgres")));
    private final String template;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean springIsThere = new AtomicBoolean();

    /** The way into a database that nobody else uses. */
    public record Fresh(String url, String user, String password) {}

    private TestDatabase() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeUnlessSpringDoes));
        drop("test_%", "");
        template = "migrated_" + fingerprint();
        drop("migrated_%", template);
        if (databases(template, "").isEmpty()) migrate();
    }

    /** Makes a new, migrated, empty database. */
    public static Fresh fresh() {
        return ONE.copy();
    }

    /** Makes one for a program under test, which still needs the server while it is shutting down. */
    static Fresh freshForSpring() {
        if (ONE.springIsThere.compareAndSet(false, true))
            SpringApplication.getShutdownHandlers().add(ONE.server::breakOff);
        return ONE.copy();
    }

    static EmbeddedDatabase server() {
        return ONE.server;
    }

    private void closeUnlessSpringDoes() {
        if (!springIsThere.get()) server.breakOff();
    }

    /** Two test runs at once in one checkout take two servers. */
    private static EmbeddedDatabase start(int slot) {
        try {
            return EmbeddedDatabase.start(Homes.at(Path.of("target", "test-database", String.valueOf(slot))));
        } catch (DatabaseFailure e) {
            if (slot == RUNS_AT_ONCE) throw e;
            return start(slot + 1);
        }
    }

    /** Its server outlives every test, so that no commit in it waits for the disk. */
    private Fresh copy() {
        var name = "test_" + number.incrementAndGet();
        keeper.sql("create database " + name + " owner " + EmbeddedDatabase.NAME + " template " + template)
                .update();
        keeper.sql("alter database " + name + " set synchronous_commit = off").update();
        return access(name);
    }

    /** Renamed when complete, so that a run broken off half-way leaves no half template. */
    private void migrate() {
        drop("migrating", "");
        keeper.sql("create database migrating owner " + EmbeddedDatabase.NAME).update();
        var draft = access("migrating");
        Flyway.configure()
                .dataSource(draft.url(), draft.user(), draft.password())
                .locations("classpath:" + MIGRATIONS)
                .load()
                .migrate();
        keeper.sql("alter database migrating rename to " + template).update();
    }

    private Fresh access(String database) {
        var access = server.access();
        return new Fresh(server.keeper(database).url(), access.user(), access.password());
    }

    private void drop(String like, String except) {
        databases(like, except)
                .forEach(name ->
                        keeper.sql("drop database " + name + " with (force)").update());
    }

    private List<String> databases(String like, String except) {
        return keeper.sql("select datname from pg_database where datname like :like and datname <> :except")
                .param("like", like)
                .param("except", except)
                .query(String.class)
                .list();
    }

    private static String fingerprint() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + MIGRATIONS + "/**/*.*");
            var sum = new CRC32();
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (var file : files) sum.update(file.getContentAsByteArray());
            return HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

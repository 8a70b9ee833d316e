package sportello.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Hand;
import sportello.base.Outcome;
import sportello.storage.Files;

/** What the configuration was: the newest two hundred versions, none of them older than a year. */
@Component
public class Versions {
    static final int MOST = 200;
    static final Duration KEPT_FOR = Duration.ofDays(365);

    /** How long somebody may look at a document before it is brought in. */
    private static final Duration LOOKED_AT = Duration.ofDays(1);

    private final VersionSql sql;
    private final Sections sections;
    private final ExportingConfiguration exporting;
    private final EnclosedFiles enclosed;
    private final Files files;
    private final Clock clock;

    Versions(
            VersionSql sql,
            Sections sections,
            ExportingConfiguration exporting,
            EnclosedFiles enclosed,
            Files files,
            Clock clock) {
        this.sql = sql;
        this.sections = sections;
        this.exporting = exporting;
        this.enclosed = enclosed;
        this.files = files;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Version> all() {
        return sql.all();
    }

    public Optional<Version> find(long id) {
        return sql.find(id);
    }

    /** The same for another house: with the files. */
    @Transactional(readOnly = true)
    public Outcome<String> document(long id, Authority by) {
        return text(id, by).then(enclosed::filled);
    }

    /** What the house was then, as YAML. */
    @Transactional(readOnly = true)
    public Outcome<String> text(long id, Authority by) {
        if (!by.administrator()) return Outcome.refused("configuration.administer");
        return sql.document(id)
                .map(document -> Outcome.done(unpacked(document)))
                .orElseGet(() -> Outcome.refused("configuration.forgotten"));
    }

    /** Another one, if anything has changed since the last; old ones go. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    void keepNightly() {
        var now = exporting.whole();
        var last = sql.last().map(Versions::unpacked).orElse("");
        if (!last.equals(now)) keep(now, Occasion.NIGHT);
        var moment = clock.instant();
        sql.forget(moment.minus(KEPT_FOR), MOST, moment.minus(LOOKED_AT)).forEach(files::forget);
    }

    /**
     * What the house was until now, in the transaction that changes it.
     *
     * @return its number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long keep(String document, Occasion occasion) {
        var differing = sql.last()
                .map(Versions::unpacked)
                .map(last -> contents(document).differing(contents(last)));
        var now = clock.instant();
        var id = sql.insert(now, occasion, Hand.atWork().name(), differing.orElse(null), packed(document));
        EnclosedFiles.named(document).forEach(file -> sql.hold(id, file, now));
        return id;
    }

    private Contents contents(String document) {
        return Contents.of(document, sections);
    }

    private static byte[] packed(String document) {
        var packed = new ByteArrayOutputStream();
        try (var pack = new GZIPOutputStream(packed)) {
            pack.write(document.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] document) {
        try (var unpack = new GZIPInputStream(new ByteArrayInputStream(document))) {
            return new String(unpack.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package sportello.mailkey;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.mime.Encryption;

/** Administrators keep the public keys of those to whom we write. */
@Component
public class KeepingCorrespondentKeys {
    /** In bytes. */
    public static final int LARGEST = 1 << 18;

    private final CorrespondentKeySql sql;
    private final Book book;
    private final Clock clock;

    KeepingCorrespondentKeys(CorrespondentKeySql sql, Book book, Clock clock) {
        this.sql = sql;
        this.book = book;
        this.clock = clock;
    }

    /** What the book says of a key. */
    private record Entry(
            Encryption.Kind kind,
            String address,
            String fingerprint,
            @Nullable Instant until,
            boolean valid) {

        static Entry of(KeptCorrespondentKey key, boolean valid) {
            return new Entry(key.kind(), key.address(), key.fingerprint(), key.until(), valid);
        }
    }

    /** By their addresses; of many the first. */
    public List<KeptCorrespondentKey> find(String words, int most) {
        return sql.find(words.strip(), most);
    }

    /**
     * Adds a key; what is new of one of OpenPGP that is here already is added to it, and it stays in use or out of it.
     *
     * @param file a certificate or public keys of OpenPGP
     * @param address for which it is used; the key has to name it
     */
    @Transactional
    public Outcome<KeptCorrespondentKey> add(byte[] file, String address, Authority by) {
        if (!by.administrator()) return Outcome.refused("correspondent_keys.administer");
        if (file.length > LARGEST) return Outcome.refused("correspondent_keys.unreadable");
        var whose = address.strip().toLowerCase(Locale.ROOT);
        if (whose.isEmpty()) return Outcome.refused("correspondent_keys.address");
        return PublicKeyFile.read(file, clock.instant()).then(given -> {
            if (!given.isFor(whose))
                return Outcome.refused("correspondent_keys.other_address", String.join(", ", given.addresses()));
            var added = sql.insert(given, whose, false, clock.instant()).orElse(null);
            if (added == null) return renewed(given, whose);
            book.write(Topic.CORRESPONDENT_KEYS, added.id(), whose, null, Entry.of(added, true));
            return Outcome.done(added);
        });
    }

    /** A key of OpenPGP stays the same when its owner says more of it: until when it is good, or what was taken back. */
    private Outcome<KeptCorrespondentKey> renewed(GivenKey given, String whose) {
        var before = sql.find(whose, given.fingerprint()).orElseThrow();
        if (given.kind() != Encryption.Kind.OPENPGP) return Outcome.refused("correspondent_keys.known");
        var kept = sql.certificate(before.id());
        return PgpPublicKey.joined(kept, given.certificate(), clock.instant()).then(all -> {
            if (Arrays.equals(kept, all.certificate())) return Outcome.refused("correspondent_keys.known");
            var now = sql.renew(before, all).orElse(null);
            if (now == null) return Outcome.refused("correspondent_keys.changed");
            book.write(
                    Topic.CORRESPONDENT_KEYS,
                    now.id(),
                    whose,
                    Entry.of(before, before.valid()),
                    Entry.of(now, now.valid()));
            return Outcome.done(now);
        });
    }

    /**
     * Takes a key out of use, or back into it. Nothing if there is none.
     *
     * @param seen the version of the key that was changed
     */
    @Transactional
    public Optional<Outcome<KeptCorrespondentKey>> use(long id, int seen, boolean valid, Authority by) {
        return sql.find(id).map(key -> {
            if (!by.administrator()) return Outcome.refused("correspondent_keys.administer");
            if (!sql.update(id, seen, valid)) return Outcome.refused("correspondent_keys.changed");
            book.write(Topic.CORRESPONDENT_KEYS, id, key.address(), Entry.of(key, key.valid()), Entry.of(key, valid));
            return Outcome.done(key);
        });
    }
}

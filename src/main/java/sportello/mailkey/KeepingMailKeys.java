package sportello.mailkey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.mime.Encryption;

/** Administrators keep the keys that open mails. What is secret goes in and never comes out. */
@Component
public class KeepingMailKeys {
    /** In bytes. */
    public static final int LARGEST = 1 << 20;

    private final MailKeySql sql;
    private final Book book;
    private final Clock clock;

    KeepingMailKeys(MailKeySql sql, Book book, Clock clock) {
        this.sql = sql;
        this.book = book;
        this.clock = clock;
    }

    /** What the book says of a key. */
    private record Entry(
            Encryption.Kind kind,
            List<String> addresses,
            String fingerprint,
            @Nullable Instant until,
            boolean valid) {

        static Entry of(KeptMailKey key, boolean valid) {
            return new Entry(key.kind(), key.addresses(), key.fingerprint(), key.until(), valid);
        }
    }

    public List<KeptMailKey> all() {
        return sql.all();
    }

    /**
     * Adds a key, or what was missing of one that is here, which stays in use or out of it.
     *
     * @param file PKCS#12, or a secret key of OpenPGP in armour
     * @param password that opens the file; it is not kept
     */
    @Transactional
    public Outcome<KeptMailKey> add(byte[] file, String password, Authority by) {
        if (!by.administrator()) return Outcome.refused("mail_keys.administer");
        if (file.length > LARGEST) return Outcome.refused("mail_keys.unreadable");
        return KeyFile.read(file, password).then(brought -> {
            var before = sql.find(brought.fingerprint())
                    .filter(key ->
                            key.kind() == Encryption.Kind.OPENPGP) // of S/MIME nothing that the book tells can differ
                    .map(key -> Entry.of(key, key.valid()))
                    .orElse(null);
            var added = sql.insert(brought, clock.instant()).orElse(null);
            if (added == null) return Outcome.refused("mail_keys.known");
            book.write(Topic.MAIL_KEYS, added.id(), name(added), before, Entry.of(added, added.valid()));
            return Outcome.done(added);
        });
    }

    /**
     * Takes a key out of use, or back into it. Nothing if there is none.
     *
     * @param seen the version of the key that was changed
     */
    @Transactional
    public Optional<Outcome<KeptMailKey>> use(long id, int seen, boolean valid, Authority by) {
        return sql.find(id).map(key -> {
            if (!by.administrator()) return Outcome.refused("mail_keys.administer");
            if (!sql.update(id, seen, valid)) return Outcome.refused("mail_keys.changed");
            book.write(Topic.MAIL_KEYS, id, name(key), Entry.of(key, key.valid()), Entry.of(key, valid));
            return Outcome.done(key);
        });
    }

    private static String name(KeptMailKey key) {
        return key.addresses().isEmpty() ? key.fingerprint() : key.addresses().getFirst();
    }

    /** What anybody may have of it, to write to us. */
    public Optional<PublicKey> publicKey(long id) {
        return sql.find(id).map(key -> {
            var bytes = sql.certificate(id);
            return switch (key.kind()) {
                case SMIME -> new PublicKey(fileName(key, ".crt"), "application/x-x509-user-cert", pem(bytes));
                case OPENPGP -> new PublicKey(fileName(key, ".asc"), "application/pgp-keys", armoured(bytes));
            };
        });
    }

    private static String fileName(KeptMailKey key, String ending) {
        return name(key).replaceAll("[^a-z0-9A-Z@._-]", "_") + ending;
    }

    private static byte[] pem(byte[] certificate) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return ("-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n").getBytes(US_ASCII);
    }

    private static byte[] armoured(byte[] keys) {
        var out = new ByteArrayOutputStream();
        try (var armour = ArmoredOutputStream.builder().clearHeaders().build(out)) {
            armour.write(keys);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}

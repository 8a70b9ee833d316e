package sportello.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id, and compares them; no more at a time than there are processors, for each takes 19 MiB. */
@Component
class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodysHash;

    Passwords(Effort effort) {
        argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, effort.kibibytes(), effort.passes());
        nobodysHash = nobodysHash(effort);
    }

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return argon2.encode(PasswordRule.normal(password));
        } finally {
            places.release();
        }
    }

    /** Whether the password fits the account; without one it takes as long, and never fits. */
    boolean fit(String password, Optional<Account> account) {
        if (PasswordRule.isTooLong(password)) return false;
        places.acquireUninterruptibly();
        try {
            return argon2.matches(
                    PasswordRule.normal(password),
                    account.map(Account::passwordHash).orElse(nobodysHash));
        } finally {
            places.release();
        }
    }

    /** Whether the hash was made when trying cost less than it does now. */
    boolean isCheap(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /** A hash of the same cost as all others that no password has. */
    private static String nobodysHash(Effort effort) {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(effort.kibibytes(), effort.passes(), LANES, random(SALT), random(HASH));
    }

    private static String random(int bytes) {
        var bits = new byte[bytes];
        new SecureRandom().nextBytes(bits);
        return Base64.getEncoder().withoutPadding().encodeToString(bits);
    }
}

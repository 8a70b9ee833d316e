package sportello.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sportello.base.Sha256;

/** Eighty random bits on paper, which stand in once for an app that is lost. The database only ever sees the hash. */
record RecoveryCode(String text) {
    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::one).limit(COUNT).toList();
    }

    /** What somebody typed, without regard to case, spaces and hyphens. */
    static Optional<RecoveryCode> parse(String typed) {
        var text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return text.matches("[A-Z2-7]{16}") ? Optional.of(new RecoveryCode(text)) : Optional.empty();
    }

    /** In groups of four, as people write it down. */
    String readable() {
        return text.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** With the account in it, so that the same code of two people does not look the same. */
    byte[] hash(AccountId account) {
        return Sha256.of(account + ":" + text);
    }

    private static RecoveryCode one() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new RecoveryCode(Base32.encode(bits));
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }
}

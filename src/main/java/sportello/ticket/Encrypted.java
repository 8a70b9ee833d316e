package sportello.ticket;

import java.util.Locale;

/**
 * That a mail came encrypted, and what became of opening it, as it was found at receipt.
 *
 * @param algorithm by which, empty where that cannot be said
 */
public record Encrypted(Kind kind, Fate fate, String algorithm) {

    /** In which manner it was encrypted. */
    public enum Kind {
        SMIME("S/MIME"),
        OPENPGP("OpenPGP");

        private final String called;

        Kind(String called) {
            this.called = called;
        }

        /** In every language. */
        public String called() {
            return called;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of opening it. */
    public enum Fate {
        OPENED,
        NO_KEY,
        REFUSED,
        UNPROTECTED,
        DAMAGED;

        /** As it is stored, and for the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what it was encrypted, such as {@code S/MIME, AES-256}. */
    public String means() {
        return algorithm.isEmpty() ? kind.called() : kind.called() + ", " + algorithm;
    }
}

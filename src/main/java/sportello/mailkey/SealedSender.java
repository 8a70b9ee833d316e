package sportello.mailkey;

import java.util.Locale;

/**
 * What an address of ours does with what it sends.
 *
 * @param automatic whether what no person wrote is meant too
 * @param version which change of it this is; 0 for one that nobody has decided on
 */
public record SealedSender(String address, Manner manner, boolean automatic, int version) {
    /** From little to much. */
    public enum Manner {
        NEVER,
        SIGN,
        /** Signed, and encrypted to those whose key is known. */
        ENCRYPT;

        /** As it is stored, and for the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SealedSender undecided(String address) {
        return new SealedSender(address, Manner.NEVER, false, 0);
    }

    /** Whether it signs what is sent. */
    boolean signs(boolean byMachine) {
        return manner != Manner.NEVER && (automatic || !byMachine);
    }

    boolean encrypts(boolean byMachine) {
        return manner == Manner.ENCRYPT && signs(byMachine);
    }
}

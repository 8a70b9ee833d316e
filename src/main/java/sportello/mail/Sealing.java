package sportello.mail;

import java.util.Optional;
import sportello.base.Outcome;

/** Signs and encrypts what leaves. Whoever keeps the keys knows how. */
public interface Sealing {

    /** Whether any sender signs or encrypts of itself. */
    boolean isWanted();

    /**
     * What is promised to a letter; nothing for one that leaves in the clear and unsigned.
     *
     * @param automatic whether no person wrote it: it is promised no signature that nobody can give
     * @param encrypting where it always is, it is promised even if no key is known: then the letter does not leave
     */
    Optional<Seal> promise(String sender, String recipient, boolean automatic, Encrypting encrypting);

    /** Whether there is a key today to sign by. */
    boolean signs(Seal.Manner manner, String sender);

    /** What keeps the promise today, or why it cannot be kept. */
    Outcome<Sealer> sealer(Seal seal, String sender, String recipient);
}

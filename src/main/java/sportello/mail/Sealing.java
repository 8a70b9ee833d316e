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
     * @param automatic whether no person wrote it
     * @param encrypting where it always is, it is promised even if no key is known: then the letter does not leave
     */
    Optional<Seal> promise(String sender, String recipient, boolean automatic, Encrypting encrypting);

    /** What keeps the promise today, or why it cannot be kept. */
    Outcome<Sealer> sealer(Seal seal, String sender, String recipient);
}

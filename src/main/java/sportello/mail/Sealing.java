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
     * @param confidential whether it is encrypted if only it can be, whatever its sender does else
     */
    Optional<Seal> promise(String sender, String recipient, boolean automatic, boolean confidential);

    /** What keeps the promise today, or why it cannot be kept. */
    Outcome<Sealer> sealer(Seal seal, String sender, String recipient);
}

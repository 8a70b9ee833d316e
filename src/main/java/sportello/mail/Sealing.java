package sportello.mail;

import java.util.Map;
import java.util.Set;
import sportello.base.Outcome;

/** Signs and encrypts what leaves. Whoever keeps the keys knows how. */
public interface Sealing {

    /** Whether any sender signs or encrypts of itself. */
    boolean isWanted();

    /**
     * What is promised to letters of one sender, by the address to which each goes; nothing to those that leave in the clear and
     * unsigned.
     *
     * @param automatic whether no person wrote them: they are promised no signature that nobody can give
     * @param encrypting where they always are, it is promised even if no key is known: then the letter does not leave
     */
    Map<String, Seal> promises(String sender, Set<String> recipients, boolean automatic, Encrypting encrypting);

    /** What keeps the promise today, or why it cannot be kept. */
    Outcome<Sealer> sealer(Seal seal, String sender, String recipient);
}

package sportello.mail;

import java.io.IOException;
import java.util.Optional;

/** The servers that administrators keep for our mail, and how they are. */
public interface Relay {
    /**
     * By which the mail of the sender leaves: the one that takes that sender's, else the standard one.
     *
     * @param sender an address, empty for nobody in particular
     */
    Optional<Account> account(String sender);

    /**
     * What a server that wants a token is shown today. Strangers may be asked: not within a transaction.
     *
     * @throws IOException if there is none now
     */
    String token(AccountId account) throws IOException;

    /** The server did not take the token. */
    void refused(AccountId account);

    /** Whether the caller is to see if one that rested works again; for a while nobody else is. */
    boolean isToBeTried(AccountId account);

    /** It took a letter, or spoke about one. */
    void worked(AccountId account);

    /** It was not to be reached, or did not let us in: it rests, longer each time. */
    void failed(AccountId account, String problem);

    /** Those that rest may work again. */
    void hope();
}

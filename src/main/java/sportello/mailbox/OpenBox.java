package sportello.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** A mailbox as its server shows it, while we are logged in. Mails are named by what the server calls them for good. */
sealed interface OpenBox extends AutoCloseable permits ImapBox, PopBox {

    /** What became of a mail that we asked for. */
    enum Taken {
        WHOLE,
        TOO_LARGE,
        GONE
    }

    /** While this stays the same, no name is given to another mail; 0 where names are never given again. */
    long validity();

    /** The next name that will be given; 0 where the server does not say. */
    long next();

    /**
     * The names of the mails that were not taken yet, in the order in which they came.
     *
     * @param last the last that was taken, where names are numbers that grow
     * @param taken those that were taken and still lie there
     */
    List<String> waiting(long last, Set<String> taken) throws IOException;

    /** Writes a mail's bytes as they are, piece by piece; of one that is too large anything or nothing. */
    Taken take(String uid, OutputStream out, long largest) throws IOException;

    /** Writes only the head of a mail. */
    void head(String uid, OutputStream out) throws IOException;

    /**
     * Deals with mails that are kept.
     *
     * @return those that do not lie there any more
     */
    Set<String> clear(Set<String> kept, Afterwards afterwards) throws IOException;

    /** Whether the server tells of new mail by itself. */
    boolean tellsOfMail();

    /**
     * Waits a little for news.
     *
     * @return whether the server is still there; it may hang up where nothing happens
     * @throws IOException if it stays on the line and says nothing more
     */
    boolean awaitMail() throws IOException;

    /** What else could be read there: the first folders by name, none where there are none. */
    List<String> folders() throws IOException;

    /** What the server says it can do. */
    Set<String> abilities();

    @Override
    void close();
}

package sportello.mailbox;

import java.io.IOException;
import java.net.InetAddress;

/** Somebody who talks to us, to bring mail. */
interface Caller {
    InetAddress machine();

    /** Whether a mail is on its way, not words alone. */
    boolean bringsMail();

    /** Ends the talk, whatever it waits for. */
    void part() throws IOException;
}

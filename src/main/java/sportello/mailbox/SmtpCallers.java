package sportello.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** The callers who speak SMTP. */
record SmtpCallers(Callers callers) implements SessionHandler {
    private static final int LATER = 421;

    @Override
    public SessionAcceptance accept(Session caller) {
        return callers.welcome(new SmtpCaller(caller))
                ? SessionAcceptance.success()
                : SessionAcceptance.failure(LATER, Callers.LATER);
    }

    @Override
    public void onSessionEnd(Session caller) {
        callers.gone(new SmtpCaller(caller));
    }

    /** The same one as long as it is the same session. */
    private record SmtpCaller(Session session) implements Caller {
        @Override
        public InetAddress machine() {
            return session.getRealRemoteAddress().getAddress();
        }

        @Override
        public boolean bringsMail() {
            return session.isMailTransactionInProgress();
        }

        @Override
        public void part() throws IOException {
            session.closeSocket();
        }
    }
}

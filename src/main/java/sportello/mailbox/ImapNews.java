package sportello.mailbox;

import java.net.SocketTimeoutException;
import java.util.function.Predicate;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * What an IMAP server tells of new mail: with the answer to whatever is asked, once and never again, and while it is waited
 * for (IDLE, RFC 2177).
 */
final class ImapNews {
    private final IMAPProtocol server;

    /** How many mails there are, as far as the server has told. */
    private int mails;

    /** How many it told of last since we looked; 0 if it did not. */
    private int told;

    private boolean any;

    /** @param mails how many the server told of when it opened the folder */
    ImapNews(IMAPProtocol server, int mails) {
        this.server = server;
        this.mails = mails;
    }

    /** Whoever looks now sees all that was told of until now. */
    void look() {
        any = false;
        told = 0;
    }

    /** Some servers count before they tell which have gone: as many as before may be one that has come and one that has gone. */
    void note(Response response) {
        if (!(response instanceof IMAPResponse answer)) return;
        if (answer.keyEquals("EXPUNGE")) {
            mails--;
            any |= told > mails;
        } else if (isOfMails(answer)) {
            told = answer.getNumber();
            any |= told > mails;
            mails = told;
        }
    }

    /**
     * Waits for news no longer than the server may be silent, so that one that has gone is missed in time.
     *
     * @return whether the server is still there
     */
    boolean await() throws ProtocolException {
        if (any) return true;
        try {
            begin();
            if (!any) hearUntil(response -> isTimeout(response) || isOfMails(response));
            server.idleAbort();
            var over = false;
            while (!over) over = !heard(answer());
            return true;
        } catch (ConnectionException hungUp) {
            return false;
        }
    }

    /** What a server tells before it begins to wait is told to handlers only. */
    private void begin() throws ProtocolException {
        ResponseHandler early = this::note;
        server.addResponseHandler(early);
        try {
            server.idleStart();
        } finally {
            server.removeResponseHandler(early);
        }
    }

    private void hearUntil(Predicate<Response> enough) throws ProtocolException {
        var response = server.readIdleResponse();
        while (!enough.test(response)) {
            heard(response);
            response = server.readIdleResponse();
        }
        note(response);
    }

    /** What it tells while it waits it may tell at any time; that it waits no longer it must say at once. */
    private Response answer() throws ProtocolException {
        var response = server.readIdleResponse();
        if (isTimeout(response)) throw new ProtocolException("no answer in time", response.getException());
        return response;
    }

    /** Whether more may come. */
    private boolean heard(Response response) throws ProtocolException {
        note(response);
        return server.processIdleResponse(response);
    }

    private static boolean isOfMails(Response response) {
        return response instanceof IMAPResponse answer && answer.keyEquals("EXISTS");
    }

    private static boolean isTimeout(Response response) {
        return response.isSynthetic() && response.getException() instanceof SocketTimeoutException;
    }
}

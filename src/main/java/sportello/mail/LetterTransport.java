package sportello.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The library's part of a talk, which tells what it waits for, and whether it still waits for the word on the letter. */
final class LetterTransport extends SMTPTransport {
    private final TalkTimes times;
    private final TalkWatch watch;
    private boolean writing;
    private boolean unheard;

    LetterTransport(Session session, String protocol, TalkTimes times, TalkWatch watch) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
        this.times = times;
        this.watch = watch;
    }

    /** Whether the whole letter has left and nobody knows what the server made of it. */
    boolean isUnheard() {
        return unheard;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        var letter = super.data();
        watch.allowTheRest();
        writing = true;
        return letter;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        writing = false;
        unheard = true;
        watch.allow(times.verdict());
        super.finishData();
    }

    /** In the middle of a letter, where we ourselves could not go on, nothing is to be heard: it hangs up. */
    @Override
    protected int readServerResponse() throws MessagingException {
        if (writing) throw new MessagingException("the letter broke off");
        if (!unheard) watch.allow(times.answer());
        var code = super.readServerResponse();
        if (code > 0) unheard = false;
        watch.allow(times.answer());
        return code;
    }
}

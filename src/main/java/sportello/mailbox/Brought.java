package sportello.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import sportello.storage.Files;

/** Takes what other mail servers bring: yes is said once it is committed, and not a moment before. */
@Component
class Brought {
    private static final Logger log = LoggerFactory.getLogger(Brought.class);
    private static final int LATER = 452;
    private static final int NOT_HERE = 550;
    private static final int TOO_LARGE = 552;

    private final MailboxSql mailboxes;
    private final Receiving receiving;
    private final Files files;
    private final Space space;
    private final Limits limits;
    private final ObjectProvider<AcceptedAddress> addresses;

    Brought(
            MailboxSql mailboxes,
            Receiving receiving,
            Files files,
            Space space,
            Limits limits,
            ObjectProvider<AcceptedAddress> addresses) {
        this.mailboxes = mailboxes;
        this.receiving = receiving;
        this.files = files;
        this.space = space;
        this.limits = limits;
        this.addresses = addresses;
    }

    /** One mail's talk. */
    MessageHandler handler() {
        return new Talk();
    }

    private final class Talk implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String sender) throws RejectException {
            if (space.isLow()) throw new RejectException(LATER, "4.3.1 The disk is nearly full, try again later");
        }

        @Override
        public void recipient(String address) throws RejectException {
            try {
                if (addresses.stream().noneMatch(known -> known.accepts(address)))
                    throw new RejectException(NOT_HERE, "5.1.1 Nobody of that address is here");
                recipients.add(address);
            } catch (RuntimeException e) {
                throw later(e);
            }
        }

        /** What is too large is heard out, since the other side goes on talking. */
        @Override
        public String data(InputStream data) throws RejectException, IOException {
            try (var spool = files.spool()) {
                var upTo = new UpTo(spool.sink(), limits.largest());
                data.transferTo(upTo);
                if (upTo.isOver()) throw new RejectException(TOO_LARGE, "5.3.4 The mail is too large");
                receiving.brought(mailboxes.brought(), spool, recipients);
                return "2.0.0 Kept";
            } catch (RuntimeException e) {
                throw later(e);
            }
        }

        @Override
        public void done() {}
    }

    private static RejectException later(RuntimeException problem) {
        log.warn("A mail could not be taken: {}", Watching.words(problem));
        return new RejectException(LATER, "4.3.0 The mail could not be kept, try again later");
    }
}

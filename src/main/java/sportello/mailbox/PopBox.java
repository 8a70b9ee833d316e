package sportello.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.eclipse.angus.mail.pop3.POP3Store;

/** A maildrop on a POP3 server, whose mails are named by UIDL. What is deleted is gone only after a proper good-bye. */
final class PopBox implements OpenBox {
    private static final int BYTES_A_SECOND = 1024;

    private final POP3Store store;
    private final POP3Folder folder;
    private final Limits limits;
    private final Patience patience;
    private final Map<String, POP3Message> mails = new LinkedHashMap<>();

    private PopBox(POP3Store store, POP3Folder folder, Limits limits, Patience patience) {
        this.store = store;
        this.folder = folder;
        this.limits = limits;
        this.patience = patience;
    }

    /** Lists what lies there, on a server that has let us in. */
    static PopBox open(Store store, boolean onlyLook, Limits limits, Patience patience) throws MessagingException {
        patience.grant(limits.command());
        var folder = (POP3Folder) store.getFolder(Access.INBOX);
        folder.open(onlyLook ? Folder.READ_ONLY : Folder.READ_WRITE);
        var box = new PopBox((POP3Store) store, folder, limits, patience);
        box.list();
        return box;
    }

    private void list() throws MessagingException {
        var names = new FetchProfile();
        names.add(UIDFolder.FetchProfileItem.UID);
        var all = folder.getMessages();
        folder.fetch(all, names);
        for (var mail : all) {
            var uid = folder.getUID(mail);
            if (uid == null) throw new MessagingException("the server does not name its mails (UIDL)");
            mails.put(uid, (POP3Message) mail);
        }
    }

    @Override
    public long validity() {
        return 0;
    }

    @Override
    public long next() {
        return 0;
    }

    @Override
    public List<String> waiting(long last, Set<String> taken) {
        return mails.keySet().stream().filter(uid -> !taken.contains(uid)).toList();
    }

    /** A server that announces less than it sends is heard out, since the talk goes on after it. */
    @Override
    public Taken take(String uid, OutputStream out, long largest) throws IOException {
        try {
            patience.grant(limits.command());
            var mail = mail(uid);
            var size = mail.getSize();
            if (size > largest) return Taken.TOO_LARGE;
            patience.grant(limits.command().plusSeconds(size / BYTES_A_SECOND));
            var upTo = new UpTo(out, largest);
            mail.writeTo(upTo);
            return upTo.isOver() ? Taken.TOO_LARGE : Taken.WHOLE;
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    @Override
    public void head(String uid, OutputStream out) throws IOException {
        patience.grant(limits.command());
        try (var head = mail(uid).top(0)) {
            head.transferTo(new UpTo(out, limits.head()));
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    @Override
    public Set<String> clear(Set<String> kept, Afterwards afterwards) throws IOException {
        try {
            if (afterwards instanceof Afterwards.Delete)
                for (var uid : kept) if (mails.containsKey(uid)) mail(uid).setFlag(Flags.Flag.DELETED, true);
        } catch (MessagingException e) {
            throw failure(e);
        }
        return kept.stream().filter(uid -> !mails.containsKey(uid)).collect(Collectors.toSet());
    }

    private POP3Message mail(String uid) {
        return Objects.requireNonNull(mails.get(uid));
    }

    /** Another log-in is needed to see what is new. */
    @Override
    public boolean tellsOfMail() {
        return false;
    }

    @Override
    public boolean awaitMail() {
        throw new UnsupportedOperationException("nothing is told");
    }

    @Override
    public List<String> folders() {
        return List.of();
    }

    @Override
    public Set<String> abilities() {
        try {
            return Set.copyOf(store.capabilities().keySet());
        } catch (MessagingException e) {
            return Set.of();
        }
    }

    /** What was marked goes now; if the line breaks first, it is marked again next time. */
    @Override
    public void close() {
        patience.grant(limits.command());
        try {
            folder.close(true);
        } catch (MessagingException | IllegalStateException alreadyGone) {
            // all that counts is committed
        } finally {
            hangUp();
        }
    }

    private void hangUp() {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            // nothing is left to be said
        }
    }

    private static IOException failure(MessagingException e) {
        return new IOException(e.getMessage(), e);
    }
}

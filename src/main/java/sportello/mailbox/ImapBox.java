package sportello.mailbox;

import static java.util.stream.Collectors.joining;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * A folder on an IMAP server. Mails are named by UID only: a sequence number means another mail as soon as anybody else
 * removes one. A mail is asked for in pieces and without marking it as read.
 */
final class ImapBox implements OpenBox {
    private static final int AT_ONCE = 100;
    private static final int MOST_FOLDERS = 50;

    private final IMAPProtocol server;
    private final MailboxInfo folder;
    private final Limits limits;
    private final Patience patience;
    private final ImapNews news;

    /** Whether the talk broke off, so that nobody hears a good-bye. */
    private boolean broken;

    private ImapBox(IMAPProtocol server, MailboxInfo folder, Limits limits, Patience patience) {
        this.server = server;
        this.folder = folder;
        this.limits = limits;
        this.patience = patience;
        this.news = new ImapNews(server, folder.total);
    }

    /** Selects the folder on a server that has let us in. */
    static ImapBox open(IMAPProtocol server, String folder, boolean onlyLook, Limits limits, Patience patience)
            throws ProtocolException {
        var info = onlyLook ? server.examine(folder) : server.select(folder);
        return new ImapBox(server, info, limits, patience);
    }

    @Override
    public long validity() {
        return Math.max(0, folder.uidvalidity);
    }

    @Override
    public long next() {
        return Math.max(0, folder.uidnext);
    }

    /** A range that ends with the star always contains the last mail, even if that is older. */
    @Override
    public List<String> waiting(long last, Set<String> taken) throws IOException {
        news.look();
        return search("UID " + (last + 1) + ":*").tailSet(last + 1).stream()
                .map(String::valueOf)
                .toList();
    }

    private SortedSet<Long> search(String criteria) throws IOException {
        var found = new TreeSet<Long>();
        for (var response : ask("UID SEARCH " + criteria, null)) {
            if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH"))
                for (var uid = answer.readLong(); uid != -1; uid = answer.readLong()) found.add(uid);
        }
        return found;
    }

    /** The end is where the server says the mail ends, or, if it counts wrongly, where nothing more comes. */
    @Override
    public Taken take(String uid, OutputStream out, long largest) throws IOException {
        var piece = piece(uid, "", 0, limits.piece());
        if (piece == null) return gone(uid);
        if (piece.whole() > largest) return Taken.TOO_LARGE;
        var size = piece.writeTo(out);
        while (size < piece.whole() || piece.size() == limits.piece()) {
            piece = piece(uid, "", size, limits.piece());
            if (piece == null) return gone(uid);
            if (piece.size() == 0 && size == 0) throw new IOException("the server announces a mail and gives nothing");
            if (piece.size() == 0) break;
            size += piece.writeTo(out);
            if (size > largest) return Taken.TOO_LARGE;
        }
        return Taken.WHOLE;
    }

    /** An answer that nobody understands is as good as none; a mail that the server still names was not removed. */
    private Taken gone(String uid) throws IOException {
        if (search("UID " + uid).contains(Long.valueOf(uid))) throw notHandedOver();
        return Taken.GONE;
    }

    private static IOException notHandedOver() {
        return new IOException("the server names the mail and does not hand it over");
    }

    @Override
    public void head(String uid, OutputStream out) throws IOException {
        var head = piece(uid, "HEADER", 0, limits.head());
        if (head == null) throw notHandedOver();
        head.writeTo(out);
    }

    private @Nullable Piece piece(String uid, String section, long from, int length) throws IOException {
        var wanted = "(UID RFC822.SIZE BODY.PEEK[" + section + "]<" + from + "." + length + ">)";
        for (var response : ask("UID FETCH " + uid + " " + wanted, null)) {
            if (!(response instanceof FetchResponse answer) || !isOf(answer, uid)) continue;
            var body = answer.getItem(BODY.class);
            var size = answer.getItem(RFC822SIZE.class);
            if (body != null) return new Piece(body, size == null ? 0 : size.size);
        }
        return null;
    }

    /** Servers also tell of other mails, whose flags have changed. */
    private static boolean isOf(FetchResponse answer, String uid) {
        var named = answer.getItem(UID.class);
        return named != null && named.uid == Long.parseLong(uid);
    }

    /** @param whole the size of the mail according to the server */
    private record Piece(BODY body, long whole) {

        int size() {
            var bytes = body.getByteArray();
            return bytes == null ? 0 : bytes.getCount();
        }

        int writeTo(OutputStream out) throws IOException {
            var bytes = body.getByteArray();
            if (bytes == null) return 0;
            out.write(bytes.getBytes(), bytes.getStart(), bytes.getCount());
            return bytes.getCount();
        }
    }

    @Override
    public Set<String> clear(Set<String> kept, Afterwards afterwards) throws IOException {
        var all = List.copyOf(kept);
        for (var start = 0; start < all.size(); start += AT_ONCE) {
            var some = String.join(",", all.subList(start, Math.min(start + AT_ONCE, all.size())));
            switch (afterwards) {
                case Afterwards.Leave() -> {}
                case Afterwards.Move(var target) -> move(some, target);
                case Afterwards.Delete() -> delete(some);
            }
        }
        return kept;
    }

    private void move(String uids, String target) throws IOException {
        if (server.hasCapability("MOVE")) file("UID MOVE " + uids, target);
        else copyOnceAndDelete(uids, target);
    }

    /** What cannot be deleted would be copied at each sweep: that is asked first, and what is marked was copied before. */
    private void copyOnceAndDelete(String uids, String target) throws IOException {
        if (!mayDelete()) throw new IOException("the folder can only be read, so no mail can be moved out of it");
        var toCopy = search("UID " + uids + " UNDELETED").stream()
                .map(String::valueOf)
                .collect(joining(","));
        if (!toCopy.isEmpty()) file("UID COPY " + toCopy, target);
        delete(uids);
    }

    /** A server that says nothing of flags that last lets all of them be changed (RFC 3501, 7.1). */
    private boolean mayDelete() {
        var lasting = folder.permanentFlags;
        return folder.mode != Folder.READ_ONLY && (lasting == null || lasting.contains(Flags.Flag.DELETED));
    }

    /** The folder is made if it is not there. */
    private void file(String command, String target) throws IOException {
        var folder = new Argument();
        folder.writeString(BASE64MailboxEncoder.encode(target));
        try {
            ask(command, folder);
        } catch (Refused missing) {
            ask("CREATE", folder);
            ask(command, folder);
        }
    }

    /** Without UIDPLUS a server can only remove whatever anybody has marked. */
    private void delete(String uids) throws IOException {
        ask("UID STORE " + uids + " +FLAGS.SILENT (\\Deleted)", null);
        ask(server.hasCapability("UIDPLUS") ? "UID EXPUNGE " + uids : "EXPUNGE", null);
    }

    @Override
    public boolean tellsOfMail() {
        return server.hasCapability("IDLE");
    }

    @Override
    public boolean awaitMail() throws IOException {
        patience.grant(limits.command().plus(limits.reading()));
        try {
            return news.await();
        } catch (ProtocolException e) {
            throw failure(e);
        }
    }

    @Override
    public List<String> folders() throws IOException {
        patience.grant(limits.command());
        try {
            var listed = Objects.requireNonNullElse(server.list("", "*"), new ListInfo[0]);
            return Arrays.stream(listed)
                    .filter(folder -> folder.canOpen)
                    .map(folder -> folder.name)
                    .sorted()
                    .limit(MOST_FOLDERS)
                    .toList();
        } catch (ProtocolException e) {
            throw failure(e);
        }
    }

    @Override
    public Set<String> abilities() {
        return Set.copyOf(server.getCapabilities().keySet());
    }

    /** Says good-bye if the server listens; it does not matter whether it does, and one that is silent would be waited for. */
    @Override
    public void close() {
        patience.grant(limits.reading());
        try {
            if (!broken) server.logout();
        } catch (ProtocolException alreadyGone) {
            // all that counts is committed
        } finally {
            server.disconnect();
        }
    }

    private List<Response> ask(String command, @Nullable Argument arguments) throws IOException {
        patience.grant(limits.command());
        var responses = server.command(command, arguments);
        for (var response : responses) news.note(response);
        try {
            server.handleResult(responses[responses.length - 1]);
            return new ArrayList<>(List.of(responses));
        } catch (CommandFailedException e) {
            throw new Refused(command, e);
        } catch (ProtocolException e) {
            throw failure(e);
        }
    }

    private IOException failure(ProtocolException e) {
        broken = true;
        return new IOException(e.getMessage(), e);
    }

    /** The server understood, and would not. */
    private static final class Refused extends IOException {
        Refused(String command, CommandFailedException e) {
            super(command.replaceFirst("(?s)(UID )?(\\S+).*", "$1$2") + ": " + e.getMessage(), e);
        }
    }
}

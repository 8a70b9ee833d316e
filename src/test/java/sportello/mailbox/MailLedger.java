package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails given to a mail server, each written down before, and what became of them by the tables of the desk. */
final class MailLedger implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("(?m)^X-Token: (\\S+)\\R[\\s\\S]*end of \\1\\R*\\z");

    private final GreenMail server;
    private final JdbcClient db;
    private final Random random;
    private final Map<String, GreenMailUser> users = new TreeMap<>();
    private final Map<String, Long> mailboxes = new TreeMap<>();
    private final Map<String, List<String>> given = new TreeMap<>();

    MailLedger(JdbcClient db, Random random) {
        this.db = db;
        this.random = random;
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    MailLedger mailbox(String name, Protocol protocol, String afterwards) {
        var address = name + "@valle.example";
        users.put(name, server.setUser(address, address, "secret"));
        given.put(name, new ArrayList<>());
        var port = protocol == Protocol.IMAP
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        mailboxes.put(name, GivenMailbox.insert(db, name, protocol, port, address, afterwards));
        return this;
    }

    /** One mail into each mailbox, of a few bytes or some pieces. */
    synchronized void give() throws MessagingException {
        for (var name : users.keySet()) {
            var token = name + "-" + given.get(name).size();
            given.get(name).add(token);
            var filler = "x".repeat(60).concat("\r\n").repeat(random.nextInt(20) == 0 ? 5_000 : 5);
            var raw = "From: a@b.example\r\nTo: %s\r\nMessage-ID: <%s@b.example>\r\nX-Token: %s\r\n\r\n%send of %s\r\n"
                    .formatted(users.get(name).getEmail(), token, token, filler, token);
            users.get(name)
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(US_ASCII))));
        }
    }

    synchronized int accepted() {
        return given.values().stream().mapToInt(List::size).sum();
    }

    int arrived() {
        return db.sql("select count(*) from arrival").query(Integer.class).single();
    }

    /** Whether everything is here, and everything was done that was to be done on the server. */
    boolean isDone() throws FolderException {
        return arrived() >= accepted()
                && db.sql(
                                        "select count(*) from mailbox_leftover l join mailbox m on m.id = l.mailbox_id where m.protocol = 'IMAP'")
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    int inFolder(String name, String folder) throws FolderException {
        var hosts = server.getManagers().getImapHostManager();
        var found = folder.equals("INBOX") ? hosts.getInbox(users.get(name)) : hosts.getFolder(users.get(name), folder);
        return found == null ? 0 : found.getMessageCount();
    }

    int given(String name) {
        return given.get(name).size();
    }

    /** Accepted and nowhere, twice in one mailbox, or not as it was given. */
    record Verdict(int accepted, int lost, int duplicated, int wrong) {

        boolean isClean() {
            return lost == 0 && duplicated == 0 && wrong == 0;
        }
    }

    Verdict judge() {
        int lost = 0;
        int duplicated = 0;
        int wrong = 0;
        for (var name : mailboxes.keySet()) {
            var seen = new HashMap<String, Integer>();
            for (var mail : mails(mailboxes.get(name))) {
                var token = TOKEN.matcher(mail);
                if (token.find()) seen.merge(token.group(1), 1, Integer::sum);
                else wrong++;
            }
            for (var token : given.get(name)) if (!seen.containsKey(token)) lost++;
            for (var times : seen.values()) duplicated += times - 1;
        }
        return new Verdict(accepted(), lost, duplicated, wrong);
    }

    private List<String> mails(long mailbox) {
        return db.sql("""
                select string_agg(c.bytes, ''::bytea order by c.no) as bytes
                  from arrival a
                  join blob_chunk c on c.hash = a.hash
                 where a.mailbox_id = :mailbox
                 group by a.id
                """)
                .param("mailbox", mailbox)
                .query((row, number) -> new String(row.getBytes("bytes"), UTF_8))
                .list();
    }

    @Override
    public void close() {
        server.stop();
    }
}

package sportello.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One talk with a mail server that hands mail over (RFC 2033): each recipient has an answer of its own after the mail. */
final class LmtpTalk implements Caller {
    private static final int LONGEST_LINE = 2_048;
    private static final int MOST_RECIPIENTS = 100;
    private static final int MOST_FAULTS = 20;
    private static final Pattern FROM = Pattern.compile("(?i)MAIL FROM:\\s*<([^<>]*)>(.*)");
    private static final Pattern TO = Pattern.compile("(?i)RCPT TO:\\s*<([^<>]+)>.*");
    private static final Pattern SIZE = Pattern.compile("(?i)\\sSIZE=([0-9]{1,18})(?:\\s|$)");

    private final String host;
    private final long largest;
    private final Supplier<MessageHandler> handlers;
    private final @Nullable SSLContext certificate;

    /** As it was opened; in TLS there is another around it. */
    private final Socket line;

    private Socket socket;
    private BufferedInputStream in;
    private OutputStream out;
    private boolean greeted;
    private boolean secret;
    private int faults;
    private volatile @Nullable MessageHandler mail;
    private List<String> recipients = new ArrayList<>();

    /** @param certificate by which we are known, null where nobody is offered TLS */
    LmtpTalk(
            Socket socket,
            String host,
            long largest,
            Supplier<MessageHandler> handlers,
            @Nullable SSLContext certificate)
            throws IOException {
        this.host = host;
        this.largest = largest;
        this.handlers = handlers;
        this.certificate = certificate;
        this.line = socket;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    @Override
    public InetAddress machine() {
        return line.getInetAddress();
    }

    @Override
    public boolean bringsMail() {
        return mail != null;
    }

    @Override
    public void part() throws IOException {
        line.close();
    }

    /** Tells who is one too many to come again. */
    void putOff() throws IOException {
        say("421 " + Callers.LATER);
    }

    /** To its end, whichever it is. */
    void run() throws IOException {
        say("220 " + host + " LMTP Sportello");
        for (var line = line(); line != null; line = line()) {
            if (!answer(line)) return;
            if (faults > MOST_FAULTS) {
                say("421 4.7.0 Too many faults");
                return;
            }
        }
    }

    /** Whether the talk goes on. */
    private boolean answer(String line) throws IOException {
        var end = line.indexOf(' ');
        switch ((end < 0 ? line : line.substring(0, end)).toUpperCase(Locale.ROOT)) {
            case "LHLO" -> greet();
            case "MAIL" -> from(line);
            case "RCPT" -> to(line);
            case "DATA" -> data();
            case "STARTTLS" -> startTls();
            case "RSET" -> {
                reset();
                say("250 2.0.0 Forgotten");
            }
            case "NOOP" -> say("250 2.0.0 Here");
            case "VRFY" -> say("252 2.5.0 Send some mail and see");
            case "QUIT" -> {
                say("221 2.0.0 Bye");
                return false;
            }
            default -> fault("500 5.5.2 Not understood: this is LMTP");
        }
        return true;
    }

    private void greet() throws IOException {
        reset();
        greeted = true;
        say("250-" + host);
        say("250-PIPELINING");
        say("250-ENHANCEDSTATUSCODES");
        say("250-8BITMIME");
        if (certificate != null && !secret) say("250-STARTTLS");
        say("250 SIZE " + largest);
    }

    private void from(String line) throws IOException {
        var typed = FROM.matcher(line);
        if (!greeted) fault("503 5.5.1 LHLO first");
        else if (mail != null) fault("503 5.5.1 One mail after the other");
        else if (!typed.matches()) fault("501 5.5.4 From whom?");
        else if (isTooLarge(typed.group(2))) say("552 5.3.4 The mail is too large");
        else {
            var fresh = handlers.get();
            try {
                fresh.from(typed.group(1));
                mail = fresh;
                say("250 2.1.0 Go on");
            } catch (RejectException no) {
                say(no.getErrorResponse());
            }
        }
    }

    private boolean isTooLarge(String parameters) {
        var size = SIZE.matcher(parameters);
        return size.find() && Long.parseLong(size.group(1)) > largest;
    }

    private void to(String line) throws IOException {
        var typed = TO.matcher(line);
        if (mail == null) fault("503 5.5.1 MAIL first");
        else if (!typed.matches()) fault("501 5.5.4 To whom?");
        else if (recipients.size() >= MOST_RECIPIENTS) say("452 4.5.3 Too many at once");
        else
            try {
                mail.recipient(typed.group(1));
                recipients.add(typed.group(1));
                say("250 2.1.5 Go on");
            } catch (RejectException no) {
                say(no.getErrorResponse());
            }
    }

    /** Yes to each is said once the mail is committed. */
    private void data() throws IOException {
        if (mail == null || recipients.isEmpty()) {
            fault("503 5.5.1 No valid recipients");
            return;
        }
        say("354 Go on");
        var bytes = new DotStream(in);
        var answer = kept(mail, bytes);
        bytes.transferTo(OutputStream.nullOutputStream());
        for (var recipient : recipients) say(answer.replaceFirst(" (\\S+) ", " $1 <" + printable(recipient) + "> "));
        reset();
    }

    private static String kept(MessageHandler mail, DotStream bytes) throws IOException {
        try {
            return "250 " + mail.data(bytes);
        } catch (RejectException no) {
            return no.getErrorResponse();
        }
    }

    private static String printable(String address) {
        return address.replaceAll("[^!-~]|[$\\\\]", "?");
    }

    /** What was said before is forgotten: anybody may have said it (RFC 3207, 4.2). */
    private void startTls() throws IOException {
        if (certificate == null) fault("502 5.5.1 TLS is not set up here");
        else if (secret) fault("503 5.5.1 We speak TLS already");
        else {
            if (in.available() > 0) throw new IOException("something was said between STARTTLS and TLS");
            say("220 2.0.0 Go on");
            var wrapped = (SSLSocket) certificate.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            wrapped.setUseClientMode(false);
            wrapped.startHandshake();
            socket = wrapped;
            in = new BufferedInputStream(wrapped.getInputStream());
            out = wrapped.getOutputStream();
            secret = true;
            greeted = false;
            reset();
        }
    }

    private void reset() {
        mail = null;
        recipients = new ArrayList<>();
    }

    private void fault(String answer) throws IOException {
        faults++;
        say(answer);
    }

    private void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    /** The next, null where the other side has gone. */
    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') return line.toString(UTF_8).stripTrailing();
            if (line.size() == LONGEST_LINE) throw new IOException("a line without end");
            line.write(next);
        }
        return null;
    }
}

package sportello.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import sportello.settings.SmtpServer;

/** A mail server that does, talk by talk, what a test has written down for it, and is good-natured otherwise. */
final class ScriptedServer implements AutoCloseable {

    /** What the server does in one talk. */
    enum Mood {
        ACCEPTS,
        IS_BUSY,
        DEFERS_THE_RECIPIENT,
        REFUSES_THE_RECIPIENT,
        REFUSES_THE_SENDER,
        DEFERS_THE_MAIL,
        REFUSES_THE_MAIL,
        DROPS_AFTER_THE_DOT,
        DROPS_AFTER_ACCEPTING,
        READS_SLOWLY,
        THINKS_LONG,
        SAYS_NOTHING_OF_THE_MAIL,
        NEVER_ANSWERS,
        DRIPS,
        OFFERS_TLS,
        WANTS_A_LOGIN,
        WANTS_A_TOKEN
    }

    /** How long it takes where others take no time. */
    static final Duration PAUSE = Duration.ofMillis(1_500);

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> carried = new CopyOnWriteArrayList<>();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Queue<Mood> moods = new ArrayDeque<>();
    private final ServerSocketFactory doors;
    private int port;
    private @Nullable ServerSocket door;
    private volatile String key = "";

    ScriptedServer() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    /** @param doors how it listens, as behind TLS */
    ScriptedServer(ServerSocketFactory doors) throws IOException {
        this.doors = doors;
        open();
    }

    void open() throws IOException {
        var socket = doors.createServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        port = socket.getLocalPort();
        door = socket;
        Thread.ofVirtual().start(() -> answer(socket));
    }

    @Override
    public void close() throws IOException {
        if (door != null) door.close();
    }

    SmtpServer address() {
        return SmtpServer.onThisMachine(port);
    }

    synchronized void next(Mood... coming) {
        moods.addAll(List.of(coming));
    }

    /** From now on it lets in who shows this token. */
    void lets(String user, String token) {
        var shown = "user=" + user + "\1auth=Bearer " + token + "\1\1";
        key = "AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(shown.getBytes(ISO_8859_1));
    }

    /** The mails for which it has said that it has them. */
    List<String> accepted() {
        return accepted;
    }

    /** The same sign by sign as they came over the wire, without the dots that stuffed them. */
    List<String> carried() {
        return carried;
    }

    /** The mails whose last dot it has seen, accepted or not. */
    List<String> read() {
        return read;
    }

    List<String> commands() {
        return commands;
    }

    synchronized void forget() {
        moods.clear();
        accepted.clear();
        carried.clear();
        read.clear();
        commands.clear();
    }

    private synchronized Mood mood() {
        var mood = moods.poll();
        return mood == null ? Mood.ACCEPTS : mood;
    }

    private void answer(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller, mood());
            } catch (IOException gone) {
                // the next one, please
            }
        }
    }

    private void talk(Socket caller, Mood mood) throws IOException {
        var in = new Wire(new BufferedInputStream(caller.getInputStream()));
        if (mood == Mood.NEVER_ANSWERS) {
            in.readLine();
            return;
        }
        if (mood == Mood.DRIPS) drip(caller);
        say(caller, mood == Mood.IS_BUSY ? "421 4.3.2 too busy" : "220 scripted ESMTP");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            if (!reply(caller, in, mood, line.toUpperCase(java.util.Locale.ROOT))) return;
        }
    }

    /** One sign now and then, so that no time-out of a single read ever strikes. */
    private static void drip(Socket caller) throws IOException {
        caller.getOutputStream().write("220-".getBytes(ISO_8859_1));
        while (true) {
            caller.getOutputStream().write('x');
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private boolean reply(Socket caller, Wire in, Mood mood, String line) throws IOException {
        if (line.startsWith("EHLO")) say(caller, greeting(mood));
        else if (line.startsWith("AUTH")) say(caller, opens() ? "235 2.7.0 welcome" : "535 5.7.8 wrong password");
        else if (line.startsWith("MAIL FROM"))
            say(caller, mood == Mood.REFUSES_THE_SENDER ? "553 5.7.1 not you" : "250 2.1.0 ok");
        else if (line.startsWith("RCPT TO")) say(caller, recipient(mood));
        else if (line.equals("DATA")) return data(caller, in, mood);
        else if (line.equals("STARTTLS")) goAhead(caller, in);
        else if (line.equals("QUIT")) say(caller, "221 bye");
        else say(caller, "250 ok");
        return !line.equals("QUIT");
    }

    /** It does not know how, and says so to the first sign of the handshake, which may hold no end of a line. */
    private static void goAhead(Socket caller, Wire in) throws IOException {
        say(caller, "220 go ahead");
        in.skip();
        say(caller, "500 what?");
    }

    /** Whether what was said last is what it lets people in for. */
    private boolean opens() {
        return commands.getLast().equals(key);
    }

    private static String greeting(Mood mood) {
        return switch (mood) {
            case OFFERS_TLS -> "250-scripted\r\n250 STARTTLS";
            case WANTS_A_LOGIN -> "250-scripted\r\n250 AUTH PLAIN";
            case WANTS_A_TOKEN -> "250-scripted\r\n250 AUTH PLAIN LOGIN XOAUTH2";
            default -> "250 scripted";
        };
    }

    private static String recipient(Mood mood) {
        return switch (mood) {
            case DEFERS_THE_RECIPIENT -> "450 4.2.1 mailbox busy, greylisted";
            case REFUSES_THE_RECIPIENT -> "550 5.1.1 no such user";
            default -> "250 2.1.5 ok";
        };
    }

    private boolean data(Socket caller, Wire in, Mood mood) throws IOException {
        say(caller, "354 go on");
        if (mood == Mood.READS_SLOWLY) pause(PAUSE);
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        var lines = mail.toString().replace("\r\n", "\n");
        read.add(lines);
        switch (mood) {
            case DROPS_AFTER_THE_DOT -> {
                return false;
            }
            case SAYS_NOTHING_OF_THE_MAIL -> in.readLine();
            case DEFERS_THE_MAIL -> say(caller, "451 4.3.0 try later");
            case REFUSES_THE_MAIL -> say(caller, "554 5.7.1 looks like spam");
            default -> {
                if (mood == Mood.THINKS_LONG) pause(PAUSE);
                carried.add(mail.toString());
                accepted.add(lines);
                say(caller, "250 2.0.0 queued as 4711");
                return mood != Mood.DROPS_AFTER_ACCEPTING;
            }
        }
        return true;
    }

    /** Lines end where SMTP says so, and nowhere else. */
    private record Wire(InputStream in) {
        /** Waits for one sign. */
        void skip() throws IOException {
            in.read();
        }

        @Nullable String readLine() throws IOException {
            var line = new StringBuilder();
            for (var sign = in.read(); sign >= 0; sign = in.read()) {
                line.append((char) sign);
                if (sign == '\n' && line.length() > 1 && line.charAt(line.length() - 2) == '\r')
                    return line.substring(0, line.length() - 2);
            }
            return null;
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
        caller.getOutputStream().flush();
    }
}

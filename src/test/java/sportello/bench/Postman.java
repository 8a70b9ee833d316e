package sportello.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.util.SplittableRandom;

/** Another mail server that brings one mail after the other by the same connection, as real ones do (RFC 5321). */
public final class Postman implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;
    private final BufferedWriter words;
    private final String run;

    /** @param run what tells the mails of one measurement from those of others */
    public Postman(int port, String run) throws IOException {
        this.run = run;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        words = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), UTF_8));
        hear("220");
        say("EHLO client.example", "250");
    }

    /**
     * A request of somebody unknown, with its number in its subject, and of the same bytes each time; it is theirs once this
     * returns.
     */
    public void bring(int number, String to) throws IOException {
        bring(mail(run, number, to), number, to);
    }

    /** The same in other words. */
    public void bring(String mail, int number, String to) throws IOException {
        say("MAIL FROM:<" + sender(number) + ">", "250");
        say("RCPT TO:<" + to + ">", "250");
        say("DATA", "354");
        words.write(mail);
        say(".", "250");
    }

    /** Who asks. */
    public static String sender(int number) {
        return "cittadino" + number % 5_000 + "@comune.example";
    }

    /** The same for the same number. */
    public static String mail(String run, int number, String to) {
        return String.join(
                "\r\n",
                "From: Cittadino <" + sender(number) + ">",
                "To: <" + to + ">",
                "Subject: Richiesta " + run + "-" + number,
                "Message-ID: <" + run + "." + number + "@comune.example>",
                "Date: Mon, 2 Nov 2026 09:00:00 +0100",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                new ItalianText(new SplittableRandom(number)).body().replace("\n", "\r\n"),
                "");
    }

    private void say(String line, String expected) throws IOException {
        words.write(line);
        words.write("\r\n");
        words.flush();
        hear(expected);
    }

    private void hear(String expected) throws IOException {
        String line;
        do {
            line = answers.readLine();
            if (line == null || !line.startsWith(expected)) throw new IOException("expected " + expected + ": " + line);
        } while (line.charAt(expected.length()) == '-');
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

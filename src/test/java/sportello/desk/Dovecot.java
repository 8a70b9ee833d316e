package sportello.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Dovecot on ports of its own: whatever account is asked for is there, with whatever password. It gives its rights
 * away to {@code nobody}, so it is root who starts it.
 */
public final class Dovecot implements AutoCloseable {
    private final Path home;
    private final int imap = Desk.freePort();
    private final int pop3 = Desk.freePort();
    private final int lmtp = Desk.freePort();
    private Process process;

    /** @param home becomes passable for everybody, with what is above it */
    public Dovecot(Path home) throws IOException, InterruptedException {
        this.home = home;
        Files.createDirectories(home.resolve("mail"));
        Command.passable(home);
        new ProcessBuilder("chown", "-R", "nobody:nogroup", home.resolve("mail").toString())
                .start()
                .waitFor();
        Files.writeString(home.resolve("dovecot.conf"), configuration());
        process = start();
    }

    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dovecot")));
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        "dovecot", "-F", "-c", home.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("words").toFile())
                .start();
    }

    private String configuration() {
        return """
                base_dir = @home/run
                state_dir = @home/run
                log_path = @home/log
                protocols = imap pop3 lmtp
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                first_valid_uid = 1
                mail_location = maildir:@home/mail/%n
                passdb {
                  driver = static
                  args = nopassword=y
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=@home/mail/%n allow_all_users=yes
                }
                namespace inbox {
                  inbox = yes
                }
                service imap-login {
                  inet_listener imap {
                    port = @imap
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = @pop3
                  }
                  inet_listener pop3s {
                    port = 0
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    address = 127.0.0.1
                    port = @lmtp
                  }
                }
                """.replace("@home", home.toString())
                .replace("@imap", "" + imap)
                .replace("@pop3", "" + pop3)
                .replace("@lmtp", "" + lmtp);
    }

    public int imap() {
        return imap;
    }

    public int pop3() {
        return pop3;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    void startAgain() throws IOException {
        process = start();
    }

    /** Hands mails over by one talk (RFC 2033); each is there once this returns. */
    public void deliver(String account, Stream<String> mails) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), lmtp);
                var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            hear(answers, "220");
            say(socket, answers, "LHLO drill", "250");
            for (var mail : (Iterable<String>) mails::iterator) {
                say(socket, answers, "MAIL FROM:<drill@valle.example>", "250");
                say(socket, answers, "RCPT TO:<" + account + "@valle.example>", "250");
                say(socket, answers, "DATA", "354");
                say(socket, answers, mail + ".", "250");
            }
        }
    }

    private static void say(Socket socket, BufferedReader answers, String words, String expected) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(UTF_8));
        hear(answers, expected);
    }

    private static void hear(BufferedReader answers, String expected) throws IOException {
        for (var line = answers.readLine(); ; line = answers.readLine()) {
            if (line == null || !line.startsWith(expected)) throw new IOException("expected " + expected + ": " + line);
            if (line.charAt(expected.length()) != '-') return;
        }
    }

    /** How many mails lie there. */
    long count(String account, String folder) throws IOException {
        var box = home.resolve("mail").resolve(account);
        var place = folder.equals("INBOX") ? box : box.resolve("." + folder);
        var count = 0L;
        for (var part : new String[] {"new", "cur"})
            try (var files =
                    Files.isDirectory(place.resolve(part)) ? Files.list(place.resolve(part)) : Stream.empty()) {
                count += files.count();
            }
        return count;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}

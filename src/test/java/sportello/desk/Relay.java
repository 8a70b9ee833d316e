package sportello.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server of a desk: takes everything and writes down for what it has given its word. */
final class Relay implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    private final List<Taken> taken = new ArrayList<>();
    private final Onward onward;
    private final SMTPServer server;

    /** @param sender of the envelope, empty for the null sender */
    record Taken(String sender, String recipient, String messageId, String mail) {}

    /** What becomes of a mail that was taken. */
    interface Onward {
        void carry(Taken mail) throws IOException;
    }

    Relay(Onward onward) {
        this.onward = onward;
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Talk())
                .insertReceivedHeaders(false)
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    private synchronized void write(Taken mail) {
        taken.add(mail);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Talk implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public String data(InputStream data) throws IOException {
            var mail = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
            var id = MESSAGE_ID.matcher(mail);
            if (!id.find()) throw new IOException("A mail without Message-ID: " + mail);
            for (var recipient : recipients) {
                var letter = new Taken(sender, recipient, id.group(1), mail);
                write(letter);
                onward.carry(letter);
            }
            return "2.0.0 Kept";
        }

        @Override
        public void done() {}
    }
}

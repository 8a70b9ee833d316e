package sportello.mailbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** The line to a server: it breaks, or nothing more comes through, after so many bytes of what the server says. */
public final class Wire implements AutoCloseable {
    private static final int PIECE = 4096;
    private static final int LONGEST_POISON = 100;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong passed = new AtomicLong();
    private volatile long breaksAt = Long.MAX_VALUE;
    private volatile boolean resets;
    private volatile boolean silent;
    private volatile @Nullable String poison;
    private volatile Duration pause = Duration.ZERO;
    private final Map<String, String> twisted = new ConcurrentHashMap<>();

    private Wire(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
        Thread.ofVirtual().start(this::connect);
    }

    public static Wire to(int port) throws IOException {
        return new Wire(new ServerSocket(0, 50, InetAddress.ofLiteral(MailServer.HERE)), port);
    }

    /** Speaks TLS on our side and plainly on the server's. */
    static Wire to(int port, SSLContext identity) throws IOException {
        return new Wire(
                identity.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral(MailServer.HERE)),
                port);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on counts anew. */
    void breakAfter(long bytes) {
        passed.set(0);
        breaksAt = bytes;
    }

    /** The same, and the ends are told as if the machine between them had forgotten them. */
    void resetAfter(long bytes) {
        resets = true;
        breakAfter(bytes);
    }

    public void heal() {
        breakAfter(Long.MAX_VALUE);
        resets = false;
        silent = false;
        poison = null;
    }

    /** The line breaks whenever the server says this, and always just before. */
    void breakAt(String words) {
        poison = words;
    }

    /** Nothing more comes through, but the line stays. */
    public void fallSilent() {
        silent = true;
    }

    /** From now on other words come through, both ways, in place of what fits the pattern in one piece. */
    Wire twist(String pattern, String words) {
        twisted.put(pattern, words);
        return this;
    }

    /** So long after each piece of what the server says. */
    void slow(Duration after) {
        pause = after;
    }

    long passed() {
        return passed.get();
    }

    /** Whether nobody is on it any more. */
    public boolean isFree() {
        return open.isEmpty();
    }

    private void connect() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException closed) {
                // over
            }
        }
    }

    private void join(Socket here) throws IOException {
        try {
            var there = new Socket(MailServer.HERE, target);
            here.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            open.add(here);
            open.add(there);
            Thread.ofVirtual().start(() -> pump(here, there, null));
            Thread.ofVirtual().start(() -> pump(there, here, passed));
        } catch (ConnectException nobodyThere) {
            here.close();
        }
    }

    private void pump(Socket from, Socket to, @Nullable AtomicLong counter) {
        var bytes = new byte[PIECE];
        var heard = "";
        try (from;
                to) {
            for (var read = read(from, bytes); read >= 0; read = read(from, bytes)) {
                if (silent) continue;
                var piece = twist(bytes, read);
                var count = piece.length;
                if (counter != null) {
                    heard = heard.substring(Math.max(0, heard.length() - LONGEST_POISON))
                            + new String(piece, StandardCharsets.ISO_8859_1);
                    if (isPoisoned(heard)) return;
                }
                var some = count;
                if (counter != null) some = (int) Math.min(count, Math.max(0, breaksAt - counter.get()));
                to.getOutputStream().write(piece, 0, some);
                to.getOutputStream().flush();
                if (counter != null) {
                    counter.addAndGet(some);
                    Thread.sleep(pause);
                }
                if (some < count) {
                    if (resets) to.setSoLinger(true, 0);
                    return;
                }
            }
        } catch (IOException | InterruptedException broken) {
            // as it should
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private byte[] twist(byte[] bytes, int count) {
        if (twisted.isEmpty()) return Arrays.copyOf(bytes, count);
        var words = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        for (var other : twisted.entrySet()) words = words.replaceAll(other.getKey(), other.getValue());
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean isPoisoned(String heard) {
        var words = poison;
        return words != null && heard.contains(words);
    }

    /** The server writes in dribs and drabs, each of which would wait for its acknowledgement to be worth sending. */
    private static int read(Socket from, byte[] bytes) throws IOException {
        if (!(from instanceof SSLSocket)) from.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        return from.getInputStream().read(bytes);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) socket.close();
    }
}

package sportello.settings;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that speaks no TLS newer than a certain one, down to the first word (RFC 4346, 7.4.1.3): our own program could not
 * be such a server any more. Keeps the alert by which the caller takes leave.
 */
public final class OldTls implements AutoCloseable {
    /** "The protocol version the client has attempted to negotiate is recognized but not supported." */
    public static final int PROTOCOL_VERSION = 70;

    public static final int TLS_1_0 = 0x0301;
    public static final int TLS_1_1 = 0x0302;

    private static final byte ALERT = 21;
    private static final byte HANDSHAKE = 22;
    private static final byte SERVER_HELLO = 2;
    private static final short ECDHE_RSA_AES_128_CBC_SHA = (short) 0xc013;
    private static final int RANDOM = 32;
    private static final int BODY = 2 + RANDOM + 1 + 2 + 1;

    private final ServerSocket server;
    private final CompletableFuture<Integer> alert = new CompletableFuture<>();

    private OldTls(ServerSocket server, int version) {
        this.server = server;
        Thread.ofVirtual().start(() -> {
            // some callers try once more, and would wait for an answer
            while (!server.isClosed())
                try (var caller = server.accept()) {
                    talk(caller, version);
                } catch (IOException e) {
                    alert.completeExceptionally(e);
                }
        });
    }

    /** @param version as it goes over the wire */
    public static OldTls speaking(int version) throws IOException {
        return new OldTls(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")), version);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Why the caller went. */
    public int alert() throws ExecutionException, InterruptedException, TimeoutException {
        return alert.get(30, TimeUnit.SECONDS);
    }

    private void talk(Socket caller, int version) throws IOException {
        var heard = new DataInputStream(caller.getInputStream());
        heard.skipNBytes(3);
        heard.skipNBytes(heard.readUnsignedShort());
        caller.getOutputStream().write(hello((short) version));
        caller.getOutputStream().flush();
        while (true) {
            var kind = heard.readByte();
            heard.skipNBytes(2);
            var content = heard.readNBytes(heard.readUnsignedShort());
            if (kind == ALERT) {
                alert.complete((int) content[1]);
                return;
            }
        }
    }

    private static byte[] hello(short version) {
        return ByteBuffer.allocate(5 + 4 + BODY)
                .put(HANDSHAKE)
                .putShort(version)
                .putShort((short) (4 + BODY))
                .put(SERVER_HELLO)
                .put((byte) 0)
                .putShort((short) BODY)
                .putShort(version)
                .put(new byte[RANDOM])
                .put((byte) 0)
                .putShort(ECDHE_RSA_AES_128_CBC_SHA)
                .put((byte) 0)
                .array();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

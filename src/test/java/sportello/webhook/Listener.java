package sportello.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server in the test's own process that hears what webhooks are told, and answers as it is bid. */
public final class Listener implements AutoCloseable {
    /** What it heard, the first first. */
    public final List<Heard> heard = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final String scheme;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** One request. */
    public record Heard(String path, Headers headers, String body) {
        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private Listener(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public static Listener plain() throws IOException {
        return new Listener(HttpServer.create(here(), 0), "http");
    }

    static Listener encrypted(SSLContext context) throws IOException {
        var server = HttpsServer.create(here(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Listener(server, "https");
    }

    private static InetSocketAddress here() throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    }

    /** Where it hears, by the name of the host. */
    public String address() {
        return at("localhost");
    }

    String at(String host) {
        return scheme + "://" + host + ":" + server.getAddress().getPort() + "/hooks/parola";
    }

    /** As administrators allow it. */
    public String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** What it says next; when it has been bidden nothing it takes everything. */
    public Listener says(int status, String words, String... headers) {
        replies.add(exchange -> {
            for (var no = 0; no < headers.length; no += 2)
                exchange.getResponseHeaders().set(headers[no], headers[no + 1]);
            var bytes = words.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        });
        return this;
    }

    Listener does(Reply reply) {
        replies.add(reply);
        return this;
    }

    /** Says nothing until it is closed. */
    public Listener waits() {
        return does(exchange -> awaitTheEnd());
    }

    /** Begins to answer, and goes on with a sign at a time as long as somebody listens. */
    public Listener drips() {
        return does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            while (end.getCount() > 0) {
                body.write('.');
                body.flush();
                Thread.onSpinWait();
                pause();
            }
        });
    }

    /** Says the same without end. */
    Listener talksForEver() {
        return does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var much = "parole ".repeat(10_000).getBytes(UTF_8);
            while (end.getCount() > 0) exchange.getResponseBody().write(much);
        });
    }

    private void pause() {
        try {
            end.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            heard.add(new Heard(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            @Nullable Reply reply;
            synchronized (replies) {
                reply = replies.poll();
            }
            if (reply == null) exchange.sendResponseHeaders(204, -1);
            else reply.to(exchange);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}

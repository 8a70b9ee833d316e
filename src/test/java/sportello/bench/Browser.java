package sportello.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Asks for pages as a browser does, with a session of its own. */
final class Browser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    HttpResponse<byte[]> get(Program program, String path) throws IOException, InterruptedException {
        return client.send(request(program, path).build(), BodyHandlers.ofByteArray());
    }

    /** How many bytes the page has on its way, when the browser allows compression. */
    int compressedBytes(Program program, String path) throws IOException, InterruptedException {
        var request = request(program, path).header("Accept-Encoding", "gzip").build();
        return client.send(request, BodyHandlers.ofByteArray()).body().length;
    }

    /** Through the form that people fill in. */
    void logIn(Program program, String login, String password) throws IOException, InterruptedException {
        var page = new String(get(program, "/login").body(), UTF_8);
        var token = TOKEN.matcher(page);
        if (!token.find()) throw new IOException("The log-in page has no form.");
        var form = "_csrf=%s&username=%s&password=%s&target="
                .formatted(encoded(token.group(1)), encoded(login), encoded(password));
        var request = request(program, "/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = client.send(request, BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 3) throw new IOException(login + " was not let in: " + answer.statusCode());
    }

    /** Asks again and again until the page is there; answers the seconds since the program was started. */
    double firstAnswer(Program program, String path) throws IOException, InterruptedException {
        while (program.seconds() < 120 && program.isRunning()) {
            try {
                if (get(program, path).statusCode() == 200) return program.seconds();
            } catch (IOException e) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(5, 15));
            }
        }
        throw new IOException("The program does not answer; see bench.log in its data directory.");
    }

    private static HttpRequest.Builder request(Program program, String path) {
        return HttpRequest.newBuilder(program.at(path))
                .header("Accept", "text/html")
                .header("Accept-Language", "it")
                .timeout(PATIENCE);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}

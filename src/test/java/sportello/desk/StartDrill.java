package sportello.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that people start, with what their rehearsal wrote down: the pages are there, and the commands at the machine
 * work beside them. Run by {@code bin/drill StartDrill}.
 */
@Tag("drill")
class StartDrill {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path home;

    private Path desk;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port = Desk.freePort();
    private Process process;

    StartDrill() throws IOException {}

    @BeforeEach
    void settle() {
        desk = home.resolve("desk");
    }

    @AfterEach
    void stop() throws Exception {
        process.destroy();
        process.waitFor();
        browser.close();
    }

    @Test
    void a_desk_of_ones_own_waits_to_be_founded_and_hears_commands() throws Exception {
        open("sportello");

        assertThat(get("/login").body()).contains("/founding");
        assertThat(words(0, "admin", "create", "ada.conti", "ada@valle.example", "Ada", "Conti"))
                .contains("http://localhost:" + port);
        assertThat(get("/login").body()).doesNotContain("/founding");
    }

    @Test
    void in_the_demo_every_page_of_the_administrator_is_there() throws Exception {
        open("demo");

        logIn("anna.riva", "demo-valle-servizi");
        for (var path : pages()) assertThat(get(path).statusCode()).as(path).isLessThan(400);
    }

    @Test
    void what_was_backed_up_while_it_ran_is_there_again_elsewhere() throws Exception {
        open("demo");
        var told = words(0, "backup", home.resolve("backups").toString());
        var file = told.lines().findFirst().orElseThrow().replaceAll("The backup is in (.*), \\d+ bytes\\.", "$1");
        logIn("anna.riva", "demo-valle-servizi");
        assertThat(get("/admin/system").body()).contains(file);
        var tickets = get("/agent/tickets/export").body();
        process.destroy();
        process.waitFor();

        desk = home.resolve("elsewhere");
        words(0, "restore", file);
        assertThat(words(73, "restore", file)).contains("Nothing was touched");
        open("sportello");
        logIn("anna.riva", "demo-valle-servizi");
        assertThat(get("/agent/tickets/export").body()).isEqualTo(tickets).contains("Comune di Roccalba");
    }

    /** What a command says, which ends so. */
    private String words(int end, String... command) throws Exception {
        var answer = script("sportello", command).redirectErrorStream(true).start();
        var words = new String(answer.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer.waitFor()).as(words).isEqualTo(end);
        return words;
    }

    private void logIn(String login, String password) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        var form = "_csrf=%s&username=%s&password=%s&target=".formatted(encoded(token.group(1)), login, password);
        var entered = browser.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(entered.statusCode()).isEqualTo(303);
    }

    /** Those of the table of routes that need nothing but an administrator. */
    private static List<String> pages() throws IOException {
        try (var rows = Files.lines(Path.of("src/main/resources/authorisation.txt"))) {
            return rows.map(row -> row.split("\\s+"))
                    .filter(row -> row[0].equals("GET") && row[2].equals("administrator") && !row[1].contains("{"))
                    .map(row -> row[1])
                    .toList();
        }
    }

    private void open(String script) throws Exception {
        process = script(script)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        for (var tenth = 0; tenth < 4_000 && !isReady(); tenth++) Thread.sleep(100);
        assertThat(Files.readString(log())).contains("Starting AOT-processed Sportello");
    }

    private ProcessBuilder script(String name, String... words) {
        var builder = new ProcessBuilder(Path.of("bin", name).toString());
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeIf(key -> key.startsWith("SPORTELLO_") || key.startsWith("SPRING_"));
        builder.environment().put("SPORTELLO_HOME", desk.toString());
        builder.environment().put("SPORTELLO_PORT", "" + port);
        return builder;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private Path log() {
        return home.resolve("log");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}

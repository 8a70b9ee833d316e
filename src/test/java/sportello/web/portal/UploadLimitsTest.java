package sportello.web.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.Accounts;

/** What a real browser can send too much of, through a real web server: each time it gets to read why. */
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UploadLimitsTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "vento caldo sul molo";
    private static final String BOUNDARY = "confine-fra-le-parti";
    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private long before;

    @BeforeEach
    void giulia_is_logged_in() throws Exception {
        var giulia = Cast.onStage(db).id(GIULIA);
        if (!hasAccount(giulia.value())) accounts.open(giulia, PASSWORD);
        var login = "username=giulia.moretti&password=" + PASSWORD.replace(' ', '+') + "&_csrf=" + token("/login");
        var entered = browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(login))
                        .build(),
                BodyHandlers.discarding());
        assertThat(entered.statusCode()).isEqualTo(303);
        before = tickets();
    }

    @Test
    void what_is_within_the_limits_arrives() throws Exception {
        var answer = send(texts("Due video", "Eccoli."), files(2, 20 * MEGABYTE));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(tickets()).isEqualTo(before + 1);
        assertThat(db.sql("select max(size) from attachment").query(Long.class).single())
                .isEqualTo(20 * MEGABYTE);
    }

    @Test
    void a_file_beyond_the_limit_is_named_at_its_field() throws Exception {
        refused(
                422,
                "Il file «0.bin» è troppo grande: il limite è 25 MB.",
                texts("Video", "Eccolo."),
                files(1, 26 * MEGABYTE));
    }

    @Test
    void many_files_that_are_too_much_together_are_told_so() throws Exception {
        refused(
                422,
                "Gli allegati insieme superano il limite di 50 MB.",
                texts("Video", "Ecco."),
                files(3, 20 * MEGABYTE));
    }

    @Test
    void five_hundred_files_are_counted() throws Exception {
        refused(422, "al massimo 20 file per volta; questi sono 500", texts("Foto", "Eccole."), files(500, 10));
    }

    @Test
    void a_text_of_five_megabytes_is_told_its_length() throws Exception {
        refused(422, "questo ne ha 5.000.000", texts("Testo", "x".repeat(5_000_000)), List.of());
    }

    @Test
    void what_no_door_could_judge_gets_a_page_of_its_own() throws Exception {
        refused(413, "Troppi dati in una volta", texts("Foto", "Eccole."), files(1_100, 10));
        refused(413, "Troppi dati in una volta", texts("Video", "Eccolo."), files(1, 201 * MEGABYTE));
        refused(413, "Troppi dati in una volta", texts("Testo", "x".repeat(13_000_000)), List.of());
    }

    @Test
    void from_strangers_nothing_is_taken_in() throws Exception {
        var parts = new ArrayList<>(files(1, 30 * MEGABYTE));
        var answer = HttpClient.newHttpClient().send(post(parts), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void a_long_file_name_does_no_harm() throws Exception {
        var name = "📎".repeat(120) + ".pdf";
        var answer = send(texts("Un nome lungo", "Eccolo."), List.of(part("files", name, new Zeros(10))));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(db.sql("select count(*) from attachment where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private void refused(int status, String reason, List<InputStream> texts, List<InputStream> files) throws Exception {
        var answer = send(texts, files);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(reason).contains("Valle Servizi");
        assertThat(tickets()).isEqualTo(before);
    }

    private HttpResponse<String> send(List<InputStream> texts, List<InputStream> files) throws Exception {
        var parts = new ArrayList<InputStream>();
        parts.add(part("_csrf", token("/portal/requests/new")));
        parts.add(part("form", UUID.randomUUID().toString()));
        parts.addAll(texts);
        parts.addAll(files);
        parts.add(stream("--" + BOUNDARY + "--\r\n"));
        return browser.send(post(parts), BodyHandlers.ofString());
    }

    private HttpRequest post(List<InputStream> parts) {
        return HttpRequest.newBuilder(address("/portal/requests"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body(parts))
                .build();
    }

    private static BodyPublisher body(List<InputStream> parts) {
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(parts)));
    }

    private static List<InputStream> texts(String title, String text) {
        return List.of(part("title", title), part("text", text));
    }

    private static List<InputStream> files(int many, long size) {
        var files = new ArrayList<InputStream>();
        for (var nth = 0; nth < many; nth++) files.add(part("files", nth + ".bin", new Zeros(size)));
        return files;
    }

    private static InputStream part(String name, String value) {
        return stream(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
    }

    private static InputStream part(String name, String fileName, InputStream bytes) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, name, fileName);
        return new SequenceInputStream(Collections.enumeration(List.of(stream(head), bytes, stream("\r\n"))));
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private String token(String page) throws Exception {
        var form = browser.send(HttpRequest.newBuilder(address(page)).build(), BodyHandlers.ofString());
        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private long tickets() {
        return db.sql("select count(*) from ticket").query(Long.class).single();
    }

    private boolean hasAccount(long customerUser) {
        return db.sql("select count(*) from account where customer_user_id = :user")
                        .param("user", customerUser)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** So many bytes that nobody holds. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) return -1;
            var count = (int) Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}

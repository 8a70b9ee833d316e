package sportello.web.security;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.Accounts;
import sportello.web.Assets;

/**
 * What every response takes along, from a real web server that the world reaches by https and by a proxy on the same machine,
 * where the framework would of itself believe what a request says of whence it comes.
 */
@SportelloTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sportello.base-url=https://desk.example",
            "sportello.proxies=127.0.0.1",
            "spring.main.cloud-platform=kubernetes"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
    private static final String PASSWORD = "vento caldo sul molo";

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    Assets assets;

    private String session;

    @BeforeAll
    void logIn() throws Exception {
        accounts.open(Cast.onStage(db).id(Operator.LAURA), PASSWORD);
        var entered = enter(PASSWORD);
        assertThat(entered.statusCode()).isEqualTo(303);
        session = cookie(entered, "__Host-sportello-session");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void pages_redirects_errors_and_files_alike_are_armoured() throws Exception {
        armoured(200, get("/login"));
        armoured(200, get("/account", session));
        armoured(302, get("/account"));
        armoured(303, get("/login", session));
        armoured(400, get("/a//b"));
        armoured(400, get("/a;b=c"));
        armoured(401, send(request("/agent/live").header("Accept", "text/event-stream")));
        armoured(401, get("/api/me"));
        armoured(403, send(request("/logout").POST(BodyPublishers.noBody())));
        armoured(404, get("/no/such/page", session));
        armoured(410, get("/reset/broken"));
        armoured(422, enter("wrong"));
        armoured(200, get("/health/live"));
        armoured(200, get(assets.address("sportello.css")));
        armoured(404, get("/assets/none.css"));
    }

    @Test
    void a_failure_of_ours_is_armoured_too_and_tells_nothing() throws Exception {
        db.sql("alter table login_session rename to gone").update();
        try {
            var failed = get("/account", session);

            armoured(500, failed);
            assertThat(failed.body())
                    .contains("Qualcosa è andato storto")
                    .doesNotContain("login_session", "Exception", "sportello.identity");
        } finally {
            db.sql("alter table gone rename to login_session").update();
        }
    }

    /** By the error page of the container. */
    @Test
    void a_program_that_nobody_knows_is_told_so_in_json() throws Exception {
        var told = send(request("/api/tickets/2026112510000035").header("Authorization", "Bearer spt_x"));

        armoured(401, told);
        assertThat(told.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(told.body()).startsWith("{\"status\":401,\"detail\":\"");
    }

    @Test
    void the_language_is_told_that_is_spoken() throws Exception {
        assertThat(get("/login").headers().allValues("Content-Language")).containsExactly("it");
    }

    @Test
    void what_is_private_is_kept_nowhere() throws Exception {
        for (var page : new String[] {"/account", "/agent", "/no/such/page"})
            assertThat(get(page, session).headers().allValues("Cache-Control"))
                    .as(page)
                    .containsExactly("no-store");
        assertThat(get("/login").headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(get(assets.address("sportello.css")).headers().allValues("Cache-Control"))
                .containsExactly("max-age=31536000, public, immutable");
    }

    @Test
    void cookies_belong_to_this_host_alone() throws Exception {
        assertThat(enter(PASSWORD).headers().allValues("Set-Cookie"))
                .anySatisfy(set -> assertThat(set)
                        .startsWith("__Host-sportello-session=")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain", "Max-Age", "Expires"));
        assertThat(get("/login").headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(set -> assertThat(set)
                        .startsWith("__Host-sportello-form=")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"));
    }

    /** The proxy speaks plain http to us. */
    @Test
    void what_is_no_secret_travels_by_https_alone_as_well() throws Exception {
        assertThat(send(form("/reset", "username=nobody")).headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(set -> assertThat(set)
                        .startsWith("__Host-sportello-notice=")
                        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax"));
        assertThat(send(form("/preferences", "language=en")).headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(set -> assertThat(set)
                        .startsWith("__Host-sportello-language=en")
                        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax"));
        assertThat(get("/agent/tickets?priority=5", session).headers().allValues("Set-Cookie"))
                .filteredOn(set -> set.contains("-list-"))
                .singleElement()
                .satisfies(set -> assertThat(set)
                        .startsWith("__Secure-sportello-list-")
                        .contains("; Path=/agent/tickets;", "; Secure", "; HttpOnly", "; SameSite=Lax"));
    }

    @Test
    void a_header_that_anybody_can_send_is_not_believed() throws Exception {
        var led = send(request("/account")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example"));

        assertThat(led.headers().firstValue("Location").orElseThrow()).doesNotContain("evil.example");
    }

    /** The framework would take every private address for a proxy. */
    @Test
    void only_whom_the_operator_has_named_is_believed_from_whom_a_request_comes() throws Exception {
        enter(PASSWORD, "198.51.100.1, 203.0.113.9, 10.0.0.7");

        assertThat(db.sql("select address from login_session where id = (select max(id) from login_session)")
                        .query(String.class)
                        .single())
                .isEqualTo("10.0.0.7");
    }

    private static void armoured(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(status);
        var headers = response.headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .as("%s", response)
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                        .doesNotContain("unsafe"));
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
        assertThat(headers.allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(headers.allValues("Cache-Control")).hasSize(1);
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    private HttpResponse<String> enter(String password) throws Exception {
        return enter(password, "203.0.113.1");
    }

    private HttpResponse<String> enter(String password, String visitor) throws Exception {
        return send(form("/login", "username=laura.bassi&password=" + password.replace(' ', '+'))
                .header("X-Forwarded-For", visitor));
    }

    private HttpRequest.Builder form(String path, String fields) throws Exception {
        var form = get("/login");
        var token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return request(path)
                .header("Cookie", cookie(form, "__Host-sportello-form"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token + "&" + fields));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return send(request(path).header("Cookie", cookie));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), ofString());
    }

    private static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }
}
